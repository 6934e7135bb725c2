import type { Suggestion } from '../suggestion';
import type { NameLore } from './nameLore';

/** What a name is throughout an article. */
export interface Verdict {
  readonly label: string;
  readonly confidence: number;
}

/** Names of at least so much confidence are looked for in the rest of the article. */
const SURE_ENOUGH = 0.55;

/** Settles on one label for each name of an article, by the weight of its mentions; a surname goes with its full name. */
export function settle(text: string, suggestions: readonly Suggestion[], lore: NameLore): ReadonlyMap<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const [name, votes] of votesByName(text, suggestions)) {
    const verdict = winner(votes);
    if (verdict.confidence >= SURE_ENOUGH) verdicts.set(name, verdict);
  }
  for (const [name, { label, confidence }] of [...verdicts]) {
    if (label !== 'PERSON' || !name.includes(' ')) continue;
    for (const part of shortForms(name))
      if (canStandAlone(part, verdicts, lore)) verdicts.set(part, { label, confidence });
  }
  return verdicts;
}

function votesByName(text: string, suggestions: readonly Suggestion[]): Map<string, Map<string, number[]>> {
  const names = new Map<string, Map<string, number[]>>();
  for (const { start, end, label, confidence = 0.5 } of suggestions) {
    const name = text.slice(start, end);
    const votes = names.get(name) ?? new Map<string, number[]>();
    names.set(name, votes);
    votes.set(label, [...(votes.get(label) ?? []), confidence].slice(0, MOST_VOTES));
  }
  return names;
}

/** Votes of one label that count: more of them change nothing, and would cost time. */
const MOST_VOTES = 20;

/** One sure mention outweighs some guesses, so votes count squared. */
function winner(votes: ReadonlyMap<string, readonly number[]>): Verdict {
  let best: Verdict = { label: '', confidence: 0 };
  let most = -1;
  for (const [label, confidences] of votes) {
    const weight = confidences.reduce((sum, confidence) => sum + confidence ** 3, 0);
    if (weight <= most) continue;
    most = weight;
    best = { label, confidence: Math.max(...confidences) };
  }
  return best;
}

/** What a person is called by after the first mention: the surname, with its particles where there are any. */
function shortForms(name: string): string[] {
  const words = name.split(' ').filter((word) => !/^(?:Jr|Sr|II|III|IV)\.?$/.test(word));
  const particle = words.findIndex(
    (word, index) => index > 0 && /^(?:de|van|von|bin|al|el|da|dos|der|den|du|la|le|di|del)$/.test(word),
  );
  const surname = words.at(-1) ?? '';
  const first = words[0] ?? '';
  const forms = particle > 0 ? [surname, words.slice(particle).join(' ')] : [surname];
  // Chinese and Korean names begin with the family's: "Xi Jinping", "Kim Jong Un".
  if (/^\p{Lu}\p{Ll}{1,4}$/u.test(first)) forms.push(first);
  return forms;
}

/** Whether a part of a person's name means the person by itself: not where it is a place, or grammar, too. */
function canStandAlone(part: string, verdicts: ReadonlyMap<string, Verdict>, lore: NameLore): boolean {
  if (part.length < 2 || !/^\p{Lu}/u.test(part) || part.endsWith('.') || lore.isGrammar(part)) return false;
  const known = lore.labelOf(part);
  if (known !== undefined && known !== 'PERSON') return false;
  const other = verdicts.get(part);
  return other === undefined || other.label === 'PERSON' || other.confidence < 0.8;
}
