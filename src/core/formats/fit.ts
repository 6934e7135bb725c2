import type { Annotation, Entity, Relation } from '../annotation/annotation';
import { paragraphs } from '../text/paragraphs';
import { firstAtLeast } from '../text/sorted';
import { bySpan, type Span, sameSpan, withoutOuterSpace } from '../text/span';
import type { AnnotatedArticle, Format, WriteOptions } from './format';
import { type Kind, LossCount, type Losses } from './kinds';
import { countForbidden, permitted } from './shared/xml';
import { tokensOf } from './tokenizers';

/** An article with nothing but what a format can hold, and what had to go for that. */
export interface Fitted {
  readonly article: AnnotatedArticle;
  readonly losses: Losses;
}

/** Takes away what a format can't hold, and counts it. */
export function fitArticle(article: AnnotatedArticle, format: Format, options: WriteOptions): Fitted {
  const count = new LossCount();
  const text = withoutForbidden(article.text, format.holds, count);
  const standing = standingIn(article.set.annotations, count);
  const stated = withStatus(standing, format.holds, count);
  const placed = onePlaceEach(text, stated, format, options, count);
  const { annotations, entities } = withEntities(placed, article.set.entities, format, count);
  if (!format.holds.has('whiteSpace') && text.trim() !== '') count.add('whiteSpace');
  const set = {
    annotations,
    entities,
    relations: relationsFor(article.set.relations, annotations, format.holds, count),
  };
  return { article: { ...article, text, article: factsFor(article, format.holds, count), set }, losses: count.losses };
}

/** XML forbids some characters; another stands for each, so that offsets stay. */
function withoutForbidden(text: string, holds: ReadonlySet<Kind>, count: LossCount): string {
  if (holds.has('character')) return text;
  count.add('character', countForbidden(text));
  return permitted(text);
}

function standingIn(annotations: readonly Annotation[], count: LossCount): Annotation[] {
  return annotations
    .filter(({ orphan, start, end }) => {
      if (orphan) count.add('orphan');
      else if (start === end) count.add('empty');
      return !orphan && start < end;
    })
    .map(({ past: _, ...annotation }) => annotation)
    .sort(byPlaceAndLabel);
}

/** Reading order, the longer first; on the same words by label, so that the outcome does not depend on ids. */
function byPlaceAndLabel(a: Annotation, b: Annotation): number {
  return bySpan(a, b) || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);
}

function withStatus(annotations: readonly Annotation[], holds: ReadonlySet<Kind>, count: LossCount): Annotation[] {
  return annotations.flatMap((annotation): Annotation[] => {
    if (annotation.status === 'rejected' && !holds.has('rejection')) {
      count.add('rejection');
      return [];
    }
    if (annotation.status !== 'suggested' || holds.has('undecided')) return [annotation];
    count.add('undecided');
    return [{ ...annotation, status: 'accepted' }];
  });
}

/** Without what stands where the format can't have an annotation; of two that are too near, the longer stays. */
function onePlaceEach(
  text: string,
  annotations: readonly Annotation[],
  { holds }: Format,
  options: WriteOptions,
  count: LossCount,
): Annotation[] {
  let kept = [...annotations];
  const without = (kind: Kind, isRight: (annotation: Annotation) => boolean) => {
    if (holds.has(kind)) return;
    kept = kept.filter((annotation) => {
      if (isRight(annotation)) return true;
      count.add(kind);
      return false;
    });
  };
  const tokens = holds.has('partOfToken') ? [] : tokensOf(text, options.tokenizer);
  const starts = new Set(tokens.map(({ start }) => start));
  const ends = new Set(tokens.map(({ end }) => end));
  without('partOfToken', ({ start, end }) => starts.has(start) && ends.has(end));
  without('outerSpace', (annotation) => sameSpan(withoutOuterSpace(text, annotation), annotation));
  const blocks = holds.has('acrossParagraphs') ? [] : paragraphs(text);
  const blockStarts = blocks.map(({ start }) => start);
  without('acrossParagraphs', ({ start, end }) => {
    const block = blocks[firstAtLeast(blockStarts, start + 1) - 1];
    return block !== undefined && end <= block.end;
  });
  return apart(kept, holds, count);
}

/** Goes through annotations in reading order with those still open, as brackets would be. */
function apart(annotations: readonly Annotation[], holds: ReadonlySet<Kind>, count: LossCount): Annotation[] {
  if (holds.has('nested') && holds.has('crossing')) return [...annotations];
  const kept: Annotation[] = [];
  const open: Span[] = [];
  for (const annotation of annotations) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= annotation.start) open.pop();
    const outer = open.at(-1);
    const isNested = outer !== undefined && annotation.end <= outer.end;
    if (outer && isNested && !holds.has('nested')) count.add('nested');
    else if (outer && !isNested && !holds.has('crossing')) count.add('crossing');
    else {
      kept.push(annotation);
      open.push(annotation);
    }
  }
  return kept;
}

