import type { Entity } from '../annotation/annotation';
import type { ClosedArticle } from '../closedArticle';
import { idsOf } from '../knowledge/entityIds';
import type { KnowledgeBase, KnownEntity } from '../knowledge/knowledgeBase';
import { type EntityLinkGuess, linkEntities } from '../knowledge/linkEntities';
import { entityGroups } from './entityGroup';
import { notSameIn } from './notSame';

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
  const guesses = linkEntities(groups, base, { text: text.value.slice(0, MOST_TEXT), decided });
  return toldApart(guesses, notSameIn(set.entities));
}

/** Without guesses that take for one entry what a person has said to be two: what is not the other one is not its entry. */
function toldApart(
  guesses: ReadonlyMap<string, EntityLinkGuess>,
  notSame: readonly (readonly [string, string])[],
): ReadonlyMap<string, EntityLinkGuess> {
  if (notSame.length === 0) return guesses;
  const left = new Map(guesses);
  for (const [entity, other] of notSame) {
    const [own, its] = [left.get(entity), left.get(other)];
    const taken = its?.isSure === true ? its.candidates[0].entry.id : undefined;
    if (!own || !its || own.candidates[0].entry.id !== taken) continue;
    if (!own.isDecided) without(left, entity, own);
    else if (!its.isDecided) without(left, other, its);
  }
  return left;
}

/** Takes an entity's likeliest entry from what it may be. */
function without(guesses: Map<string, EntityLinkGuess>, entity: string, guess: EntityLinkGuess): void {
  const [, next, ...others] = guess.candidates;
  if (next) guesses.set(entity, { candidates: [next, ...others], isSure: false, isDecided: false });
  else guesses.delete(entity);
}

/** The entry that links of a sidecar lead to. */
export function entryFor(base: KnowledgeBase, links: Entity['links']): KnownEntity | undefined {
  for (const id of idsOf(links)) {
    const entry = base.get(id);
    if (entry) return entry;
  }
  return undefined;
}
