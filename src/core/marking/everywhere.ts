import { type LabelSet, ONTONOTES } from '../annotation/labelSet';
import type { Operation } from '../annotation/operation';
import { t } from '../l10n';
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
 * @param labels what labels mean
 */
export function placesOf(
  text: string,
  body: Span,
  mentions: readonly Mention[],
  words: string,
  label: string,
  labels: LabelSet = ONTONOTES,
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
  const { title } = (ground.labels ?? ONTONOTES).of(label);
  const relations = operations.flatMap((operation) => operation.relations ?? []);
  return {
    title:
      places.length === 1
        ? t('Mark “{0}” as {1}', words, title)
        : t('Mark “{0}” as {1} in {2} places', words, title, places.length),
    edits: operations.flatMap((operation) => operation.edits),
    ...(relations.length > 0 && { relations }),
  };
}
