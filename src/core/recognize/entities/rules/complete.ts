import { type Gazetteer, KINDS } from '../gazetteer';
import type { Passage } from '../tagger/passage';
import type { NameSpan } from '../tagger/spans';
import { EVENT_STARTS, ORGANIZATION_HEADS } from './headWords';
import { EVERYDAY, knownKinds, PEOPLE, PLACES } from './known';
import { EVENT, ORG, PERSON, PLACE } from './types';

/** A name with all that belongs to it and nothing else, as its neighbors show. */
export function completed(passage: Passage, name: NameSpan, gazetteer: Gazetteer): NameSpan {
  return withNumber(passage, withBrackets(passage, beforeOffice(passage, name, gazetteer), gazetteer));
}

/** "Power of Siberia-2" has its number, "Boeing 737-800" both of them. */
function withNumber({ types, isGlued }: Passage, name: NameSpan): NameSpan {
  const isNumbered = types[name.to]?.text === '-' && /^\d{1,4}$/.test(types[name.to + 1]?.text ?? '');
  const isTight = isGlued[name.to] === 1 && isGlued[name.to + 1] === 1;
  return isNumbered && isTight && name.type !== PERSON ? { ...name, to: name.to + 2 } : name;
}

/** "[Korean] Peninsula": an editor's word in brackets begins the name that the gazetteer holds with it. */
function withBrackets(passage: Passage, name: NameSpan, gazetteer: Gazetteer): NameSpan {
  const { types } = passage;
  const isInside = types[name.from - 1]?.text === '[' && types[name.to]?.text === ']';
  const next = types[name.to + 1];
  if (!isInside || name.to !== name.from + 1 || !next?.isCapital) return name;
  const kinds = gazetteer.matchAt([types[name.from]?.key ?? '', next.key], 0)?.kinds ?? 0;
  return kinds & PLACES ? { ...name, from: name.from - 1, to: name.to + 2, type: PLACE } : name;
}

const OFFICES = /^(?:secretary|minister|secretaries|ministers|undersecretary|chancellor)$/;

/** "US Treasury Secretary Janet Yellen": the office is a title, and its country stands alone. */
function beforeOffice(passage: Passage, name: NameSpan, gazetteer: Gazetteer): NameSpan {
  const { types } = passage;
  if (name.type !== ORG || name.to - name.from < 2 || !OFFICES.test(types[name.to]?.lower ?? '')) return name;
  for (let to = name.to - 1; to > name.from; to--) {
    if (knownKinds(passage, name.from, to, gazetteer) & KINDS.country) return { ...name, to, type: PLACE };
  }
  return name;
}

/** "Putin Express": an everyday word that is part of no other mention of somebody does not belong to the name. */
export function withoutEverydayWord(
  { types }: Passage,
  name: NameSpan,
  isPerson: (words: string) => boolean,
): NameSpan {
  const last = types[name.to - 1];
  if (name.type !== PERSON || name.to - name.from < 2 || !last) return name;
  const isEveryday = (last.kinds & EVERYDAY) !== 0 && (last.kinds & PEOPLE) === 0;
  const shorter = types.slice(name.from, name.to - 1).map(({ text }) => text);
  return isEveryday && isPerson(shorter.join(' ')) ? { ...name, to: name.to - 1 } : name;
}

/** A name that ends in what only organizations are is one ("Carnegie Russia Eurasia Center"); a storm or a feast is an event. */
export function byHead({ types }: Passage, name: NameSpan): NameSpan {
  const isLong = name.to - name.from > 1;
  const isOther = name.type === PLACE || name.type === PERSON;
  const head = types[name.to - 1];
  if (isLong && EVENT_STARTS.has(types[name.from]?.lower ?? '')) return { ...name, type: EVENT };
  return isLong && isOther && head?.isCapital && ORGANIZATION_HEADS.has(head.lower) ? { ...name, type: ORG } : name;
}
