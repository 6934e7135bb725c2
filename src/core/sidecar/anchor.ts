import { contextAgreement, type Quote } from '../annotation/quote';
import type { Span } from '../text/span';

/** Finds quotes again in a text that may have changed since they were written. */
export interface Anchor {
  /**
   * Where the quote stands now.
   * @param expected where it stood when it was written; UTF-16 code units
   * @returns its place, or undefined where no place is sure enough: an orphan is better than a wrong place
   */
  find(quote: Quote, expected: Span): Span | undefined;
}

/**
 * The first rules of anchoring: the exact place where the text is known to be the same; otherwise the place with the
 * best agreeing context, the nearest of those that agree alike; a quote that stands in several places with nothing of
 * its context left is given up.
 * @param isSameText whether the text is, byte for byte, the one that the quotes were written over
 */
export function createAnchor(text: string, isSameText: boolean): Anchor {
  const places = new Map<string, readonly number[]>();
  const placesOf = (words: string): readonly number[] => {
    const known = places.get(words);
    if (known) return known;
    const found: number[] = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
    places.set(words, found);
    return found;
  };
  return {
    find: (quote, expected) => {
      if (quote.quote === '') return undefined;
      const stands = text.slice(expected.start, expected.end) === quote.quote;
      if (stands && isSameText) return expected;
      return best(text, quote, expected.start, placesOf(quote.quote));
    },
  };
}

function best(text: string, quote: Quote, expected: number, places: readonly number[]): Span | undefined {
  let chosen: { span: Span; agreement: number; distance: number } | undefined;
  for (const start of places) {
    const span = { start, end: start + quote.quote.length };
    const agreement = contextAgreement(text, span, quote);
    const distance = Math.abs(start - expected);
    const isBetter = !chosen || agreement > chosen.agreement;
    if (isBetter || (agreement === chosen?.agreement && distance < chosen.distance))
      chosen = { span, agreement, distance };
  }
  const isSure = places.length === 1 || (chosen?.agreement ?? 0) > 0 || chosen?.distance === 0;
  return isSure ? chosen?.span : undefined;
}
