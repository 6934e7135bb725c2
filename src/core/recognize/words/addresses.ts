import type { Span } from '../../text/span';

/**
 * Web and mail addresses in a passage: the numbers in them are no figures and no dates.
 * @returns whether a place is in one; asked about places in rising order, UTF-16 code units from the passage's start
 */
export function addressesIn(passage: string): (place: number) => boolean {
  const found = addresses(passage);
  let next = 0;
  return (place) => {
    while ((found[next]?.end ?? Number.POSITIVE_INFINITY) <= place) next++;
    return (found[next]?.start ?? Number.POSITIVE_INFINITY) <= place;
  };
}

function addresses(passage: string): Span[] {
  const found: Span[] = [];
  // Most paragraphs hold none, and need not be taken apart.
  if (!passage.includes('://') && !passage.includes('www.') && !passage.includes('@')) return found;
  // Word by word, so that a long line without spaces is looked at once and not from every letter on.
  for (const match of passage.matchAll(/\S+/g)) {
    const word = match[0];
    const isAddress = word.includes('://') || word.startsWith('www.') || isMail(word);
    if (isAddress) found.push({ start: match.index, end: match.index + word.length });
  }
  return found;
}

/** "name@example.org", but not the "2018@9:30" and "@3pm" of notes. */
function isMail(word: string): boolean {
  const at = word.indexOf('@');
  return at > 0 && /\p{L}/u.test(word.charAt(at + 1));
}
