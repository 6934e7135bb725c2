import type { Stretch } from './sentences';

/** Id of the recognizer of quotations. */
export const ID = 'quotations';

/** A quotation as it is found in one passage, in token indexes. */
export interface Found {
  readonly kind: 'direct' | 'mixed' | 'indirect';
  /** What is quoted, without the marks. */
  readonly content: readonly Stretch[];
  readonly speaker?: Stretch;
  readonly cue?: Stretch;
  readonly confidence: number;
}
