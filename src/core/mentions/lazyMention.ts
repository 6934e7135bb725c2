import type { Mark, Mention } from './mention';

/**
 * A mark as the mention that it is. What only the whole article tells of it, which takes long in a long one, is asked for
 * when somebody wants to know it.
 * @param whole all mentions of the article
 */
export function lazyMention(mark: Mark, whole: () => readonly Mention[]): Mention {
  let found: Pick<Mention, 'entity' | 'name' | 'reason' | 'speaker'> | undefined;
  const full = () => {
    found ??= whole().find(({ key }) => key === mark.key) ?? { entity: `${mark.label}:${mark.text}`, name: mark.text };
    return found;
  };
  const told = (name: 'entity' | 'name' | 'reason' | 'speaker') => ({ get: () => full()[name], enumerable: true });
  return Object.defineProperties({ ...mark } as Mention, {
    entity: told('entity'),
    name: told('name'),
    reason: told('reason'),
    speaker: told('speaker'),
  });
}
