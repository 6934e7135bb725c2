/** Numbers that look random and are the same for the same seed, so that training gives the same bytes again. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** Puts things into another order, in place. */
  shuffle<T>(things: T[]): void;
}

/** Mulberry32 by Tommy Ettinger (public domain). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const shuffle = <T>(things: T[]) => {
    for (let last = things.length - 1; last > 0; last--) {
      const other = Math.floor(next() * (last + 1));
      const moved = things[last] as T;
      things[last] = things[other] as T;
      things[other] = moved;
    }
  };
  return { next, shuffle };
}
