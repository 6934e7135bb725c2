/**
 * A name as it is compared: without a determiner, a possessive and quotation marks around it, in lower case, single
 * spaces between words.
 */
export function comparedName(text: string): string {
  return bareName(text).toLowerCase();
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

/** The words of a compared name. */
export function wordsOf(name: string): string[] {
  return name.split(/[\s-]+/).filter((word) => word !== '');
}

const SMALL_WORDS = new Set(['of', 'the', 'and', 'for', 'on', 'in', 'de', 'la', 'du', 'des', 'to', '&']);

/** The initials of a name of several words, small words left out: `ecfr`; undefined for a single word. */
export function initialsOf(name: string): string | undefined {
  const words = wordsOf(name).filter((word) => !SMALL_WORDS.has(word));
  return words.length < 2 ? undefined : words.map((word) => word.charAt(0)).join('');
}

/** An acronym without its dots, in lower case, where a name is one ("ECFR", "U.N."); undefined for other names. */
export function acronymOf(name: string): string | undefined {
  const letters = name.replaceAll('.', '');
  return /^\p{Lu}{2,8}$/u.test(letters) ? letters.toLowerCase() : undefined;
}
