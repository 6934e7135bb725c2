import type { LabelSet } from '../annotation/labelSet';
import { readMetadata } from '../article/readMetadata';
import { readStructure } from '../article/structure';
import type { ClosedArticle } from '../closedArticle';
import { isShown, isStance, type Mention } from '../mentions/mention';
import { paragraphs } from '../text/paragraphs';
import { sentencesIn } from '../text/sentences';
import { firstStartingAt } from '../text/sorted';
import type { Span } from '../text/span';
import type { IndexedArticle, IndexedMention } from './indexedArticle';

/** Where an article is, and what its file says of it. */
export interface ArticlePlace {
  readonly path: string;
  readonly fileName: string;
  /** Publication date of articles that do not tell theirs, as a setting has it. */
  readonly published: string;
}

/**
 * What the corpus keeps of an article: its mentions without the rejected ones, and without what recognizers take for a
 * stance rather than words. Linear time but for a search per mention.
 */
export function indexArticle(place: ArticlePlace, article: ClosedArticle): IndexedArticle {
  const { text, mentions, set, labels } = article;
  const metadata = readMetadata({ text: text.value, fileName: place.fileName, setting: place.published });
  const sentences = sentencesOf(text.value);
  const links = new Map(set.entities.map((entity) => [entity.id, linkOf(entity.links)]));
  return {
    path: place.path,
    title: oneLine(metadata.title ?? place.fileName),
    ...(metadata.published !== undefined && { published: metadata.published }),
    length: text.length,
    words: wordsIn(text.value),
    lineStarts: lineStartsOf(text.value),
    mentions: mentions
      .filter((mention) => isShown(mention) && !isStance(mention))
      .map((mention) => ({
        ...indexed(mention, labels),
        ...links.get(mention.entity),
        sentence: sentenceAround(sentences, mention),
      })),
  };
}

function sentencesOf(text: string): readonly Span[] {
  const { body } = readStructure(text);
  return paragraphs(text)
    .filter(({ start }) => start >= body.start)
    .flatMap((paragraph) => sentencesIn(text, paragraph));
}

function indexed(mention: Mention, labels: LabelSet): Omit<IndexedMention, 'link' | 'sentence'> {
  const { start, end, text, label, status, name, value, modifier, counted, speaker } = mention;
  const [kind = label] = labels.of(label).covers;
  return {
    start,
    end,
    text: oneLine(text),
    label,
    ...(kind !== label && { kind }),
    status,
    name: oneLine(name),
    ...(value !== undefined && { value }),
    ...(modifier !== undefined && { modifier }),
    ...(counted !== undefined && { counted: oneLine(counted) }),
    ...(speaker && { speaker: oneLine(speaker.name) }),
  };
}

/** One identifier for an entity: Wikidata's before others, which are only sometimes there. */
function linkOf(links: Readonly<Record<string, string>> = {}): { readonly link?: string } {
  const bases = Object.keys(links).sort(
    (a, b) => Number(b === 'wikidata') - Number(a === 'wikidata') || (a < b ? -1 : 1),
  );
  const [base] = bases;
  return base === undefined ? {} : { link: `${base} ${links[base]}` };
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
