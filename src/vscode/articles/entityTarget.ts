import { type EntityGroup, groupOf } from '../../core/curation/entityGroup';
import type { OpenArticle } from './openArticle';
import type { OpenArticles } from './openArticles';
import { presentIn, targetOf } from './target';

/** Entities of one article that a command is about. */
export interface EntityTarget {
  readonly article: OpenArticle;
  readonly groups: readonly [EntityGroup, ...EntityGroup[]];
}

/**
 * The entities of the mentions that a command is about.
 * @returns undefined where there are none; quotations refer to no entity
 */
export function entityTargetOf(
  articles: OpenArticles,
  argument?: unknown,
  selected?: unknown,
): EntityTarget | undefined {
  const target = targetOf(articles, argument, selected);
  const firsts = new Map((target?.mentions ?? []).toReversed().map((mention) => [mention.entity, mention]));
  const [first, ...others] = [...firsts.values()]
    .toReversed()
    .filter(({ quotation }) => !quotation)
    .map((mention) => groupOf(target?.article.session.mentions ?? [], mention))
    .filter(({ mentions }) => mentions.length > 0);
  return target && first && { article: target.article, groups: [first, ...others] };
}

/**
 * An entity as it is now: while a person was asked about it, others may have decided on its mentions.
 * @param text the text that the person was asked about; another one has other places
 * @returns undefined where it is not there any more
 */
export function presentGroup(
  article: OpenArticle,
  { mentions }: EntityGroup,
  text = article.session.text,
): EntityGroup | undefined {
  if (text !== article.session.text) return undefined;
  const [first] = presentIn(article, mentions.slice(0, 1)) ?? [];
  return first && groupOf(article.session.mentions, first);
}
