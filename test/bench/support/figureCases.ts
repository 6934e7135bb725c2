/** One case of ../shared/data/figures; offsets are UTF-16 code units. */
export interface Case {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  /** The moment that relative dates are resolved against. */
  readonly reference: string | null;
  readonly group: Group;
  readonly news: boolean;
  readonly items: readonly {
    readonly start: number;
    readonly end: number;
    readonly span: string;
    readonly value: string | null;
    readonly alts?: readonly string[];
  }[];
}

export const GROUPS = ['money', 'percent', 'number', 'ordinal', 'quantity', 'range', 'temporal'] as const;
export type Group = (typeof GROUPS)[number];

/** What somebody found in a case: several spans where core and full phrase are told apart. */
export interface Prediction {
  readonly group: Group;
  readonly start: number;
  readonly end: number;
  readonly spans: readonly (readonly [start: number, end: number])[];
  readonly value: string;
  /** Several readings, where somebody gives several. */
  readonly values?: readonly string[];
}

export interface Scores {
  readonly gold: number;
  readonly pred: number;
  readonly tp: number;
  readonly tpv: number;
  readonly F1: number;
  readonly F1v: number;
  readonly neg: number;
  readonly neg_ok: number | null;
}

/** ../shared/tools/score-figures.mjs. */
export interface Scorer {
  load(folder: string): Case[];
  score(
    cases: readonly Case[],
    predict: (one: Case) => readonly Prediction[] | undefined,
  ): Readonly<Record<string, Scores>>;
}
