/** What a name is throughout an article. */
export interface Verdict {
  readonly type: number;
  readonly confidence: number;
}

/** Verdicts by the name's words, a space between them. */
export type Verdicts = ReadonlyMap<string, Verdict>;
