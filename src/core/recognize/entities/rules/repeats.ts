import type { Passage } from '../tagger/passage';
import type { NameSpan } from '../tagger/spans';
import { EVENT, OTHER } from './types';
import type { Verdict } from './verdict';

/** Words by words, the names to look for; a node with a verdict ends one. */
export interface NameTree {
  readonly next: Map<string, NameTree>;
  verdict?: Verdict;
}

/** Names are looked for no deeper than this many words. */
const LONGEST = 12;
/** A name that only stands elsewhere is less sure here. */
const TRUST = 0.8;

/**
 * Names of an article that stand in a passage where nothing was found: whole, and not within a longer row of
 * capitalized words, which would be another name.
 */
export function repeats(passage: Passage, found: readonly NameSpan[], tree: NameTree): NameSpan[] {
  const taken = new Uint8Array(passage.length + 1);
  for (const { from, to } of found) taken.fill(1, from, to);
  const more: NameSpan[] = [];
  for (let from = 0; from < passage.length; from++) {
    // Names to look for begin with capitals.
    if (taken[from] === 1 || passage.types[from]?.isCapital !== true) continue;
    const match = longestMatch(passage, from, tree, taken);
    if (!match || isWithinRow(passage, from, match.to)) continue;
    const { type, confidence } = match.verdict;
    more.push({ from, to: match.to, type, confidence: TRUST * confidence });
    from = match.to - 1;
  }
  return more;
}

/** @param verdicts of names by their words, a space between them */
export function nameTree(verdicts: Iterable<readonly [string, Verdict]>): NameTree {
  const root: NameTree = { next: new Map() };
  for (const [words, verdict] of verdicts) {
    if (verdict.type === OTHER || verdict.type === EVENT) continue;
    let node = root;
    for (const word of words.split(' ')) {
      const next: NameTree = node.next.get(word) ?? { next: new Map() };
      node.next.set(word, next);
      node = next;
    }
    node.verdict = verdict;
  }
  return root;
}

function longestMatch({ types, length }: Passage, from: number, tree: NameTree, taken: Uint8Array) {
  let node: NameTree | undefined = tree;
  let best: { to: number; verdict: Verdict } | undefined;
  for (let to = from; to < Math.min(length, from + LONGEST) && taken[to] === 0; to++) {
    node = node.next.get(types[to]?.text ?? '');
    if (!node) break;
    if (node.verdict) best = { to: to + 1, verdict: node.verdict };
  }
  return best;
}

function isWithinRow({ types, isFirst }: Passage, from: number, to: number): boolean {
  const before = types[from - 1];
  return (before?.isCapital === true && isFirst[from - 1] === 0) || types[to]?.isCapital === true;
}
