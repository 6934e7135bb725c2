/**
 * Whether a stretch of text is the words that a file quotes. Tools write white space as they like (brat joins lines by a
 * space, Label Studio writes a line's end as a backslash and an n), so that only the words count.
 */
export function isQuoted(stretch: string, quote: string): boolean {
  return stretch === quote || bareWords(stretch) === bareWords(quote.replaceAll('\\n', ' '));
}

function bareWords(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}
