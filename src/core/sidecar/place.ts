import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Annotation, AnnotationSet, Entity, Relation, UnknownFields } from '../annotation/annotation';
import type { Part } from '../annotation/quotationParts';
import { type Quote, quoteAt } from '../annotation/quote';
import { atOnce, mapped, type Steps } from '../slices';
import { type CodePoints, codePoints } from '../text/codePoints';
import type { Span } from '../text/span';
import { findQuotes } from './anchor/anchor';
import {
  type FiledAnnotation,
  type FiledArticle,
  type FiledEntity,
  type FiledRelation,
  type FiledSidecar,
  KEY_ORDER,
  SIDECAR_VERSION,
} from './filed';
import { type FiledSpan, fileParts, readPart, readParts } from './filedParts';
import { partQuotes, placedPart } from './placeParts';

/** SHA-256 of an article's text (LF, no byte-order mark) in UTF-8, in hexadecimal. */
export function textDigest(text: string): string {
  return atOnce(digesting(text));
}

/** So many code units are digested between two steps. */
const DIGESTED = 16_384;

/** The last text that was digested, and what came of it: a sidecar is read, and written again and again, over one text. */
let latest = { text: '', digest: '' };

function* digesting(text: string): Steps<string> {
  if (latest.digest !== '' && latest.text === text) return latest.digest;
  const hash = sha256.create();
  for (let from = 0; from < text.length; ) {
    // A surrogate pair is one character in UTF-8.
    const cut = Math.min(text.length, from + DIGESTED);
    const to = (text.charCodeAt(cut - 1) & 0xfc00) === 0xd800 ? Math.min(text.length, cut + 1) : cut;
    hash.update(utf8ToBytes(text.slice(from, to)));
    from = to;
    yield;
  }
  const digest = bytesToHex(hash.digest());
  latest = { text, digest };
  return digest;
}

/** The decisions of a sidecar placed on the article's text as it stands; what can't be placed is marked as an orphan. */
export function placeSidecar(sidecar: FiledSidecar, text: string): AnnotationSet {
  return atOnce(placing(sidecar, text));
}

/** The same in steps. */
export function* placing(sidecar: FiledSidecar, text: string): Steps<AnnotationSet> {
  const points = codePoints(text);
  const placed = yield* placesOf(sidecar, text, points);
  const place = (filed: FiledAnnotation, index: number): Annotation => {
    const { span, part } = placed[index] ?? NOWHERE;
    const { quotation: _, ...rest } = known<Annotation>(filed, KEY_ORDER.annotation);
    const fields = { ...rest, ...quoteOf(filed) };
    const isOrphan = span === undefined;
    const read = part ?? ((each: FiledSpan) => readPart(each, points, isOrphan));
    const parts = filed.quotation && { quotation: readParts(filed.quotation, read) };
    if (span) return { ...fields, ...parts, ...span };
    const expected = { start: points.toUtf16(filed.start), end: points.toUtf16(filed.end) };
    return { ...fields, ...parts, ...expected, orphan: { start: filed.start, end: filed.end } };
  };
  return {
    entities: sidecar.entities.map((entity) => known<Entity>(entity, KEY_ORDER.entity)),
    annotations: yield* mapped(sidecar.annotations, place),
    relations: sidecar.relations.map((relation) => known<Relation>(relation, KEY_ORDER.relation)),
  };
}

interface Place {
  readonly span?: Span | undefined;
  /** Where the parts of a quotation are, unless they are where the file says. */
  readonly part?: (span: FiledSpan) => Part | undefined;
}

const NOWHERE: Place = Object.freeze({});

/** Where the annotations' words are: where the sidecar says if it was written over this very text, else looked for. */
function* placesOf(sidecar: FiledSidecar, text: string, points: CodePoints): Steps<Place[]> {
  const { annotations, article } = sidecar;
  const isSameText = article.sha256 === (yield* digesting(text));
  const standing = yield* mapped(annotations, ({ start, end, quote }): Place => {
    const span = { start: points.toUtf16(start), end: points.toUtf16(end) };
    return isSameText && quote !== '' && text.slice(span.start, span.end) === quote ? { span } : NOWHERE;
  });
  if (isSameText && standing.every(({ span }) => span)) return standing;
  const parts = annotations.map(partQuotes);
  const quotes = annotations.map((filed) => ({ ...quoteOf(filed), start: filed.start, end: filed.end }));
  const found = findQuotes(text, [...quotes, ...parts.flat()], article.length);
  let next = quotes.length;
  return annotations.map((filed, index): Place => {
    const ours = (parts[index] ?? []).map((quote) => ({ quote, place: found[next++] }));
    const stands = standing[index];
    if (stands?.span) return stands;
    const span = found[index];
    if (!span || !filed.quotation) return { span };
    return { span, part: (each) => placedPart(each, { filed, span, found: ours, text, points }) };
  });
}

