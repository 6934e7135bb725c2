import { labelOf } from '../annotation/labels';
import type { Operation } from '../annotation/operation';
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

/**
 * The places of an article where some words stand and are not accepted under a label yet, in reading order.
 * @param body where the article's words are; UTF-16 code units
 */
export function placesOf(
  text: string,
  body: Span,
  mentions: readonly Mention[],
  words: string,
  label: string,
): Place[] {
  const accepted = mentions.filter(({ status }) => status === 'accepted');
  const group = labelOf(label).group;
  return occurrences(text, words, body).flatMap((span): Place[] => {
    const here = mentions.filter((mention) => mention.status !== 'rejected' && sameSpan(mention, span));
    if (here.some((mention) => mention.status === 'accepted' && mention.label === label)) return [];
    const isInside = accepted.some(
      (mention) => overlaps(mention, span) && !sameSpan(mention, span) && labelOf(mention.label).group === group,
    );
    const standing = here.find((mention) => labelOf(mention.label).group === group);
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
  const relations = operations.flatMap((operation) => operation.relations ?? []);
  return {
    title: `Mark “${words}” as ${labelOf(label).title}${count}`,
    edits: operations.flatMap((operation) => operation.edits),
    ...(relations.length > 0 && { relations }),
  };
}
