import { isPressing, isShown, isUndecided, type Mention } from '../mentions/mention';

/** How far one decision reaches: the mention, its entity, everything under its label, or all from here to the end. */
export type Scope = 'one' | 'entity' | 'label' | 'rest';

export const SCOPES: readonly Scope[] = Object.freeze(['one', 'entity', 'label', 'rest']);

/**
 * The mentions that a verdict is about. Beyond the mention itself it is about undecided ones only: nobody takes back by
 * the way what was decided before.
 * @param mentions all of the article, in reading order
 * @param isWanted which of them the person reviews
 */
export function inScope(
  mentions: readonly Mention[],
  mention: Mention,
  scope: Scope,
  isWanted: (mention: Mention) => boolean,
): readonly Mention[] {
  if (scope === 'one') return [mention];
  const isMeant: Readonly<Record<Exclude<Scope, 'one'>, (other: Mention) => boolean>> = {
    entity: (other) => isUndecided(other) && other.entity === mention.entity,
    label: (other) => isPressing(other) && isWanted(other) && other.label === mention.label,
    rest: (other) => isPressing(other) && isWanted(other) && other.start >= mention.start,
  };
  return mentions.filter((other) => other.key === mention.key || isMeant[scope](other));
}

/** The mentions that a new label is about: of an entity all that are shown, decided or not. */
export function inLabelScope(mentions: readonly Mention[], mention: Mention, scope: Scope): readonly Mention[] {
  if (scope === 'one') return [mention];
  return mentions.filter((other) => isShown(other) && other.entity === mention.entity);
}
