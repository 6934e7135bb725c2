import { bySpan } from '../../text/span';
import type { Suggestion } from '../suggestion';
import type { NameLore } from './nameLore';
import { type NameWord, nameWords } from './nameWords';
import { settle, type Verdict } from './verdicts';

/**
 * The same name has the same label through the article, a surname goes with its full name, and what is a name in one
 * place is found in the others. Whole words only; time linear in the text.
 */
export function consistent(
  text: string,
  suggestions: readonly Suggestion[],
  lore: NameLore,
  recognizer: string,
): readonly Suggestion[] {
  const verdicts = settle(text, suggestions, lore);
  const settled = suggestions.flatMap((suggestion) => {
    const verdict = verdicts.get(text.slice(suggestion.start, suggestion.end));
    return verdict ? [{ ...suggestion, ...verdict }] : trimmedToKnown(text, suggestion, verdicts, lore);
  });
  return [...settled, ...repeats(text, settled, verdicts, lore, recognizer)].sort(bySpan);
}

/** "Putin Express": a name that is known from elsewhere, with an everyday word behind it that does not belong to it. */
function trimmedToKnown(
  text: string,
  suggestion: Suggestion,
  verdicts: ReadonlyMap<string, Verdict>,
  lore: NameLore,
): Suggestion[] {
  const words = text.slice(suggestion.start, suggestion.end).split(' ');
  const last = words.at(-1) ?? '';
  const shorter = words.slice(0, -1).join(' ');
  const verdict = words.length > 1 && lore.isCommon(last.toLowerCase()) ? verdicts.get(shorter) : undefined;
  return verdict?.label === 'PERSON'
    ? [{ ...suggestion, ...verdict, end: suggestion.start + shorter.length }]
    : [suggestion];
}

/** Words by words, the names to look for; a node with a verdict ends one. */
interface NameTree {
  readonly next: Map<string, NameTree>;
  verdict?: Verdict;
}

function treeOf(verdicts: ReadonlyMap<string, Verdict>, lore: NameLore): NameTree {
  const root: NameTree = { next: new Map() };
  for (const [name, verdict] of verdicts) {
    let node = root;
    for (const word of nameWords(name, lore.isName)) {
      const next = node.next.get(word.text) ?? { next: new Map() };
      node.next.set(word.text, next);
      node = next;
    }
    if (node !== root) node.verdict = verdict;
  }
  return root;
}

/** Names that stand where nothing was found yet. */
function repeats(
  text: string,
  found: readonly Suggestion[],
  verdicts: ReadonlyMap<string, Verdict>,
  lore: NameLore,
  recognizer: string,
): Suggestion[] {
  const tree = treeOf(verdicts, lore);
  const words = nameWords(text, lore.isName);
  const taken = found.toSorted(bySpan);
  const repeated: Suggestion[] = [];
  let at = 0;
  for (let index = 0; index < words.length; ) {
    const start = words[index]?.start ?? 0;
    while (at < taken.length && (taken[at]?.end ?? 0) <= start) at++;
    const before = taken[at]?.start ?? Number.POSITIVE_INFINITY;
    const match = before > start ? longestMatch(words, index, tree, before) : undefined;
    if (match) repeated.push({ start, end: words[match.to - 1]?.end ?? start, recognizer, ...match.verdict });
    index = match?.to ?? index + 1;
  }
  return repeated;
}

/** The longest name of the tree that begins at a word and ends before an offset. */
function longestMatch(words: readonly NameWord[], from: number, tree: NameTree, before: number) {
  let node: NameTree | undefined = tree;
  let best: { to: number; verdict: Verdict } | undefined;
  for (let to = from; to < words.length; to++) {
    const word = words[to];
    if (!word || word.end > before || (to > from && !word.joins)) break;
    node = node.next.get(word.text);
    if (!node) break;
    if (node.verdict) best = { to: to + 1, verdict: node.verdict };
  }
  return best;
}
