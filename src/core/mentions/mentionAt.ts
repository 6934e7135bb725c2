import { isShown, type Mark } from './mention';

/** The mention at an offset that a person means: the shortest, an undecided one before others. */
export function mentionAt<M extends Mark>(mentions: readonly M[], offset: number): M | undefined {
  const here = mentions.filter((mention) => isShown(mention) && mention.start <= offset && offset <= mention.end);
  // Between two words that touch, the one that begins here is meant.
  const isBeginning = here.some((mention) => mention.start === offset);
  const [best] = here
    .filter((mention) => !isBeginning || offset < mention.end)
    .sort(
      (a, b) =>
        a.end - a.start - (b.end - b.start) || Number(a.status !== 'suggested') - Number(b.status !== 'suggested'),
    );
  return best;
}
