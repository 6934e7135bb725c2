import { isShown, type Mention } from './mention';

/** The mention at an offset that a person means: the shortest, an undecided one before others. */
export function mentionAt(mentions: readonly Mention[], offset: number): Mention | undefined {
  const here = mentions.filter((mention) => isShown(mention) && mention.start <= offset && offset <= mention.end);
  // Between two words that touch, the one that begins here is meant.
  const inside = here.filter((mention) => offset < mention.end);
  const [best] = [...(inside.length > 0 ? inside : here)].sort(
    (a, b) =>
      a.end - a.start - (b.end - b.start) || Number(a.status !== 'suggested') - Number(b.status !== 'suggested'),
  );
  return best;
}
