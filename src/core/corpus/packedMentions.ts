import type { AnnotationStatus } from '../annotation/annotation';
import { type ByteReader, ByteWriter, DamagedBytesError } from './bytes';
import { isName } from './entityKey';
import type { IndexedMention } from './indexedArticle';
import { keyOf } from './packedEntities';

/** A mention with the numbers of the entities, in their order in the article, that it is of and that speaks in it. */
export interface PackedMention extends IndexedMention {
  readonly entity?: number;
  readonly speaking?: number;
}

const STATUSES: readonly AnnotationStatus[] = ['suggested', 'accepted', 'rejected'];
const OPTIONAL = ['kind', 'link', 'value', 'modifier', 'counted', 'measure', 'speaker', 'guess', 'record'] as const;

/** The fields that are strings, in their order, those that may be absent last. */
const FIELDS = ['label', 'text', 'name', ...OPTIONAL] as const;

/** The flag of a mention that has a measure. */
const MEASURED = 1 << OPTIONAL.indexOf('measure');

/**
 * Writes mentions: first (a section) the strings that they have in common, then how many mentions there are, and of each
 * first where it is and of what, by which they are chosen.
 * @param numbers of the article's entities, by the keys of their mentions
 */
export function writeMentions(
  writer: ByteWriter,
  mentions: readonly IndexedMention[],
  numbers: ReadonlyMap<string, number>,
): void {
  const strings = new Map<string, number>();
  const numberOf = (value: string) => {
    const known = strings.get(value);
    if (known !== undefined) return known;
    strings.set(value, strings.size);
    return strings.size - 1;
  };
  const bySpeaker = speakersOf(mentions, numbers);
  const body = new ByteWriter();
  let last = 0;
  let lastSentence = 0;
  for (const mention of mentions) {
    body.number(mention.start - last);
    body.number(mention.end - mention.start);
    last = mention.start;
    body.number((isName(mention) ? (numbers.get(keyOf(mention)) ?? -1) : -1) + 1);
    body.number((mention.speaker === undefined ? -1 : (bySpeaker.get(mention.speaker) ?? -1)) + 1);
    const flags = OPTIONAL.reduce((bits, field, bit) => (mention[field] === undefined ? bits : bits | (1 << bit)), 0);
    body.number(STATUSES.indexOf(mention.status) + STATUSES.length * flags);
    for (const field of FIELDS) {
      const value = mention[field];
      if (value !== undefined) body.number(numberOf(value));
    }
    body.number(signed(mention.sentence.start - lastSentence));
    body.number(mention.sentence.end - mention.sentence.start);
    lastSentence = mention.sentence.start;
  }
  writer.section((own) => {
    own.number(strings.size);
    for (const value of strings.keys()) own.string(value);
  });
  writer.number(mentions.length);
  writer.bytes(body.done());
}

/** The numbers of entities by their fullest names; people before others of the same name. */
function speakersOf(mentions: readonly IndexedMention[], numbers: ReadonlyMap<string, number>): Map<string, number> {
  const found = new Map<string, number>();
  for (const mention of mentions) {
    if (!isName(mention)) continue;
    const number = numbers.get(keyOf(mention));
    const isPerson = (mention.kind ?? mention.label) === 'PERSON';
    if (number !== undefined && (isPerson || !found.has(mention.name))) found.set(mention.name, number);
  }
  return found;
}

/** A number that may be negative as one that is not, small where it is near 0. */
const signed = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value);
const unsigned = (value: number) => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

/**
 * Asked with the numbers of the entity that a mention is of and of the one that speaks in it, -1 for none, and whether it
 * measures something.
 */
export type MentionTest = (entity: number, speaking: number, isMeasured: boolean) => boolean;

/** @param reader stands where mentions begin */
export function readMentions(reader: ByteReader, isWanted: MentionTest = () => true): readonly PackedMention[] {
  const stringAt = stringsIn(reader);
  const fields = new Array<number>(FIELDS.length).fill(-1);
  const found: PackedMention[] = [];
  let last = 0;
  let lastSentence = 0;
  for (let left = reader.count(); left > 0; left--) {
    const start = last + reader.number();
    const end = start + reader.number();
    last = start;
    const [entity, speaking] = [reader.number() - 1, reader.number() - 1];
    const bits = reader.number();
    const flags = Math.floor(bits / STATUSES.length);
    for (let field = 0; field < FIELDS.length; field++) fields[field] = isSet(flags, field) ? reader.number() : -1;
    const from = lastSentence + unsigned(reader.number());
    lastSentence = from;
    const sentence = { start: from, end: from + reader.number() };
    if (!isWanted(entity, speaking, (flags & MEASURED) !== 0)) continue;
    const strings: Partial<Record<(typeof FIELDS)[number], string>> = {};
    FIELDS.forEach((field, index) => {
      const number = fields[index] ?? -1;
      if (number >= 0) strings[field] = stringAt(number);
    });
    const { label = '', text = '', name = '', ...optional } = strings;
    const status = STATUSES[bits % STATUSES.length] ?? 'suggested';
    found.push({
      ...{ start, end, text, label, status, name },
      ...optional,
      sentence,
      ...(entity >= 0 && { entity }),
      ...(speaking >= 0 && { speaking }),
    });
  }
  return found;
}

/** Calls back with the number of each mention's entity, -1 for none, and its span; all else is passed over. */
export function eachSpan(reader: ByteReader, call: (entity: number, start: number, end: number) => void): void {
  reader.skipSection();
  let last = 0;
  for (let left = reader.count(); left > 0; left--) {
    last += reader.number();
    const length = reader.number();
    const entity = reader.number() - 1;
    reader.number();
    const flags = Math.floor(reader.number() / STATUSES.length);
    // The three fields that are always there, and where the sentence is.
    for (let skipped = 3 + 2 + bitsIn(flags); skipped > 0; skipped--) reader.number();
    call(entity, last, last + length);
  }
}

/** Whether a mention has a field: the first three are always there. */
const isSet = (flags: number, field: number) => field < 3 || (flags & (1 << (field - 3))) !== 0;

function bitsIn(flags: number): number {
  let count = 0;
  for (let rest = flags; rest > 0; rest &= rest - 1) count++;
  return count;
}

/** All strings of an article's mentions, each once. @param reader stands where mentions begin */
export function readStrings(reader: ByteReader): readonly string[] {
  reader.sectionEnd();
  return Array.from({ length: reader.count() }, () => reader.string());
}

/** The strings of a section, each made when it is first asked for. */
function stringsIn(reader: ByteReader): (number: number) => string {
  const made: (string | undefined)[] = [];
  const end = reader.sectionEnd();
  const count = reader.count();
  const places: number[] = [];
  const inside = reader.fork(reader.at);
  reader.goTo(end);
  const placeOf = (number: number) => {
    while (places.length <= number && places.length < count) {
      places.push(inside.at);
      inside.skipString();
    }
    return places[number];
  };
  return (number) => {
    const known = made[number];
    if (known !== undefined) return known;
    const place = placeOf(number);
    if (place === undefined) throw new DamagedBytesError();
    const value = reader.fork(place).string();
    made[number] = value;
    return value;
  };
}
