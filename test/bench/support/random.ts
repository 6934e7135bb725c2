/** Numbers that look random and are the same for the same seed: a bench can be run again. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  /** One of some things. */
  pick<T>(things: readonly [T, ...T[]] | readonly T[]): T;
}

/** Mulberry32 by Tommy Ettinger (public domain): 32 bits of state, good enough for drawing test cases. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (things) => {
      const thing = things[below(things.length)];
      if (thing === undefined) throw new RangeError('nothing to pick from');
      return thing;
    },
  };
}
