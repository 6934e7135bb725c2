/**
 * Something wrong in a file a person wrote. Offsets are UTF-16 code units of the file read as text: LF line ends, no
 * byte-order mark (`Text.of`), so that they give the line and column that an editor shows.
 */
export interface Problem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** Whether git left two versions in the file, between its marks. */
  readonly isUnmerged?: boolean;
}

/** At least one problem. */
export type Problems = readonly [Problem, ...Problem[]];
