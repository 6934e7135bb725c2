import { markPlaces, placesOf } from '../../../src/core/marking/everywhere';
import { type Resizing, resized, type Side, wordAt } from '../../../src/core/marking/words';
import { isShown, isUndecided, type Mention } from '../../../src/core/mentions/mention';
import type { Suggestion } from '../../../src/core/recognize/suggestion';
import { Review, type ReviewPorts } from '../../../src/core/review/review';
import { ArticleSession } from '../../../src/core/session';
import { EMPTY_SIDECAR } from '../../../src/core/sidecar/filed';
import { SidecarStore } from '../../../src/core/sidecar/store';
import { overlaps, type Span, sameSpan } from '../../../src/core/text/span';
import { Text } from '../../../src/core/text/text';
import { type GoldArticle, type Name, typeOf } from './gold';
import { Hands, keyOfType, labelWithKey } from './keyboard';

/** How the annotator works. */
export type Way =
  /** One decision for each suggestion, from the first to the last. */
  | 'one by one'
  /** The same, but what is right (or wrong) for a whole entity is said once. */
  | 'by entity'
  /** Reads, puts right what is wrong, and says yes to all the rest with one key. */
  | 'by exception';

export const WAYS: readonly Way[] = ['one by one', 'by entity', 'by exception'];

interface Step {
  readonly side: Side;
  readonly how: Resizing;
}

/**
 * Somebody who knows the gold and every key, and makes no mistake: turns the suggestions of one article into its gold.
 * Fails if what is accepted in the end is not the gold.
 */
export function annotate(article: GoldArticle, suggestions: readonly Suggestion[], way: Way): Hands {
  const hands = new Hands();
  new Annotator(article, suggestions, way, hands).work();
  return hands;
}

class Annotator {
  readonly #article: GoldArticle;
  readonly #session: ArticleSession;
  readonly #review: Review;
  readonly #hands: Hands;
  readonly #way: Way;
  readonly #decider = deciderOf();

  constructor(article: GoldArticle, suggestions: readonly Suggestion[], way: Way, hands: Hands) {
    this.#article = article;
    this.#way = way;
    this.#hands = hands;
    this.#session = new ArticleSession(Text.of(article.text), 'story.txt', new SidecarStore('', { files: NO_FILES }));
    this.#session.setSuggestions(suggestions);
    const ports: ReviewPorts = {
      decider: () => this.#decider,
      // Figures, dates, groups and works are hidden labels here: the gold says nothing about them.
      isWanted: ({ label }) => typeOf(label) !== undefined,
    };
    this.#review = new Review(this.#session, ports);
  }

