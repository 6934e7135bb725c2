import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { LABELS } from '../../../src/core/annotation/labels';
import { perform } from '../../../src/core/review/perform';
import { REVIEW_ACTS, readAct } from '../../../src/core/review/readAct';
import type { Review } from '../../../src/core/review/review';
import type { ReviewAct } from '../../../src/core/review/reviewKeys';
import type { Span } from '../../../src/core/text/span';

interface Bound {
  readonly key: string;
  readonly act: ReviewAct;
}

/** The keys of review mode as the manifest binds them: what no key is bound to, nobody can press. */
function boundActs(): readonly Bound[] {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  const bindings: { command: string; key: string; args?: unknown; when?: string }[] = contributes.keybindings;
  return bindings.flatMap(({ command, key, args, when }) => {
    if (!when?.includes('newsmark.reviewing')) return [];
    const stem = REVIEW_ACTS.find((act) => command.toLowerCase() === `newsmark.review${act}`);
    const act = stem && readAct(stem, args);
    return act ? [{ key, act }] : [];
  });
}

const BOUND = boundActs();

/** Hands on keyboard and mouse: does things in a review, and counts. */
export class Hands {
  keys = 0;
  clicks = 0;
  /** Presses of Ctrl, Shift and Alt that the keys took beside. */
  modifiers = 0;

  get sum(): number {
    return this.keys + this.clicks;
  }

  /** Presses the key that does something. Fails where none is bound to it. */
  press(review: Review, act: ReviewAct): void {
    const bound = BOUND.find((one) => isDeepStrictEqual(one.act, act));
    if (!bound) throw new Error(`No key is bound to ${JSON.stringify(act)}.`);
    this.#count(bound.key);
    perform(review, act, labelWithKey);
  }

  /** A key of the editor's own, or of a list. */
  pressOther(key: string): void {
    this.#count(key);
  }

  /** A click into a word. */
  click(review: Review, offset: number): void {
    this.clicks += 1;
    review.goTo({ start: offset, end: offset });
  }

  /** A selection with the mouse: the button goes down at one end and up at the other, which counts as two clicks. */
  drag(review: Review, span: Span): void {
    this.clicks += 2;
    review.goTo(span);
  }

  #count(key: string): void {
    this.keys += 1;
    this.modifiers += key.split('+').length - 1;
  }
}

export function labelWithKey(key: string): string | undefined {
  return LABELS.find((label) => label.key === key)?.id;
}

/** The key of the label that stands for a type. */
export function keyOfType(type: string): string {
  const id = type === 'PLACE' ? 'GPE' : type;
  return LABELS.find((label) => label.id === id)?.key ?? '';
}
