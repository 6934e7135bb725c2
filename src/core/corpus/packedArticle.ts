import type { AnnotationStatus } from '../annotation/annotation';
import { ByteReader, ByteWriter, DamagedBytesError } from './bytes';
import { type EntityForm, entityFormOf, isName } from './entityKey';
import type { IndexedArticle, IndexedMention } from './indexedArticle';

/**
 * An article of the index in bytes, in memory as on disk: some 30 of them for a mention. It stands for itself, so that one
 * that changes costs only itself; what the index asks for first stands first.
 *
 * Layout: format, title, publication date, length, words, fingerprint; its entities; line starts; strings;
 * mentions.
 */
export type PackedArticle = Uint8Array;

/** Changes with the layout and with how names are folded: what was packed otherwise is packed anew. */
const FORMAT = 3;

/** An entity of one article. */
export interface PackedEntity extends EntityForm {
  /** Its id in the article's sidecar, where somebody has said what it is not, or that another one is not it. */
  readonly record?: string;
  /** The numbers of the entities that somebody has said it is not. */
  readonly not: readonly number[];
  /** Whether one of those bears its name: then it is not what the name means in other articles. */
  readonly isOdd: boolean;
  /** The fullest name there. */
  readonly shown: string;
  /** Its labels, the one that most mentions are accepted under first, then the one of most mentions. */
  readonly labels: readonly [LabelCount, ...LabelCount[]];
  /** How many mentions it has. */
  readonly count: number;
}

/** How many mentions of an entity are under a label, and how many of them somebody has accepted. */
export interface LabelCount {
  readonly label: string;
  readonly count: number;
  readonly accepted: number;
}

/** What the index keeps at hand of an article. */
export interface ArticleHead {
  readonly title: string;
  readonly published?: string;
  readonly length: number;
  readonly words: number;
}

/** What of an article is read without its mentions. */
export interface PackedHead {
  readonly head: ArticleHead;
  readonly fingerprint: readonly number[];
  readonly entities: readonly PackedEntity[];
}

/** A mention with the numbers of the entities, in their order in the article, that it is of and that speaks in it. */
export interface PackedMention extends IndexedMention {
  readonly entity?: number;
  readonly speaking?: number;
}

const STATUSES: readonly AnnotationStatus[] = ['suggested', 'accepted', 'rejected'];
const OPTIONAL = ['kind', 'link', 'value', 'modifier', 'counted', 'measure', 'speaker', 'guess', 'record'] as const;

export function packArticle(article: IndexedArticle): PackedArticle {
  const writer = new ByteWriter();
  const { entities, numbers } = entitiesOf(article);
  writer.number(FORMAT);
  writer.string(article.title);
  writer.string(article.published ?? '');
  writer.number(article.length);
  writer.number(article.words);
  writer.number(article.fingerprint?.length ?? 0);
  for (const part of article.fingerprint ?? []) writer.number(part);
  writer.number(entities.length);
  for (const { form, shown, labels, record, not, isOdd } of entities) {
    writer.string(form.name);
    writer.string(form.link ?? '');
    writer.string(form.guess ?? '');
    writer.number((form.isLocal ? LOCAL : 0) + (isOdd ? ODD : 0) + (record === undefined ? 0 : RECORDED));
    if (record !== undefined) {
      writer.string(record);
      writer.number(not.length);
      for (const other of not) writer.number(other);
    }
    writer.string(shown);
    writer.number(labels.size);
    for (const { label, count, accepted } of inOrder(labels.values())) {
      writer.string(label);
      writer.number(count);
      writer.number(accepted);
    }
  }
  writeRising(writer, article.lineStarts ?? []);
  writeMentions(writer, article.mentions, numbers);
  return writer.done();
}

/** What is known of an entity, as bits of a number. */
const LOCAL = 1;
const ODD = 2;
const RECORDED = 4;

