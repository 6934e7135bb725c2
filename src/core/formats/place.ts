import type { Annotation, AnnotationSet, Relation } from '../annotation/annotation';
import { placedParts } from '../annotation/quotationParts';
import { type Quote, quoteAt } from '../annotation/quote';
import { findQuotes } from '../sidecar/anchor/anchor';
import { codePoints } from '../text/codePoints';
import type { Span } from '../text/span';
import { Text } from '../text/text';
import { withoutTwins } from './fit';
import type { AnnotatedArticle, ReadArticle, ReadSpan } from './format';
import type { OffsetUnit } from './offsetUnits';
import { chooseRuler, type Ruler } from './rulers';
import { sameButSpace } from './sameButSpace';

/** An article from another tool's file, its annotations on their words. */
export interface Placed {
  readonly article: AnnotatedArticle;
  /** What the file's offsets count, as far as could be told. */
  readonly unit: OffsetUnit;
  /** Whether they count the file's own bytes of a byte-order mark and line ends, rather than the text as read. */
  readonly countsRaw: boolean;
  /** Whether nothing in the file tells the unit (it quotes no words), so that where words end had to. */
  readonly isGuess: boolean;
  /** How many annotations stand where their offsets say, and how many only where their words were found. */
  readonly exact: number;
  readonly found: number;
  /** Those whose place is not in the text. */
  readonly lost: readonly ReadSpan[];
  /** Relations that lead to an annotation that is not there. */
  readonly untied: number;
}

/**
 * Puts what a file says of an article onto the article's text: the file's own, or one that is there already.
 * @param onto the article as its file has it, where it is there already
 * @returns undefined where neither has a text
 */
export function placeArticle(read: ReadArticle, onto?: string): Placed | undefined {
  const raw = read.text ?? onto;
  if (raw === undefined) return undefined;
  const ruler = chooseRuler(raw, read.spans, read.units);
  const own = Text.of(raw).value;
  const target = onto === undefined ? own : Text.of(onto).value;
  const carry = carrier(own, target);
  const standing = read.spans.map((span) => {
    const measured = ruler.measure(span);
    return measured && carry(measured);
  });
  const quoted = read.spans.map((span, index) => standing[index] ?? placeOfQuote(target, span));
  const places = quoted.every((place) => place) ? quoted : foundAgain(read.spans, quoted, target, own, ruler);
  const annotations = read.spans.flatMap((span, index): Annotation[] => {
    const place = places[index];
    return place ? [annotationAt(target, span, place, ruler, carry)] : [];
  });
  const set = setOf(read, annotations);
  return {
    article: { name: read.name, text: target, article: read.article ?? {}, set },
    unit: ruler.unit,
    countsRaw: ruler.countsRaw,
    isGuess: ruler.isGuess,
    exact: standing.filter((place) => place).length,
    found: places.filter((place, index) => place && !standing[index]).length,
    lost: read.spans.filter((_, index) => !places[index]),
    untied: read.relations.length - set.relations.length,
  };
}

type Carry = (span: Span) => Span | undefined;

/** From the file's text to the article's: the same, the same but for white space, or none that can be told by counting. */
function carrier(own: string, target: string): Carry {
  if (own === target) return (span) => span;
  return sameButSpace(own, target) ?? (() => undefined);
}

/** Where words stand that a file quotes with what is around them and without offsets, if they stand there once. */
function placeOfQuote(text: string, { start, quote, prefix = '', suffix = '' }: ReadSpan): Span | undefined {
  if (start >= 0 || quote === undefined || quote === '') return undefined;
  const whole = prefix + quote + suffix;
  const first = text.indexOf(whole);
  if (first < 0 || text.indexOf(whole, first + 1) >= 0) return undefined;
  return { start: first + prefix.length, end: first + prefix.length + quote.length };
}

/** Looks for those without a place by their words and what stood around them. */
function foundAgain(
  spans: readonly ReadSpan[],
  standing: readonly (Span | undefined)[],
  target: string,
  own: string,
  ruler: Ruler,
): (Span | undefined)[] {
  const points = codePoints(own);
  const wanted = spans.flatMap((span, index) => {
    if (standing[index]) return [];
    const measured = ruler.measure(span);
    const quote = measured && own !== target ? quoteAt(own, measured) : quoteOf(span);
    const { start, end } = measured ?? span;
    return quote.quote.trim() === ''
      ? []
      : [{ index, ...quote, start: points.fromUtf16(start), end: points.fromUtf16(end) }];
  });
  const found = findQuotes(target, wanted, own === target ? undefined : points.length);
  const places = [...standing];
  for (const [order, { index }] of wanted.entries()) places[index] = found[order];
  return places;
}

function quoteOf({ quote = '', prefix = '', suffix = '' }: ReadSpan): Quote {
  return { quote, prefix, suffix };
}

function annotationAt(text: string, span: ReadSpan, place: Span, ruler: Ruler, carry: Carry): Annotation {
  const { id, label, status = 'accepted', entity, value, quotation, note, source, by, at, unknown } = span;
  const parts =
    quotation &&
    placedParts(quotation, (part) => {
      const measured = ruler.measurePlain(part);
      return measured && carry(measured);
    });
  return {
    id,
    ...{ start: place.start, end: place.end },
    ...quoteAt(text, place),
    label,
    status,
    ...(entity !== undefined && { entity }),
    ...(value !== undefined && { value }),
    ...(parts && { quotation: parts }),
    ...(note !== undefined && { note }),
    ...(source !== undefined && { source }),
    ...(by !== undefined && { by }),
    ...(at !== undefined && { at }),
    ...(unknown && Object.keys(unknown).length > 0 && { unknown }),
  };
}

/** The decisions without what is there twice and without relations that lead nowhere. */
function setOf(read: ReadArticle, annotations: readonly Annotation[]): AnnotationSet {
  const kept = withoutTwins(annotations);
  const keptAt = new Map(kept.map((annotation) => [keyOf(annotation), annotation.id]));
  const idOf = new Map(annotations.map((annotation) => [annotation.id, keptAt.get(keyOf(annotation))]));
  const relations = read.relations.flatMap((relation): Relation[] => {
    const from = idOf.get(relation.from);
    const to = idOf.get(relation.to);
    return from === undefined || to === undefined ? [] : [{ ...relation, from, to }];
  });
  const known = new Set(read.entities.map(({ id }) => id));
  return {
    entities: read.entities,
    annotations: kept.map((annotation) => {
      if (annotation.entity === undefined || known.has(annotation.entity)) return annotation;
      const { entity: _, ...rest } = annotation;
      return rest;
    }),
    relations,
  };
}

const keyOf = ({ start, end, label }: Annotation) => `${start} ${end} ${label}`;
