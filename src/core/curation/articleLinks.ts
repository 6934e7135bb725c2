import type { Entity } from '../annotation/annotation';
import type { ClosedArticle } from '../closedArticle';
import { idsOf } from '../knowledge/entityIds';
import type { KnowledgeBase, KnownEntity } from '../knowledge/knowledgeBase';
import { type EntityLinkGuess, linkEntities } from '../knowledge/linkEntities';
import { entityGroups } from './entityGroup';

/** How much of an article is looked at for what it is about, in UTF-16 code units. */
const MOST_TEXT = 200_000;

/** What each entity of an article may be, by its key; what a person has linked stands. Linear time, as `linkEntities`. */
export function articleLinks(
  { mentions, labels, set, text }: ClosedArticle,
  base: KnowledgeBase,
): ReadonlyMap<string, EntityLinkGuess> {
  // What a person linked to something that no base has is that, whatever else is called so.
  const elsewhere = new Set(
    set.entities.flatMap(({ id, links }) => (idsOf(links).length > 0 && !entryFor(base, links) ? [id] : [])),
  );
  const groups = entityGroups(mentions).flatMap((group) => {
    if (elsewhere.has(group.entity)) return [];
    const { group: kind, covers } = labels.of(group.label);
    // A label that covers several says little about which it is here.
    const [only, ...others] = covers;
    return kind === 'entity' ? [{ ...group, label: others.length > 0 ? '' : (only ?? group.label) }] : [];
  });
  const decided = new Map(
    set.entities.flatMap(({ id, links }) => {
      const entry = entryFor(base, links);
      return entry ? [[id, entry.id] as const] : [];
    }),
  );
  return linkEntities(groups, base, { text: text.value.slice(0, MOST_TEXT), decided });
}

/** The entry that links of a sidecar lead to. */
export function entryFor(base: KnowledgeBase, links: Entity['links']): KnownEntity | undefined {
  for (const id of idsOf(links)) {
    const entry = base.get(id);
    if (entry) return entry;
  }
  return undefined;
}