/** An entity while its mentions are counted. */
interface Counted {
  form: EntityForm;
  readonly record: string | undefined;
  not: readonly number[];
  isOdd: boolean;
  readonly shown: string;
  readonly labels: Map<string, { readonly label: string; count: number; accepted: number }>;
}

/** The entities of an article in the order of their first mentions, and the number of each by its key. */
function entitiesOf({ mentions, notSame = [] }: IndexedArticle) {
  const numbers = new Map<string, number>();
  const byForm = new Map<string, number>();
  const entities: Counted[] = [];
  for (const mention of mentions) {
    if (!isName(mention)) continue;
    const key = keyOf(mention);
    const number = numbers.get(key) ?? numberOf(mention, byForm, entities);
    numbers.set(key, number);
    const labels = entities[number]?.labels;
    const { label } = mention;
    const counts = labels?.get(label) ?? { label, count: 0, accepted: 0 };
    labels?.set(label, counts);
    counts.count++;
    if (mention.status === 'accepted') counts.accepted++;
  }
  tellApart(entities, notSame);
  return { entities, numbers };
}

/** Notes at entities which others they are not. One that is not another of its name is like no other article's by name. */
function tellApart(entities: readonly Counted[], notSame: readonly (readonly [string, string])[]): void {
  for (const entity of entities) {
    if (entity.record === undefined) continue;
    const ids = new Set(notSame.flatMap(([id, other]) => (id === entity.record ? [other] : [])));
    entity.not = entities.flatMap(({ record }, number) => (record !== undefined && ids.has(record) ? [number] : []));
    entity.isOdd = entity.not.some((other) => entities[other]?.form.name === entity.form.name);
    const { link, guess } = entity.form;
    if (entity.isOdd && link === undefined && guess === undefined) entity.form = { ...entity.form, isLocal: true };
  }
}

/** Several spellings of a name in one article come to one entity of it. */
function numberOf(mention: IndexedMention, byForm: Map<string, number>, entities: Counted[]): number {
  const form = entityFormOf(mention);
  const { name: shown, record } = mention;
  const key = `${form.name}\n${form.link ?? ''}\n${form.guess ?? ''}\n${record ?? ''}`;
  const number = byForm.get(key) ?? entities.length;
  if (number === entities.length) entities.push({ form, shown, record, not: [], isOdd: false, labels: new Map() });
  byForm.set(key, number);
  return number;
}

function inOrder(labels: Iterable<LabelCount>): readonly LabelCount[] {
  return [...labels].sort((a, b) => b.accepted - a.accepted || b.count - a.count || (a.label < b.label ? -1 : 1));
}

/** Mentions of one key have one form; the key is quicker to make. */
function keyOf({ label, kind = '', name, link = '', guess = '', record = '' }: IndexedMention): string {
  return `${label}\n${kind}\n${name}\n${link}\n${guess}\n${record}`;
}

function writeMentions(
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
  body.number(mentions.length);
  let last = 0;
  let lastSentence = 0;
  for (const mention of mentions) {
    body.number(mention.start - last);
    body.number(mention.end - mention.start);
    last = mention.start;
    const flags = OPTIONAL.reduce((bits, field, bit) => (mention[field] === undefined ? bits : bits | (1 << bit)), 0);
    body.number(STATUSES.indexOf(mention.status) + STATUSES.length * flags);
    body.number(numberOf(mention.label));
    body.number(numberOf(mention.text));
    body.number(numberOf(mention.name));
    for (const field of OPTIONAL) {
      const value = mention[field];
      if (value !== undefined) body.number(numberOf(value));
    }
    body.number(signed(mention.sentence.start - lastSentence));
    body.number(mention.sentence.end - mention.sentence.start);
    lastSentence = mention.sentence.start;
    body.number((isName(mention) ? (numbers.get(keyOf(mention)) ?? -1) : -1) + 1);
    body.number((mention.speaker === undefined ? -1 : (bySpeaker.get(mention.speaker) ?? -1)) + 1);
  }
  writer.number(strings.size);
  for (const value of strings.keys()) writer.string(value);
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

function writeRising(writer: ByteWriter, values: readonly number[]): void {
  writer.number(values.length);
  let last = 0;
  for (const value of values) {
    writer.number(value - last);
    last = value;
  }
}

/** A number that may be negative as one that is not, small where it is near 0. */
const signed = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value);
const unsigned = (value: number) => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

