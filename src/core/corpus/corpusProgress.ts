/** How far the index is: how many articles of the present work are done. */
export interface CorpusProgress {
  /** `reading`: what is kept is read, and compared with the files. `resting`: nothing is to do. */
  readonly state: 'off' | 'reading' | 'indexing' | 'paused' | 'resting';
  readonly done: number;
  readonly total: number;
}
