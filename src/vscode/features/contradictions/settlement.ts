import type { Operation } from '../../../core/annotation/operation';
import { editEntity, mergeEntities } from '../../../core/curation/editEntities';
import { type EntityGroup, entityGroups } from '../../../core/curation/entityGroup';
import { relabel } from '../../../core/mentions/decide';
import { deciderFor, groundOf } from '../../articles/deciding';
import type { OpenArticle } from '../../articles/openArticle';

/** What a quick fix does about a contradiction: plain JSON. */
export type Settlement =
  | { readonly uri: string; readonly kind: 'relabel'; readonly ids: readonly string[]; readonly label: string }
  | { readonly uri: string; readonly kind: 'merge'; readonly into: string; readonly other: string }
  | { readonly uri: string; readonly kind: 'unlink'; readonly entity: string; readonly base: string };

/** The operation by which a settlement is made; undefined where what it is about is gone. */
export function settled(article: OpenArticle, settlement: Settlement): Operation | undefined {
  const ground = groundOf(article);
  const decider = deciderFor(article);
  if (settlement.kind === 'relabel') {
    const ids = new Set(settlement.ids);
    const odd = article.session.mentions.filter(
      ({ annotation, label }) => annotation && ids.has(annotation.id) && label !== settlement.label,
    );
    return odd.length > 0 ? relabel(ground, odd, settlement.label, decider) : undefined;
  }
  if (settlement.kind === 'merge') {
    const [into, other] = [recorded(article, settlement.into), recorded(article, settlement.other)];
    return into && other && mergeEntities(ground, into, [other], decider);
  }
  const group = recorded(article, settlement.entity);
  const links = { ...article.session.set.entities.find(({ id }) => id === settlement.entity)?.links };
  delete links[settlement.base];
  return group && editEntity(ground, group, { links }, decider);
}

/** An entity of the sidecar with its mentions; it may have none. */
function recorded({ session }: OpenArticle, id: string): EntityGroup | undefined {
  const record = session.set.entities.find((entity) => entity.id === id);
  const group = entityGroups(session.mentions).find(({ entity }) => entity === id);
  return group ?? (record && { entity: id, label: record.label, name: record.name, mentions: [] });
}