/** What stands first: heading and entities. Throws a `DamagedBytesError` where the bytes are not of this format. */
export function readHead(packed: PackedArticle): PackedHead {
  const reader = new ByteReader(packed);
  const head = headIn(reader);
  const fingerprint = fingerprintIn(reader);
  const entities = Array.from({ length: reader.count() }, () => entityIn(reader));
  return { head, fingerprint, entities };
}

/** Shared by the many entities that are not said not to be anything. */
const NONE: readonly number[] = Object.freeze([]);

function entityIn(reader: ByteReader): PackedEntity {
  const name = reader.string();
  const link = reader.string();
  const guess = reader.string();
  const bits = reader.number();
  const isRecorded = (bits & RECORDED) !== 0;
  const record = isRecorded ? reader.string() : undefined;
  const not = isRecorded ? Array.from({ length: reader.count() }, () => reader.number()) : NONE;
  const shown = reader.string();
  const [first, ...others] = Array.from({ length: reader.count() }, (): LabelCount => {
    const label = reader.string();
    const count = reader.number();
    return { label, count, accepted: reader.number() };
  });
  if (!first) throw new DamagedBytesError();
  const count = others.reduce((sum, other) => sum + other.count, first.count);
  return {
    ...{ name, isLocal: (bits & LOCAL) !== 0, isOdd: (bits & ODD) !== 0, not },
    ...{ shown, labels: [first, ...others], count },
    ...(record !== undefined && { record }),
    ...(link !== '' && { link }),
    ...(guess !== '' && { guess }),
  };
}

function fingerprintIn(reader: ByteReader): readonly number[] {
  return Array.from({ length: reader.count() }, () => reader.number());
}

function headIn(reader: ByteReader): ArticleHead {
  if (reader.number() !== FORMAT) throw new DamagedBytesError();
  const title = reader.string();
  const published = reader.string();
  const length = reader.number();
  return { title, length, words: reader.number(), ...(published !== '' && { published }) };
}

/** Pairs of records of which somebody has said that the first is not the second. */
function notSameIn(entities: readonly PackedEntity[]): readonly (readonly [string, string])[] {
  return entities.flatMap(({ record, not }) =>
    not.flatMap((number): [string, string][] => {
      const other = entities[number]?.record;
      return record !== undefined && other !== undefined ? [[record, other]] : [];
    }),
  );
}

/** The heading alone. */
export function readHeading(packed: PackedArticle): ArticleHead {
  return headIn(new ByteReader(packed));
}

function skipEntities(reader: ByteReader): void {
  for (let left = reader.count(); left > 0; left--) {
    reader.skipString();
    reader.skipString();
    reader.skipString();
    if ((reader.number() & RECORDED) !== 0) {
      reader.skipString();
      for (let others = reader.count(); others > 0; others--) reader.number();
    }
    reader.skipString();
    for (let labels = reader.count(); labels > 0; labels--) {
      reader.skipString();
      reader.number();
      reader.number();
    }
  }
}

function risingIn(reader: ByteReader): number[] {
  let last = 0;
  return Array.from({ length: reader.count() }, () => {
    last += reader.number();
    return last;
  });
}

/** Where an article's lines start. */
export function readLineStarts(packed: PackedArticle): readonly number[] {
  const reader = new ByteReader(packed);
  headIn(reader);
  fingerprintIn(reader);
  skipEntities(reader);
  return risingIn(reader);
}

