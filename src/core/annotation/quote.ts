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

/** Where the quote stands inside `within`, if one such place has enough of the old context around it. */
export function findOrphan(text: string, quote: Quote, within: Span): Span | undefined {
  if (quote.quote === '') return undefined;
  const wanted = Math.min(REUNITING_CONTEXT, quote.prefix.length + quote.suffix.length);
  let best: { span: Span; agreement: number } | undefined;
  const last = within.end - quote.quote.length;
  for (
    let at = text.indexOf(quote.quote, within.start);
    at >= 0 && at <= last;
    at = text.indexOf(quote.quote, at + 1)
  ) {
    const span = { start: at, end: at + quote.quote.length };
    const agreement = contextAgreement(text, span, quote);
    if (agreement >= wanted && (!best || agreement > best.agreement)) best = { span, agreement };
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
