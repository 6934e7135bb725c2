import type { AnnotationSet, Entity } from '../annotation/annotation';
import type { LabelSet } from '../annotation/labelSet';
import type { ArticleMetadata } from '../article/metadata';
import { readStructure } from '../article/structure';
import type { ClosedArticle } from '../closedArticle';
import { notSameIn } from '../curation/notSame';
import { linksTo } from '../knowledge/entityIds';
import type { EntityLinkGuess } from '../knowledge/linkEntities';
import { isShown, isStance, type Mention } from '../mentions/mention';
import { paragraphs } from '../text/paragraphs';
import { sentencesIn } from '../text/sentences';
import { firstStartingAt } from '../text/sorted';
import type { Span } from '../text/span';
import type { MentionIdentity } from './entityKey';
import type { IndexedArticle, IndexedMention } from './indexedArticle';
import { measureOf, measuresIn } from './measures';
import { fingerprintOf } from './nearDuplicates';

/** What the knowledge base takes an article's entities for, by their keys. */
type Guesses = ReadonlyMap<string, EntityLinkGuess>;

/** Where an article is, and what is known of it. */
export interface ArticlePlace {
  readonly path: string;
  readonly fileName: string;
  readonly metadata: ArticleMetadata;
}

/**
 * What the corpus keeps of an article: its mentions without the rejected ones, and without what recognizers take for a
 * stance rather than words. Linear time but for a search per mention.
 * @param guesses what the knowledge base takes its entities for
 */
export function indexArticle(
  { path, fileName, metadata }: ArticlePlace,
  article: ClosedArticle,
  guesses: Guesses,
): IndexedArticle {
  const { text, mentions, set, labels } = article;
  const sentences = sentencesOf(text.value);
  const links = new Map(set.entities.map((entity) => [entity.id, entity.links]));
  const notSame = notSameIn(set.entities);
  const told = new Set(notSame.flat());
  return {
    path,
    title: oneLine(metadata.title ?? fileName),
    ...(metadata.published !== undefined && { published: metadata.published }),
    length: text.length,
    words: wordsIn(text.value),
    lineStarts: lineStartsOf(text.value),
    fingerprint: fingerprintOf(text.value),
    ...(notSame.length > 0 && { notSame }),
    mentions: mentions
      .filter((mention) => isShown(mention) && !isStance(mention))
      .map((mention) => {
        const sentence = sentenceAround(sentences, mention);
        const identity = {
          ...identityOf(mention, labels),
          ...identified(mention, links.get(mention.entity), guesses),
          ...(told.has(mention.entity) && { record: mention.entity }),
        };
        return { ...indexed(mention), ...identity, ...measured(text.value, mention, sentence, labels), sentence };
      }),
  };
}

function sentencesOf(text: string): readonly Span[] {
  const { body } = readStructure(text);
  return paragraphs(text)
    .filter(({ start }) => start >= body.start)
    .flatMap((paragraph) => sentencesIn(text, paragraph));
}

function indexed(
  mention: Mention,
): Omit<IndexedMention, 'link' | 'guess' | 'sentence' | 'kind' | 'label' | 'name' | 'record'> {
  const { start, end, text, status, value, modifier, counted, speaker } = mention;
  return {
    start,
    end,
    text: oneLine(text),
    status,
    ...(value !== undefined && { value }),
    ...(modifier !== undefined && { modifier }),
    ...(counted !== undefined && { counted: oneLine(counted) }),
    ...(speaker && { speaker: oneLine(speaker.name) }),
  };
}

/** What tells of a mention which entity it is of, but for a link. */
function identityOf({ label, name }: Mention, labels: LabelSet): Pick<IndexedMention, 'label' | 'kind' | 'name'> {
  const [kind = label] = labels.of(label).covers;
  return { label, ...(kind !== label && { kind }), name: oneLine(name) };
}

/** What a mention of an open article is known by in the index. */
export function indexIdentity(
  mention: Mention,
  set: AnnotationSet,
  labels: LabelSet,
  guesses: Guesses,
): MentionIdentity {
  const { entity } = mention;
  const links = set.entities.find(({ id }) => id === entity)?.links;
  const isTold = notSameIn(set.entities).some((pair) => pair.includes(entity));
  return {
    ...identityOf(mention, labels),
    ...identified(mention, links, guesses),
    ...(isTold && { record: entity }),
  };
}

/** What a person linked a mention's entity to, else what the knowledge base surely takes it for. */
function identified(
  { entity }: Mention,
  links: Entity['links'],
  guesses: Guesses,
): Pick<IndexedMention, 'link' | 'guess'> {
  const link = linkOf(links);
  const { isSure, candidates } = guesses.get(entity) ?? {};
  if (link !== undefined) return { link };
  const guess = isSure && candidates ? linkOf(linksTo(candidates[0].entry)) : undefined;
  return guess === undefined ? {} : { guess };
}

/** What a figure measures; dates measure nothing. */
function measured(text: string, mention: Mention, sentence: Span, labels: LabelSet): { readonly measure?: string } {
  const { label, value, start, end } = mention;
  const isA = (kind: string) => labels.covers(label, kind);
  const isFigure = labels.of(label).group === 'figure' && !isA('DATE') && !isA('TIME') && !isA('ORDINAL');
  if (!isFigure || value === undefined || AGE.test(value)) return {};
  const around = { start: Math.max(sentence.start, start - REACH), end: Math.min(sentence.end, end + REACH) };
  const figure = { start, end, isBare: isA('CARDINAL'), isPercent: isA('PERCENT'), isQuantity: isA('QUANTITY') };
  const measure = measureOf(text, figure, measuresIn(text, around));
  return measure === undefined ? {} : { measure };
}

/** An age tells of one who is counted, and measures nothing. */
const AGE = / (?:a|mo|wk|d)$/u;

/** How far from a figure what it measures is looked for, in code units. */
const REACH = 200;

/** One identifier for an entity: Wikidata's before others, which are only sometimes there. */
export function linkOf(links: Entity['links'] = {}): string | undefined {
  const bases = Object.keys(links).sort(
    (a, b) => Number(b === 'wikidata') - Number(a === 'wikidata') || (a < b ? -1 : 1),
  );
  const [base] = bases;
  return base === undefined ? undefined : `${base} ${links[base]}`;
}

/** From the start of the sentence that a span begins in to the end of the one that it ends in. */
function sentenceAround(sentences: readonly Span[], { start, end }: Span): Span {
  const first = sentences[firstStartingAt(sentences, start + 1) - 1];
  const last = sentences[firstStartingAt(sentences, Math.max(start + 1, end)) - 1];
  return {
    start: first && first.end > start ? first.start : start,
    end: last && last.end >= end ? last.end : end,
  };
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function wordsIn(text: string): number {
  let count = 0;
  let isInside = false;
  for (let at = 0; at < text.length; at++) {
    const isSpace = text.charCodeAt(at) <= 0x20 || text.charCodeAt(at) === 0xa0;
    if (!isSpace && !isInside) count++;
    isInside = !isSpace;
  }
  return count;
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
