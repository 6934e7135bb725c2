import { editEntity } from '../../../core/curation/editEntities';
import { type EntityGroup, recordOf } from '../../../core/curation/entityGroup';
import { linksTo } from '../../../core/knowledge/entityIds';
import type { KnownEntity } from '../../../core/knowledge/knowledgeBase';
import { carryOut, deciderFor, groundOf } from '../../articles/deciding';
import type { OpenArticle } from '../../articles/openArticle';

/** Says in the sidecar that an entity of the article is an entry: it gets the entry's links beside its other ones. */
export function linkEntity(article: OpenArticle, group: EntityGroup, entry: KnownEntity): void {
  const ground = groundOf(article);
  const { newsmark: _, ...others } = recordOf(ground, group)?.links ?? {};
  carryOut(article, editEntity(ground, group, { links: { ...others, ...linksTo(entry) } }, deciderFor(article)));
}
