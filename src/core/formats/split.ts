import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { textDigest } from '../sidecar/place';

/** A part of a corpus and how much of it: `train`, 80. */
export interface Share {
  readonly name: string;
  readonly weight: number;
}

/** What tells an article from others when a corpus is split: its words; white space and case do not matter. */
export function splitKey(text: string): string {
  return textDigest(text.toLowerCase().replace(/\s+/gu, ' ').trim());
}

/**
 * The part that an article goes to. It depends on nothing but the key and the seed: so articles can be split one by one,
 * the same article never lands in two parts under two names, and adding articles moves none of the others. Shares are met
 * in the long run, as a draw meets them.
 * @param key the article's own (`splitKey`), or that of the group that it stays with
 */
export function partOf(key: string, shares: readonly Share[], seed: string): string {
  const total = shares.reduce((sum, { weight }) => sum + weight, 0);
  const digest = sha256(utf8ToBytes(`${seed}\n${key}`));
  let fraction = 0;
  for (const byte of digest.slice(0, 6).reverse()) fraction = (fraction + byte) / 256;
  let left = fraction * total;
  for (const { name, weight } of shares) {
    left -= weight;
    if (left < 0) return name;
  }
  return shares.at(-1)?.name ?? '';
}

/** Shares as a person writes them: `train=80,dev=10,test=10`. @returns undefined where that is something else */
export function parseShares(split: string): readonly Share[] | undefined {
  const shares = split.split(',').map((pair) => {
    const [, name, weight] = /^([\w-]+)=(\d+(?:\.\d+)?)$/.exec(pair.trim()) ?? [];
    return name !== undefined && Number(weight) > 0 ? { name, weight: Number(weight) } : undefined;
  });
  const right = shares.filter((share) => share !== undefined);
  const names = new Set(right.map(({ name }) => name));
  return names.size === shares.length ? right : undefined;
}
