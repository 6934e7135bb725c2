import type { Quote } from '../../annotation/quote';

/** Words and the place they had in a text that may have changed since; code points, as files have it. */
export interface FiledQuote extends Quote {
  readonly start: number;
  readonly end: number;
}