  work(): void {
    if (this.#way === 'by exception') this.#correct();
    for (let undecided = this.#review.undecided.length; undecided > 0; ) {
      this.#decide();
      const left = this.#review.undecided.length;
      if (left >= undecided) throw new Error(`${this.#article.id}: no way forward`);
      undecided = left;
    }
    for (const name of this.#missing()) if (!this.#isMarked(name)) this.#add(name);
    this.#check();
  }

  /** One decision about what the review is at, as far-reaching as it can be. */
  #decide(): void {
    const { mention } = this.#review.focus;
    if (!mention || !isUndecided(mention)) throw new Error(`${this.#article.id}: nothing to decide`);
    if (this.#way === 'by exception' && this.#review.undecided.every((other) => this.#isRight(other))) {
      this.#acceptRest();
      return;
    }
    const entity = this.#session.mentions.filter((other) => isShown(other) && other.entity === mention.entity);
    const open = entity.filter(isUndecided);
    const isWhole = this.#way !== 'one by one' && open.length > 1;
    if (this.#isRight(mention)) {
      const all = isWhole && open.every((other) => this.#isRight(other));
      this.#hands.press(this.#review, { act: 'accept', scope: all ? 'entity' : 'one' });
      return;
    }
    this.#putRight(mention, isWhole ? entity : []);
  }

  /** @param entity all that is shown of the entity, where it may be decided about as a whole */
  #putRight(mention: Mention, entity: readonly Mention[]): void {
    const name = this.#article.names.find((one) => sameSpan(one, mention));
    if (name) {
      const all = entity.length > 1 && entity.every((other) => this.#typeAt(other) === name.type);
      const scope = all ? 'entity' : 'one';
      this.#hands.press(this.#review, { act: 'label', key: keyOfType(name.type), scope });
      return;
    }
    const meant = this.#meantBy(mention);
    const steps = meant && stepsBetween(this.#article.text, mention, meant);
    if (meant && steps && steps.length < MOST_STEPS) {
      for (const step of steps) this.#hands.press(this.#review, { act: 'resize', ...step });
      this.#say(mention.label, meant.type);
      return;
    }
    if (meant) {
      this.#hands.drag(this.#review, meant);
      this.#hands.press(this.#review, { act: 'label', key: keyOfType(meant.type), scope: 'one' });
      return;
    }
    const open = entity.filter(isUndecided);
    const all = open.length > 1 && open.every((other) => !this.#isRight(other) && !this.#isSalvageable(other));
    this.#hands.press(this.#review, { act: 'reject', scope: all ? 'entity' : 'one' });
  }

  /** Yes, or the label that is right instead. */
  #say(label: string, type: string): void {
    if (typeOf(label) === type) this.#hands.press(this.#review, { act: 'accept', scope: 'one' });
    else this.#hands.press(this.#review, { act: 'label', key: keyOfType(type), scope: 'one' });
  }

  /** Everything wrong is put right, wherever it is; a click goes there, unless the review has gone there by itself. */
  #correct(): void {
    for (;;) {
      const { mention: here } = this.#review.focus;
      const wrong = this.#review.undecided.filter((mention) => !this.#isRight(mention));
      const next = wrong.find(({ key }) => key === here?.key) ?? wrong[0];
      if (!next) break;
      if (next.key !== here?.key) {
        this.#hands.click(this.#review, next.start);
        // Of two suggestions at one place a click may mean the other.
        if (this.#review.focus.mention?.key !== next.key) this.#hands.drag(this.#review, next);
        if (this.#review.focus.mention?.key !== next.key) return;
      }
      const entity = this.#session.mentions.filter((other) => isShown(other) && other.entity === next.entity);
      this.#putRight(next, entity);
    }
    for (const name of this.#missing()) if (!this.#isMarked(name) && !this.#isProposed(name)) this.#add(name);
  }

  #acceptRest(): void {
    const [first] = this.#review.undecided;
    if (first && first.start < this.#review.focus.span.start) {
      this.#hands.pressOther('ctrl+home');
      this.#review.goTo({ start: 0, end: 0 });
    }
    this.#hands.press(this.#review, { act: 'accept', scope: 'rest' });
  }

  /** Marks what nobody proposed: a click into its first word, a key for each further one (or a drag), its label's key. */
  #add(name: Name): void {
    const { text, mentions, structure } = this.#session;
    const key = keyOfType(name.type);
    const word = wordAt(text.value, name.start);
    const steps = word && stepsBetween(text.value, word, name);
    if (word && steps && steps.length < MOST_STEPS && !mentions.some((one) => isShown(one) && overlaps(one, word))) {
      this.#hands.click(this.#review, name.start);
      for (const step of steps) this.#hands.press(this.#review, { act: 'resize', ...step });
    } else this.#hands.drag(this.#review, name);
    const label = labelWithKey(key) ?? '';
    const places = placesOf(text.value, structure.body, mentions, text.slice(name.start, name.end), label);
    const checked = places.filter(({ isInside }) => !isInside);
    const isEverywhere =
      this.#way !== 'one by one' && checked.length > 2 && checked.every((place) => this.#typeAt(place) === name.type);
    if (!isEverywhere) {
      this.#hands.press(this.#review, { act: 'label', key, scope: 'one' });
      return;
    }
    // With Shift, the label's key lists all places; Enter agrees.
    this.#hands.pressOther(`shift+${key}`);
    this.#hands.pressOther('enter');
    const ground = { text: text.value, set: this.#session.set };
    this.#session.apply(markPlaces(ground, checked, label, mentions, this.#decider));
    this.#review.next();
  }

  /** The name that a suggestion with wrong edges is about: the one that no other suggestion has, and needs fewest keys. */
  #meantBy(mention: Mention): Name | undefined {
    const names = this.#article.names.filter(
      (name) => overlaps(name, mention) && !this.#isMarked(name) && !this.#isProposed(name),
    );
    const cost = (name: Name) => stepsBetween(this.#article.text, mention, name)?.length ?? MOST_STEPS;
    return names.sort((a, b) => cost(a) - cost(b))[0];
  }

  #isSalvageable(mention: Mention): boolean {
    return this.#typeAt(mention) !== undefined || this.#meantBy(mention) !== undefined;
  }

  #isRight(mention: Mention): boolean {
    return this.#typeAt(mention) === typeOf(mention.label);
  }

  #typeAt(span: Span): string | undefined {
    return this.#article.names.find((name) => sameSpan(name, span))?.type;
  }

  #isProposed(name: Name): boolean {
    return this.#review.undecided.some((mention) => sameSpan(mention, name));
  }

  #isMarked(name: Name): boolean {
    return this.#session.set.annotations.some(
      (one) => one.status === 'accepted' && sameSpan(one, name) && typeOf(one.label) === name.type,
    );
  }

  #missing(): readonly Name[] {
    return this.#article.names.filter((name) => !this.#isMarked(name));
  }

  #check(): void {
    const accepted = this.#session.set.annotations.filter(({ status }) => status === 'accepted');
    const made = accepted.map(({ start, end, label }) => `${start}-${end} ${typeOf(label)}`).sort();
    const wanted = this.#article.names.map(({ start, end, type }) => `${start}-${end} ${type}`).sort();
    if (made.join() !== wanted.join()) {
      const odd = [...made.filter((one) => !wanted.includes(one)), ...wanted.filter((one) => !made.includes(one))];
      throw new Error(`${this.#article.id}: not the gold (${this.#way}): ${odd.slice(0, 5).join(', ')}`);
    }
  }
}

/** From here on it is quicker to select the words with the mouse. */
const MOST_STEPS = 3;

/** The keys that move a span's edges to those of another; undefined where words are not cut there. */
function stepsBetween(text: string, from: Span, to: Span): readonly Step[] | undefined {
  const steps: Step[] = [];
  let span = from;
  const go = (side: Side, how: Resizing): boolean => {
    const next = resized(text, span, side, how);
    if (sameSpan(next, span) || steps.length > 2 * MOST_STEPS) return false;
    span = next;
    steps.push({ side, how });
    return true;
  };
  while (span.end < to.end) if (!go('end', 'wider')) return undefined;
  while (span.start > to.start) if (!go('start', 'wider')) return undefined;
  while (span.end > to.end) if (!go('end', 'narrower')) return undefined;
  while (span.start < to.start) if (!go('start', 'narrower')) return undefined;
  return sameSpan(span, to) ? steps : undefined;
}

function deciderOf() {
  let count = 0;
  return { at: '2024-01-01T00:00:00Z', newId: () => `a${++count}` };
}

/** Nothing is written: only keys are counted. */
const NO_FILES = {
  read: async () => JSON.stringify(EMPTY_SIDECAR),
  replace: async () => undefined,
  exclusively: async <T>(_path: string, job: () => Promise<T>) => job(),
  isAtomic: () => true,
};
