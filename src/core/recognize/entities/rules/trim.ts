import { type Gazetteer, KINDS } from '../gazetteer';
import type { Passage } from '../tagger/passage';
import type { NameSpan } from '../tagger/spans';
import { OFFICES } from './headWords';
import { knownKinds, PEOPLE, PLACES } from './known';
import { NORP, PERSON, PLACE } from './types';

/** Words before a person's name that are never part of it, though some are names too ("Gen"). */
const FORMS_OF_ADDRESS =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|madam|alhaji|alhaja|sheikh|sheik|shri|smt|rev|reverend|gen|lt|col|sgt|capt|sen|gov|rep|hon|pastor|bishop|engr|chief|ambassador|inspector|constable|detective|superintendent)\.?$/;

/**
 * A name as annotators draw it: a person without titles, a place without its article, nothing with a possessive ending
 * or signs behind it; an editor's brackets have both their halves ("[Korean] Peninsula").
 */
export function trimmed(passage: Passage, name: NameSpan, gazetteer: Gazetteer): NameSpan {
  let { from, to } = name;
  while (to - from > 1 && isLoose(passage, from, to)) to--;
  if (name.type === PERSON) from = behindOffice(passage, from, to);
  while (to - from > 1 && isBefore(passage, { ...name, from, to }, gazetteer)) from++;
  if (opensBracket(passage, from, to)) from--;
  return from === name.from && to === name.to ? name : { ...name, from, to };
}

/** Whether a name's last word is no part of it: a possessive ending, a sign, half a pair of brackets. */
function isLoose({ types }: Passage, from: number, to: number): boolean {
  const last = types[to - 1]?.text ?? '';
  const opening = last === ')' ? '(' : last === ']' ? '[' : undefined;
  if (opening !== undefined) return !types.slice(from, to).some(({ text }) => text === opening);
  return /^(?:['’]s?|[,;:"”([])$/i.test(last);
}

/** Whether a name's first word only stands before it. */
function isBefore(passage: Passage, name: NameSpan, gazetteer: Gazetteer): boolean {
  const { from, to, type } = name;
  const first = passage.types[from];
  if (!first) return false;
  const isArticle = first.lower === 'the';
  if (isArticle && (type === PLACE || type === NORP)) return (knownKinds(passage, from, to, gazetteer) & PLACES) === 0;
  if (isArticle || type !== PERSON) return isArticle && first.text === 'the';
  const isTitle = (first.kinds & KINDS.title) !== 0 && (first.kinds & PEOPLE) === 0;
  const hasMore = passage.types.slice(from + 1, to).some(({ isCapital, isCaseless }) => isCapital || isCaseless);
  return hasMore && (FORMS_OF_ADDRESS.test(first.lower) || isTitle || first.text === '.');
}

/** Where somebody's name begins behind an office that was taken for a part of it. */
function behindOffice({ types }: Passage, from: number, to: number): number {
  let start = from;
  for (let index = from; index < to - 1; index++) {
    if (!OFFICES.has(types[index]?.lower ?? '')) continue;
    start = types[index + 1]?.lower === 'of' ? index + 3 : index + 1;
  }
  return start < to && types[start]?.isCapital === true ? start : from;
}

function opensBracket({ types }: Passage, from: number, to: number): boolean {
  if (types[from - 1]?.text !== '[') return false;
  const inside = types.slice(from, to).map(({ text }) => text);
  return inside.includes(']') && !inside.includes('[');
}
