/** How long the two changes of a key's selection may be apart, in milliseconds: they come at once, unlike two keys. */
const TOGETHER = 50;

/** How long after them the key's command may come, in milliseconds: for the first one, an extension is asked to start. */
const LATEST = 5_000;

/** Rows, and when they were told of, in milliseconds. */
interface Told<T> {
  readonly rows: readonly T[];
  readonly at: number;
}

/**
 * The rows that keys are about whose commands have not come yet. Each of these keys toggles the selection of the row with
 * the focus twice before its command; so two selections that come at once, the second as it was before the first, are a
 * key's, and the row in which they differ had the focus. Where an extension was held up, several keys and then several
 * commands come at once, each command in its key's turn.
 */
export class ToggledRows<T> {
  readonly #idOf: (row: T) => string;
  #before: readonly T[] = [];
  #last: Told<T> = { rows: [], at: 0 };
  #meant: readonly Told<T>[] = [];

  /** @param idOf what tells a row from all others */
  constructor(idOf: (row: T) => string) {
    this.#idOf = idOf;
  }

  /** Takes in the rows that are selected now. @param at when that was told, in milliseconds */
  hear(rows: readonly T[], at: number): void {
    const before = this.#before;
    const toggled = this.#last;
    this.#before = toggled.rows;
    this.#last = { rows, at };
    if (at - toggled.at > TOGETHER || !this.#isSame(before, rows) || this.#isSame(toggled.rows, rows)) return;
    const added = this.without(toggled.rows, rows);
    // A row that was selected is meant with all that are, as in a context menu.
    this.#meant = [...this.#meant, { rows: added.length > 0 ? added : rows, at }];
  }

  /** The rows of the key whose command has come now; none where they are not known. @param at in milliseconds */
  next(at: number): readonly T[] {
    const [first, ...later] = this.#meant.filter((meant) => at - meant.at < LATEST);
    this.#meant = later;
    return first?.rows ?? [];
  }

  /** Who toggles rows without a key says so after it. */
  forget(): void {
    this.#meant = [];
  }

  /** Rows that are not among others. */
  without(rows: readonly T[], others: readonly T[]): readonly T[] {
    const ids = new Set(others.map(this.#idOf));
    return rows.filter((row) => !ids.has(this.#idOf(row)));
  }

  #isSame(rows: readonly T[], others: readonly T[]): boolean {
    return rows.length === others.length && this.without(rows, others).length === 0;
  }
}