/** Fields of an annotation that a format has a place for or not. */
const FIELDS = ['entity', 'value', 'quotation', 'note', 'source', 'by', 'at', 'unknown'] as const;

function bare(annotation: Annotation, format: Format, count: LossCount): Annotation {
  const label = format.labelForm?.(annotation.label) ?? annotation.label;
  if (label !== annotation.label) count.add('label');
  const fields: Partial<Record<string, unknown>> = { ...annotation, label };
  for (const field of FIELDS) {
    if (fields[field] === undefined || format.holds.has(field)) continue;
    delete fields[field];
    count.add(field);
  }
  // Only fields that may be missing were taken away.
  return fields as unknown as Annotation;
}

/** The annotations with no more than the fields that are held, and the entities that they name. */
function withEntities(
  placed: readonly Annotation[],
  entities: readonly Entity[],
  format: Format,
  count: LossCount,
): { annotations: Annotation[]; entities: Entity[] } {
  const { holds } = format;
  if (holds.has('entity') || !holds.has('links')) {
    const annotations = placed.map((annotation) => bare(annotation, format, count));
    return { annotations, entities: entitiesFor(entities, annotations, holds, count) };
  }
  return linkedOnly(placed, entities, format, count);
}

/** Where a format knows no entity but what one link names, that link is all that stays of it. */
function linkedOnly(placed: readonly Annotation[], entities: readonly Entity[], format: Format, count: LossCount) {
  const links = new Map(entities.map(({ id, links = {} }) => [id, Object.entries(links)]));
  const kept = new Map<string, Entity>();
  const annotations = placed.map((annotation) => {
    const { entity: id, ...rest } = bare(annotation, { ...format, holds: new Set([...format.holds, 'entity']) }, count);
    const [first, ...others] = (id === undefined ? undefined : links.get(id)) ?? [];
    if (id !== undefined) count.add('entity');
    count.add('links', others.length);
    if (!first) return rest;
    const name = first.join(':');
    if (!kept.has(name)) kept.set(name, { id: name, label: rest.label, name, links: Object.fromEntries([first]) });
    return { ...rest, entity: name };
  });
  return { annotations, entities: [...kept.values()] };
}

function entitiesFor(
  entities: readonly Entity[],
  annotations: readonly Annotation[],
  holds: ReadonlySet<Kind>,
  count: LossCount,
): Entity[] {
  if (!holds.has('entity')) return [];
  const used = new Set(annotations.map(({ entity }) => entity));
  return entities.flatMap((entity): Entity[] => {
    if (!used.has(entity.id)) {
      count.add('entity');
      return [];
    }
    const { unknown, links, ...fields } = entity;
    if (unknown && !holds.has('unknown')) count.add('unknown');
    if (links && !holds.has('links')) count.add('links', Object.keys(links).length);
    return [
      { ...fields, ...(holds.has('links') && links && { links }), ...(holds.has('unknown') && unknown && { unknown }) },
    ];
  });
}

function relationsFor(
  relations: readonly Relation[],
  annotations: readonly Annotation[],
  holds: ReadonlySet<Kind>,
  count: LossCount,
): Relation[] {
  const there = new Set(annotations.map(({ id }) => id));
  return relations.flatMap((relation): Relation[] => {
    if (!holds.has('relation') || !there.has(relation.from) || !there.has(relation.to)) {
      count.add('relation');
      return [];
    }
    if (relation.unknown === undefined || holds.has('unknown')) return [relation];
    count.add('unknown');
    const { unknown: _, ...rest } = relation;
    return [rest];
  });
}

/** What a sidecar says of its file's state, which is not a fact about the article. */
const OF_THE_FILE = new Set(['file', 'sha256', 'length', 'conflicts']);

function factsFor(
  { article }: AnnotatedArticle,
  holds: ReadonlySet<Kind>,
  count: LossCount,
): AnnotatedArticle['article'] {
  const facts = Object.entries(article).filter(([key, value]) => !OF_THE_FILE.has(key) && value !== undefined);
  if (holds.has('metadata')) return Object.fromEntries(facts);
  count.add('metadata', facts.length);
  return {};
}

/** The annotations without those on words and a label that are there already. */
export function withoutTwins(annotations: readonly Annotation[]): Annotation[] {
  const kept: Annotation[] = [];
  for (const annotation of [...annotations].sort(byPlaceAndLabel)) {
    const last = kept.at(-1);
    if (!last || last.label !== annotation.label || !sameSpan(last, annotation)) kept.push(annotation);
  }
  return kept;
}
