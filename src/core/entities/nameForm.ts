import { folded } from '../recognize/entities/gazetteer';

/**
 * A name as it is compared: without a determiner, a possessive and quotation marks around it, in lower case without
 * accents, single spaces between words.
 */
export function comparedName(text: string): string {
  return folded(bareName(text));
}

/** A name as it is shown: as written, without a determiner, a possessive and quotation marks around it. */
export function bareName(text: string): string {
  // Square brackets are an editor's: "[Korean] Peninsula" is the Korean Peninsula.
  const spaced = text.replace(/[[\]]/g, '').replace(/\s+/g, ' ').trim();
  return (
    spaced
      .replace(/^["“”‘’'(]+/, '')
      .replace(/^(?:the|a|an) (?=.)/i, '')
      // The trimmed marks are single characters: one look from the end.
      .replace(/(?<=[^"“”‘’')\],;:])["“”‘’')\],;:]+$/, '')
      .replace(/['’]s$/i, '')
      .replace(/(?<=s)['’]$/i, '') || spaced
  );
}

/** Whether a name has no small letter, and is longer than most acronyms: `BUDAPEST`. */
export function isInCapitals(name: string): boolean {
  return /^[\p{Lu}\s'’-]{5,}$/u.test(name);
}

/** A name in capitals as running text has it: `RIO DE JANEIRO` is `Rio de Janeiro`. Others stay as they are. */
export function inRunningText(name: string): string {
  if (!isInCapitals(name)) return name;
  const words = name.toLowerCase().split(' ');
  const capitalized = (word: string) => word.replace(/(?<=^|[-'’])\p{L}/gu, (letter) => letter.toUpperCase());
  return words.map((word, index) => (index > 0 && isSmallWord(word) ? word : capitalized(word))).join(' ');
}

/** The words of a compared name. */
export function wordsOf(name: string): string[] {
  return name.split(/[\s-]+/).filter((word) => word !== '');
}

const SMALL_WORDS = new Set(['of', 'the', 'and', 'for', 'on', 'in', 'de', 'la', 'du', 'des', 'to', '&']);

/** Whether a word of a compared name is grammar: "of", "and". */
export function isSmallWord(word: string): boolean {
  return SMALL_WORDS.has(word);
}

/** The initials of a name of several words, small words left out: `ecfr`; undefined for a single word. */
export function initialsOf(name: string): string | undefined {
  return initials(wordsOf(name).filter((word) => !SMALL_WORDS.has(word)));
}

/**
 * All that the initials of a name may be, without repetitions: small words left out or in (`dod`), figures whole (`ie6`).
 */
export function allInitialsOf(name: string): readonly string[] {
  const words = wordsOf(name);
  const all = [initials(words.filter((word) => !SMALL_WORDS.has(word))), initials(words)];
  return [...new Set(all.flatMap((one) => one ?? []))];
}

function initials(words: readonly string[]): string | undefined {
  if (words.length < 2) return undefined;
  return words.map((word) => (/^\d+$/.test(word) ? word : word.charAt(0))).join('');
}

/** An acronym without its dots, in lower case, where a name is one ("ECFR", "U.N.", "IE6"); undefined for other names. */
export function acronymOf(name: string): string | undefined {
  const letters = name.replaceAll('.', '');
  return /^\p{Lu}[\p{Lu}\d]{1,7}$/u.test(letters) ? letters.toLowerCase() : undefined;
}

/** An acronym that is spoken as a word and written as one, in lower case: "Nafta", "Opec"; undefined for other names. */
export function spokenAcronymOf(name: string): string | undefined {
  return /^\p{Lu}\p{Ll}{3,6}$/u.test(name) ? name.toLowerCase() : undefined;
}
