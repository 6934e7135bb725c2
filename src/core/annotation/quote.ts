import type { Span } from '../text/span';

/** How many UTF-16 code units of context are kept on either side. */
const CONTEXT = 32;

/** How much of the kept context must still stand for an orphan to be put back without being asked. */
const REUNITING_CONTEXT = 6;

/** Words and their surroundings, as W3C Web Annotation's TextQuoteSelector has them. */
export interface Quote {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** The words of a span and what stands around them. Surrogate pairs are never cut. */
export function quoteAt(text: string, span: Span): Quote {
  const before = isLowSurrogate(text, span.start - CONTEXT) ? span.start - CONTEXT + 1 : span.start - CONTEXT;
  const after = isLowSurrogate(text, span.end + CONTEXT) ? span.end + CONTEXT - 1 : span.end + CONTEXT;
  return {
    quote: text.slice(span.start, span.end),
    prefix: text.slice(Math.max(0, before), span.start),
    suffix: text.slice(span.end, after),
  };
}

/** How many characters next to a place agree with the kept context, before and after. */
export function contextAgreement(text: string, place: Span, context: Quote): number {
  return agreementBefore(text, place.start, context.prefix) + agreementAfter(text, place.end, context.suffix);
}

/**
 * Where the quote stands inside `within` with enough of the old context around it: the place with the best agreeing
 * context, and of several the one nearest to where it stood.
 * @param expected where that was, in UTF-16 code units; asked for only where there is a choice
 * @param least how much context must agree, as far as there is so much
 */
export function findOrphan(
  text: string,
  quote: Quote,
  within: Span,
  expected: () => number,
  least = REUNITING_CONTEXT,
): Span | undefined {
  if (quote.quote === '') return undefined;
  const wanted = Math.min(least, quote.prefix.length + quote.suffix.length);
  const window = text.slice(within.start, within.end);
  let best: { span: Span; agreement: number } | undefined;
  for (let found = window.indexOf(quote.quote); found >= 0; found = window.indexOf(quote.quote, found + 1)) {
    const start = found + within.start;
    const span = { start, end: start + quote.quote.length };
    const agreement = contextAgreement(text, span, quote);
    if (agreement < wanted) continue;
    const isNearer = () =>
      best?.agreement === agreement && Math.abs(start - expected()) < Math.abs(best.span.start - expected());
    if (!best || agreement > best.agreement || isNearer()) best = { span, agreement };
  }
  return best?.span;
}

function agreementBefore(text: string, end: number, prefix: string): number {
  let same = 0;
  while (same < prefix.length && same < end && text[end - 1 - same] === prefix[prefix.length - 1 - same]) same++;
  return same;
}

function agreementAfter(text: string, start: number, suffix: string): number {
  let same = 0;
  while (same < suffix.length && text[start + same] === suffix[same]) same++;
  return same;
}

function isLowSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
