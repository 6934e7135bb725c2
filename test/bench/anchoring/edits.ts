import { Text } from '../../../src/core/text/text';
import type { Random } from '../support/random';
import type { CellEdit, TrackedText } from './tracked';

/** Edits of one kind to a whole article. */
export interface EditKind {
  readonly name: string;
  /** @param share how much of the article is touched, from 0 to 1 */
  readonly run: (text: TrackedText, share: number, random: Random, foreign: readonly string[]) => void;
  /** Whether it is the same however violent. */
  readonly isFlat?: boolean;
  /** Whether it moves parts of the article out of their order. */
  readonly isMoving?: boolean;
}

/** Shares of words, sentences or paragraphs that are touched. */
export const VIOLENCE: Readonly<Record<string, number>> = Object.freeze({ light: 0.02, medium: 0.06, heavy: 0.15 });

interface Piece {
  readonly from: number;
  readonly to: number;
}

function pieces(outline: string, pattern: RegExp): Piece[] {
  return [...outline.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
}

const words = (outline: string) => pieces(outline, /[\p{L}\p{N}]+/gu);
const sentences = (outline: string) => pieces(outline, /[^\s.!?][^.!?\n]*[.!?]*["”’')]* ?/gu);
const paragraphs = (outline: string) => pieces(outline, /[^\n]+\n*/gu);

function chosen(list: readonly Piece[], share: number, random: Random): Piece[] {
  return list.filter(() => random.next() < share);
}

function typo(text: TrackedText, share: number, random: Random): void {
  const outline = text.outline;
  const edits = chosen(words(outline), share, random).map(({ from, to }): CellEdit => {
    const at = from + random.below(to - from);
    const letter = random.pick([...'etaoinshrdlu']);
    const kind = random.below(4);
    if (kind === 0) return { from: at, to: at, insert: letter };
    if (kind === 1) return { from: at, to: at + 1, insert: '' };
    if (kind === 2 || at + 1 >= to) return { from: at, to: at + 1, insert: letter };
    return { from: at, to: at + 2, insert: (outline[at + 1] ?? '') + (outline[at] ?? '') };
  });
  text.edit(edits);
}

function foreignWord(foreign: readonly string[], random: Random): string {
  const list = random.pick(foreign).match(/[\p{L}\p{N}]+/gu) ?? ['word'];
  return random.pick(list);
}

/**
 * A sentence of another article, or one in five times a copy of one of this article: not of one nearby, for of two
 * copies side by side nobody could say which is the first.
 */
function foreignSentence(outline: string, at: number, foreign: readonly string[], random: Random): string {
  if (random.below(5) === 0) {
    const far = sentences(outline).filter(({ from, to }) => to < at - 200 || from > at + 200);
    if (far.length > 0) {
      const { from, to } = random.pick(far);
      return outline.slice(from, to);
    }
  }
  return random.pick(foreign);
}

const spaced = (sentence: string) => `${sentence.trim()} `;

function insertWords(text: TrackedText, share: number, random: Random, foreign: readonly string[]): void {
  const list = chosen(words(text.outline), share, random);
  text.edit(list.map(({ from }) => ({ from, to: from, insert: `${foreignWord(foreign, random)} ` })));
}

function deleteWords(text: TrackedText, share: number, random: Random): void {
  const outline = text.outline;
  const list = chosen(words(outline), share, random);
  text.edit(list.map(({ from, to }) => ({ from, to: outline[to] === ' ' ? to + 1 : to, insert: '' })));
}

function replaceWords(text: TrackedText, share: number, random: Random, foreign: readonly string[]): void {
  const list = chosen(words(text.outline), share, random);
  text.edit(list.map(({ from, to }) => ({ from, to, insert: foreignWord(foreign, random) })));
}

function insertSentences(text: TrackedText, share: number, random: Random, foreign: readonly string[]): void {
  const outline = text.outline;
  const list = chosen(sentences(outline), share, random);
  text.edit(
    list.map(({ from }) => ({ from, to: from, insert: spaced(foreignSentence(outline, from, foreign, random)) })),
  );
}

function deleteSentences(text: TrackedText, share: number, random: Random): void {
  text.edit(chosen(sentences(text.outline), share, random).map(({ from, to }) => ({ from, to, insert: '' })));
}

function replaceSentences(text: TrackedText, share: number, random: Random, foreign: readonly string[]): void {
  // No copies here: one that takes the place of its original would be as good as the original.
  const list = chosen(sentences(text.outline), share, random);
  text.edit(list.map(({ from, to }) => ({ from, to, insert: spaced(random.pick(foreign)) })));
}

function moveParagraphs(text: TrackedText, share: number, random: Random): void {
  const list = paragraphs(text.outline);
  if (list.length < 2) return;
  const moved = chosen(list, share, random);
  const some = moved.length > 0 ? moved : [random.pick(list)];
  const stay = list.filter((paragraph) => !some.includes(paragraph));
  if (stay.length === 0) return;
  text.move(some.map(({ from, to }) => ({ from, to, target: random.pick(stay).from })));
}

function respace(text: TrackedText, _share: number, random: Random): void {
  const spaces = ['\u00a0', '\u202f', '\u2009', '  ', '\t', '\u3000'];
  text.convert((shown) => (shown === ' ' && random.below(3) === 0 ? random.pick(spaces) : shown));
}

const STRAIGHT = new Map([
  ...[...'‘’'].map((mark) => [mark, "'"] as const),
  ...[...'“”«»'].map((mark) => [mark, '"'] as const),
  ...[...'–—'].map((mark) => [mark, '--'] as const),
]);

const CURLY = new Map([
  ["'", '’'],
  ['"', '”'],
  ['-', '–'],
]);

function requote(text: TrackedText, _share: number, random: Random): void {
  const isCurling = random.below(2) === 0;
  text.convert((shown) => (isCurling ? CURLY.get(shown) : STRAIGHT.get(shown)) ?? shown);
}

/** Decomposed letters, and here and there a soft hyphen or a zero-width space inside or between words. */
function renormalize(text: TrackedText, share: number, random: Random): void {
  const unseen = ['\u00ad', '\u200b', '\u2060'];
  text.convert((shown) => {
    const decomposed = shown.normalize('NFD');
    return /\p{L}/u.test(shown) && random.next() < share / 2 ? decomposed + random.pick(unseen) : decomposed;
  });
}

function reflow(text: TrackedText): void {
  let column = 0;
  const outline = text.outline;
  text.convert((shown, index) => {
    if (shown === '\n') column = 0;
    else column++;
    if (shown !== ' ') return shown;
    const next = outline.slice(index + 1, index + 60).search(/\s/);
    if (column + (next < 0 ? 0 : next) < 80) return shown;
    column = 0;
    return '\n';
  });
}

function lineEnds(text: TrackedText): void {
  // The border of the program takes these away again: what is tried is that it does.
  const raw = `\ufeff${text.value.replaceAll('\n', '\r\n')}`;
  if (Text.of(raw).value !== text.value) throw new Error('line ends and the byte-order mark change a text');
}

const CONVERSIONS = [respace, requote, renormalize, reflow];

const CHANGES = [
  typo,
  insertWords,
  deleteWords,
  replaceWords,
  insertSentences,
  deleteSentences,
  replaceSentences,
  moveParagraphs,
];

export const EDIT_KINDS: readonly EditKind[] = [
  { name: 'line ends, BOM', run: lineEnds, isFlat: true },
  { name: 'kinds of spaces', run: respace, isFlat: true },
  { name: 'quote marks, dashes', run: requote, isFlat: true },
  { name: 'normalization', run: renormalize, isFlat: true },
  { name: 'reflow to 80', run: reflow, isFlat: true },
  { name: 'typos', run: typo },
  { name: 'words inserted', run: insertWords },
  { name: 'words deleted', run: deleteWords },
  { name: 'words replaced', run: replaceWords },
  { name: 'sentences inserted', run: insertSentences },
  { name: 'sentences deleted', run: deleteSentences },
  { name: 'sentences replaced', run: replaceSentences },
  { name: 'paragraphs moved', run: moveParagraphs, isMoving: true },
  {
    name: 'all together',
    isMoving: true,
    run: (text, share, random, foreign) => {
      for (const change of CHANGES) change(text, share / 3, random, foreign);
      for (const conversion of CONVERSIONS) conversion(text, share / 3, random);
    },
  },
];
