import { ByteReader, ByteWriter, DamagedBytesError } from './bytes';
import type { IndexedArticle } from './indexedArticle';
import { EntityReader, entitiesOf, notSameIn, type PackedEntity, writeEntities } from './packedEntities';
import {
  eachSpan,
  type MentionTest,
  type PackedMention,
  readMentions,
  readStrings,
  writeMentions,
} from './packedMentions';

/**
 * An article of the index in bytes, in memory as on disk: some 50 of them for a mention. It stands for itself, so that one
 * that changes costs only itself; what the index asks for first stands first, and what it does not ask for is passed over.
 *
 * Layout: format, then sections for the heading (title, publication date, length, words), the fingerprint, the entities and
 * the line starts; then the mentions.
 */
export type PackedArticle = Uint8Array;

/** Changes with the layout and with how names are folded: what was packed otherwise is packed anew. */
const FORMAT = 4;

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

export function packArticle(article: IndexedArticle): PackedArticle {
  const writer = new ByteWriter();
  const { entities, numbers } = entitiesOf(article);
  writer.number(FORMAT);
  writer.section((own) => {
    own.string(article.title);
    own.string(article.published ?? '');
    own.number(article.length);
    own.number(article.words);
  });
  writer.section((own) => {
    own.number(article.fingerprint?.length ?? 0);
    for (const part of article.fingerprint ?? []) own.number(part);
  });
  writer.section((own) => writeEntities(own, entities));
  writer.section((own) => writeRising(own, article.lineStarts ?? []));
  writeMentions(writer, article.mentions, numbers);
  return writer.done();
}

function writeRising(writer: ByteWriter, values: readonly number[]): void {
  writer.number(values.length);
  let last = 0;
  for (const value of values) {
    writer.number(value - last);
    last = value;
  }
}

/** Where the sections are that follow the heading. */
const FINGERPRINT = 1;
const ENTITIES = 2;
const LINES = 3;
const MENTIONS = 4;

/**
 * A reader that stands at the start of what a section holds.
 * Throws a `DamagedBytesError` where the bytes are not of this format.
 */
function readerAt(packed: PackedArticle, section: number): ByteReader {
  const reader = new ByteReader(packed);
  if (reader.number() !== FORMAT) throw new DamagedBytesError();
  for (let passed = 0; passed < section; passed++) reader.skipSection();
  if (section < MENTIONS) reader.sectionEnd();
  return reader;
}

/** What stands first: heading and entities. Throws a `DamagedBytesError` where the bytes are not of this format. */
export function readHead(packed: PackedArticle): PackedHead {
  const fingerprint = fingerprintIn(readerAt(packed, FINGERPRINT));
  return { head: readHeading(packed), fingerprint, entities: entitiesIn(packed).rest() };
}

/** The entities, to be read one by one. Throws a `DamagedBytesError` where the bytes are not of this format. */
export function entitiesIn(packed: PackedArticle): EntityReader {
  return new EntityReader(readerAt(packed, ENTITIES));
}

function fingerprintIn(reader: ByteReader): readonly number[] {
  return Array.from({ length: reader.count() }, () => reader.number());
}

/** The heading alone. Throws a `DamagedBytesError` where the bytes are not of this format. */
export function readHeading(packed: PackedArticle): ArticleHead {
  const reader = readerAt(packed, 0);
  const title = reader.string();
  const published = reader.string();
  const length = reader.number();
  return { title, length, words: reader.number(), ...(published !== '' && { published }) };
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
  return risingIn(readerAt(packed, LINES));
}

interface UnpackedArticle extends IndexedArticle {
  readonly mentions: readonly PackedMention[];
}

/** All of an article. */
export function unpackArticle(path: string, packed: PackedArticle): UnpackedArticle {
  const { head, fingerprint, entities } = readHead(packed);
  const notSame = notSameIn(entities);
  const lineStarts = readLineStarts(packed);
  return {
    path,
    ...head,
    ...(notSame.length > 0 && { notSame }),
    ...(fingerprint.length > 0 && { fingerprint }),
    ...(lineStarts.length > 0 && { lineStarts }),
    mentions: unpackMentions(packed),
  };
}

/** The mentions of an article that are asked for: the others cost hardly anything. */
export function unpackMentions(packed: PackedArticle, isWanted?: MentionTest): readonly PackedMention[] {
  return readMentions(readerAt(packed, MENTIONS), isWanted);
}

/** Calls back with the number of each mention's entity, -1 for none, and its span, in reading order. */
export function eachSpanIn(packed: PackedArticle, call: (entity: number, start: number, end: number) => void): void {
  eachSpan(readerAt(packed, MENTIONS), call);
}

/** All words that an article's mentions have, each once: names, texts, and what else is said of them. */
export function readWords(packed: PackedArticle): readonly string[] {
  return readStrings(readerAt(packed, MENTIONS));
}
