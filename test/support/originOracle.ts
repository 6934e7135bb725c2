import type { Change } from '../../src/core/text/change';
import type { Span } from '../../src/core/text/span';

/** A text at one moment, and what tells each character from all others: for one of the first text, where it stood there. */
interface Moment {
  readonly text: string;
  readonly origins: readonly number[];
}

/**
 * Follows every character of a text through edits, undo and redo, by itself: it knows nothing of annotations, and so
 * can say where their words must be. UTF-16 code units.
 */
export class OriginOracle {
  #moments: readonly Moment[];
  #at = 0;
  #next: number;

  constructor(text: string) {
    this.#next = text.length;
    this.#moments = [{ text, origins: Array.from({ length: text.length }, (_, index) => index) }];
  }

  get text(): string {
    return this.#now.text;
  }

  edit(change: Change): void {
    const { text, origins } = this.#now;
    const parts: string[] = [];
    const moved: number[] = [];
    let at = 0;
    for (const { start, end, insert } of change) {
      parts.push(text.slice(at, start), insert);
      moved.push(...origins.slice(at, start), ...Array.from({ length: insert.length }, () => this.#next++));
      at = end;
    }
    this.#add({ text: parts.join('') + text.slice(at), origins: [...moved, ...origins.slice(at)] });
  }

  /** Two stretches that follow each other change places. */
  swap({ start, end: middle }: Span, end: number): void {
    const swapped = <T>(from: (start: number, end?: number) => readonly T[]) => [
      ...from(0, start),
      ...from(middle, end),
      ...from(start, middle),
      ...from(end),
    ];
    const { text, origins } = this.#now;
    const units = text.split('');
    const after = swapped((from, to) => units.slice(from, to)).join('');
    // Nobody can tell that two of the same changed places.
    if (after !== text) this.#add({ text: after, origins: swapped((from, to) => origins.slice(from, to)) });
  }

  /** Back to the latest moment before this one with such a text. */
  undo(text: string): void {
    let at = this.#at;
    while (at >= 0 && this.#moments[at]?.text !== text) at--;
    this.#goTo(at, text);
  }

  /** Ahead to the next moment after this one with such a text. */
  redo(text: string): void {
    let at = this.#at;
    while (at < this.#moments.length && this.#moments[at]?.text !== text) at++;
    this.#goTo(at, text);
  }

  /** Where all characters of a stretch of the first text stand together, if they do. */
  standing({ start, end }: Span): Span | undefined {
    const { origins } = this.#now;
    const at = origins.indexOf(start);
    if (at < 0) return undefined;
    for (let offset = start; offset < end; offset++) if (origins[at + offset - start] !== offset) return undefined;
    return { start: at, end: at + end - start };
  }

  /** What tells the characters of a span of the present text from all others, whatever becomes of the text. */
  charactersOf({ start, end }: Span): readonly number[] {
    return this.#now.origins.slice(start, end);
  }

  get #now(): Moment {
    return this.#moments[this.#at] ?? { text: '', origins: [] };
  }

  #add(moment: Moment): void {
    this.#moments = [...this.#moments.slice(0, this.#at + 1), moment];
    this.#at++;
  }

  #goTo(at: number, text: string): void {
    if (!this.#moments[at]) throw new RangeError(`the text has never been so: ${JSON.stringify(text)}`);
    this.#at = at;
  }
}