function quoteOf(filed: FiledAnnotation): Quote {
  return { quote: filed.quote, prefix: filed.prefix ?? '', suffix: filed.suffix ?? '' };
}

/** What a sidecar says beside its decisions, kept for the next writing. */
export interface SidecarFrame {
  readonly article: FiledArticle;
  readonly unknown: UnknownFields;
}

export const EMPTY_FRAME: SidecarFrame = Object.freeze({ article: {}, unknown: {} });

/** Everything of a sidecar but its decisions. */
export function frameOf(sidecar: FiledSidecar): SidecarFrame {
  const { newsmark: _, article, entities: _e, annotations: _a, relations: _r, ...unknown } = sidecar;
  return { article, unknown };
}

/**
 * The decisions as a file holds them.
 * @param text the article's text, over which the offsets, quotes and the digest are taken
 */
export function fileSidecar(set: AnnotationSet, text: string, frame: SidecarFrame): FiledSidecar {
  return atOnce(filing(set, text, frame));
}

/** The same in steps. */
export function* filing(set: AnnotationSet, text: string, frame: SidecarFrame): Steps<FiledSidecar> {
  const points = codePoints(text);
  const digest = yield* digesting(text);
  return {
    newsmark: SIDECAR_VERSION,
    article: { ...frame.article, sha256: digest, length: points.length },
    entities: set.entities.map(({ unknown, ...entity }) => ({ ...entity, ...unknown }) as FiledEntity),
    annotations: yield* mapped(set.annotations, (annotation) => fileAnnotation(annotation, text, points)),
    relations: set.relations.map(({ unknown, ...relation }) => ({ ...relation, ...unknown }) as FiledRelation),
    ...frame.unknown,
  };
}

/** Annotations as they were filed last: most of them are filed again just so, and are then known to be the same. */
const filedBefore = new WeakMap<Annotation, FiledAnnotation>();

function fileAnnotation(annotation: Annotation, text: string, points: CodePoints): FiledAnnotation {
  const { orphan, past: _, unknown, quotation, ...fields } = annotation;
  const place = orphan ?? { start: points.fromUtf16(annotation.start), end: points.fromUtf16(annotation.end) };
  const quote = orphan ? annotation : quoteAt(text, annotation);
  const before = filedBefore.get(annotation);
  if (before && !quotation && isFiledSo(before, place, quote)) return before;
  const parts = quotation && { quotation: fileParts(quotation, points, orphan !== undefined) };
  const { quote: words, prefix, suffix } = quote;
  const filed = { ...fields, quote: words, prefix, suffix, ...place, ...parts, ...unknown } as FiledAnnotation;
  filedBefore.set(annotation, filed);
  return filed;
}

function isFiledSo(filed: FiledAnnotation, { start, end }: Span, { quote, prefix, suffix }: Quote): boolean {
  return (
    filed.start === start &&
    filed.end === end &&
    filed.quote === quote &&
    filed.prefix === prefix &&
    filed.suffix === suffix
  );
}

/** Splits a filed item into the fields of its type and, apart from them, the ones that this version does not know. */
function known<T extends { readonly unknown?: UnknownFields }>(filed: object, keys: readonly string[]): T {
  const isKnown = ([key]: [string, unknown]) => keys.includes(key);
  // The schema has checked the fields that T names.
  if (Object.keys(filed).every((key) => keys.includes(key))) return filed as unknown as T;
  const entries = Object.entries(filed);
  const fields = Object.fromEntries(entries.filter(isKnown));
  const unknown = Object.fromEntries(entries.filter((entry) => !isKnown(entry)));
  return { ...fields, unknown } as unknown as T;
}
