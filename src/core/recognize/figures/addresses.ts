import type { Span } from '../../text/span';

/** Web and mail addresses in a passage: the numbers in them are no figures. UTF-16 code units. */
export function addresses(passage: string): Span[] {
  const found: Span[] = [];
  // Most paragraphs hold none, and need not be taken apart.
  if (!passage.includes('://') && !passage.includes('www.') && !passage.includes('@')) return found;
  // Word by word, so that a long line without spaces is looked at once and not from every letter on.
  for (const match of passage.matchAll(/\S+/g)) {
    const word = match[0];
    const isAddress = word.includes('://') || word.startsWith('www.') || word.includes('@');
    if (isAddress) found.push({ start: match.index, end: match.index + word.length });
  }
  return found;
}
