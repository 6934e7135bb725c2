import { contextAgreement, type Quote } from '../annotation/quote';
import type { Span } from '../text/span';

export interface Candidate {
  readonly span: Span;
  readonly score: number;
}

export function candidatesFor(text: string, quote: Quote, expected: Span): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let at = text.indexOf(quote.quote); at >= 0; at = text.indexOf(quote.quote, at + 1)) {
    const span = { start: at, end: at + quote.quote.length };
    found.push({ span, score: contextAgreement(text, span, quote) / 64 - Math.abs(at - expected.start) / 1e9 });
  }
  return found.sort((a, b) => b.score - a.score).slice(0, 20);
}