interface UnpackedArticle extends IndexedArticle {
  readonly mentions: readonly PackedMention[];
}

/** All of an article. */
export function unpackArticle(path: string, packed: PackedArticle): UnpackedArticle {
  const reader = new ByteReader(packed);
  const head = headIn(reader);
  const fingerprint = fingerprintIn(reader);
  const notSame = notSameIn(Array.from({ length: reader.count() }, () => entityIn(reader)));
  const lineStarts = risingIn(reader);
  return {
    path,
    ...head,
    ...(notSame.length > 0 && { notSame }),
    ...(fingerprint.length > 0 && { fingerprint }),
    ...(lineStarts.length > 0 && { lineStarts }),
    mentions: mentionsIn(reader),
  };
}

/** The mentions of an article of which some entity, by its number there, is: the others cost hardly anything. */
export function unpackMentions(packed: PackedArticle, isWanted: MentionTest): readonly PackedMention[] {
  const reader = new ByteReader(packed);
  headIn(reader);
  fingerprintIn(reader);
  skipEntities(reader);
  risingIn(reader);
  return mentionsIn(reader, isWanted);
}

/** Asked with the numbers of the entity that a mention is of and of the one that speaks in it; -1 for none. */
type MentionTest = (entity: number, speaking: number) => boolean;

/** The fields that are strings, in their order, those that may be absent last. */
const FIELDS = ['label', 'text', 'name', ...OPTIONAL] as const;

function mentionsIn(reader: ByteReader, isWanted: MentionTest = () => true): readonly PackedMention[] {
  const stringAt = stringsIn(reader);
  const fields = new Array<number>(FIELDS.length).fill(-1);
  const found: PackedMention[] = [];
  let last = 0;
  let lastSentence = 0;
  for (let left = reader.count(); left > 0; left--) {
    const start = last + reader.number();
    const end = start + reader.number();
    last = start;
    const bits = reader.number();
    const status = STATUSES[bits % STATUSES.length] ?? 'suggested';
    // The three that are always there count as flags that are set.
    const flags = Math.floor(bits / STATUSES.length) * 8 + 7;
    for (let field = 0; field < FIELDS.length; field++) fields[field] = flags & (1 << field) ? reader.number() : -1;
    const from = lastSentence + unsigned(reader.number());
    lastSentence = from;
    const sentence = { start: from, end: from + reader.number() };
    const [entity, speaking] = [reader.number() - 1, reader.number() - 1];
    if (!isWanted(entity, speaking)) continue;
    const strings: Partial<Record<(typeof FIELDS)[number], string>> = {};
    FIELDS.forEach((field, index) => {
      const number = fields[index] ?? -1;
      if (number >= 0) strings[field] = stringAt(number);
    });
    const { label = '', text = '', name = '', ...optional } = strings;
    found.push({
      start,
      end,
      text,
      label,
      status,
      name,
      ...optional,
      sentence,
      ...(entity >= 0 && { entity }),
      ...(speaking >= 0 && { speaking }),
    });
  }
  return found;
}

/** All words that an article's mentions have, each once: names, texts, and what else is said of them. */
export function readWords(packed: PackedArticle): readonly string[] {
  const reader = new ByteReader(packed);
  headIn(reader);
  fingerprintIn(reader);
  skipEntities(reader);
  risingIn(reader);
  return Array.from({ length: reader.count() }, () => reader.string());
}

/** The strings that follow, each made when it is first asked for. */
function stringsIn(reader: ByteReader): (number: number) => string {
  const made: (string | undefined)[] = [];
  const places = Array.from({ length: reader.count() }, () => {
    const { at } = reader;
    reader.skipString();
    return at;
  });
  return (number) => {
    const known = made[number];
    const place = places[number];
    if (known !== undefined) return known;
    if (place === undefined) throw new DamagedBytesError();
    const value = reader.stringAt(place);
    made[number] = value;
    return value;
  };
}
