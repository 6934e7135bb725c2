import type { Entity } from '../annotation/annotation';
import { fullNameOf } from './aliases';
import { comparedName } from './nameForm';

/** The names that mean an entity: its aliases, or where it has none listed, its own name. */
export function namesOf({ name, aliases }: Pick<Entity, 'name' | 'aliases'>): readonly string[] {
  return aliases ?? [name];
}

/** The key that `groupMentions` gives to mentions of a label under a name. */
export function groupKey(label: string, name: string): string {
  const compared = comparedName(name);
  return `${label}:${fullNameOf(compared) ?? compared}`;
}

/**
 * Which groups of mentions belong to which entity of the sidecar, by name.
 * @returns ids of entities by the keys of groups; a name that two entities claim is nobody's
 */
export function entityClaims(entities: readonly Entity[]): ReadonlyMap<string, string> {
  const claims = new Map<string, string>();
  const contested = new Set<string>();
  for (const entity of entities) {
    for (const name of namesOf(entity)) {
      const key = groupKey(entity.label, name);
      const other = claims.get(key);
      if (other !== undefined && other !== entity.id) contested.add(key);
      claims.set(key, entity.id);
    }
  }
  for (const key of contested) claims.delete(key);
  return claims;
}
