import { type LabelSet, ONTONOTES } from '../annotation/labelSet';
import { joined, type Operation } from '../annotation/operation';
import { add, type Decider, type Ground, shortened } from '../mentions/decide';
import type { Mention } from '../mentions/mention';
import { overlaps, type Span, sameSpan } from '../text/span';
import { occurrences } from './occurrences';

/** A place where words stand that may be marked, and what is there now. */
export interface Place extends Span {
  /** A mention on just these words, where there is one: it would get the label. */
  readonly standing?: Mention;
  /** Accepted already as part of a longer name: not to be marked unless somebody says so. */
  readonly isInside: boolean;
}

/** An article to look for words in. */
export interface Searched {
  readonly text: string;
  /** Where the article's words are; UTF-16 code units. */
  readonly body: Span;
  readonly mentions: readonly Mention[];
  /** What labels mean; the built-in ones where it is absent. */
  readonly labels?: LabelSet;
}

/** The places of an article where some words stand and are not accepted under a label yet, in reading order. */
export function placesOf(
  { text, body, mentions, labels = ONTONOTES }: Searched,
  words: string,
  label: string,
): Place[] {
  const accepted = mentions.filter(({ status }) => status === 'accepted');
  const { group } = labels.of(label);
  return occurrences(text, words, body).flatMap((span): Place[] => {
    const here = mentions.filter((mention) => mention.status !== 'rejected' && sameSpan(mention, span));
    if (here.some((mention) => mention.status === 'accepted' && mention.label === label)) return [];
    const isInside = accepted.some(
      (mention) => overlaps(mention, span) && !sameSpan(mention, span) && labels.of(mention.label).group === group,
    );
    const standing = here.find((mention) => labels.of(mention.label).group === group);
    return [{ ...span, isInside, ...(standing && { standing }) }];
  });
}

/** Marks several places of an article with one label, in one act. */
export function markPlaces(
  ground: Ground,
  places: readonly Span[],
  label: string,
  mentions: readonly Mention[],
  decider: Decider,
): Operation {
  const operations = places.map((place) => add(ground, place, label, mentions, decider));
  const [first] = places;
  const words = first ? shortened(ground.text.slice(first.start, first.end)) : '';
  const count = places.length === 1 ? '' : ` in ${places.length} places`;
  const { title } = (ground.labels ?? ONTONOTES).of(label);
  return joined(`Mark “${words}” as ${title}${count}`, operations);
}
