/** A place in a text: zero-based line, and UTF-16 code units from the line's start. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * The words of an article, unchangeable. Line ends are LF and there is no byte-order mark, whatever the file holds;
 * so an offset means the same in the editor, in the sidecar and on the command line. Offsets are UTF-16 code units.
 */
export class Text {
  readonly value: string;
  #lineStarts: readonly number[] | undefined;

  private constructor(value: string) {
    this.value = value;
  }

  /** Reads `raw` as an article's text: drops a byte-order mark, turns CRLF and lone CR into LF. */
  static of(raw: string): Text {
    const unmarked = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
    return new Text(unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked);
  }

  get length(): number {
    return this.value.length;
  }

  get lineCount(): number {
    return this.#starts().length;
  }

  slice(start: number, end: number): string {
    return this.value.slice(start, end);
  }

  /** The place of an offset; offsets outside the text are clamped to it. */
  positionAt(offset: number): Position {
    const starts = this.#starts();
    const at = Math.max(0, Math.min(offset, this.value.length));
    // Invariant: starts[low] <= at < starts[high].
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return { line: low, character: at - (starts[low] ?? 0) };
  }

  /** The offset of a place; lines and characters beyond the end are clamped, a line's end being before its line break. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const starts = this.#starts();
    const start = starts[position.line];
    if (start === undefined) return this.value.length;
    return Math.min(start + Math.max(0, position.character), this.#lineEnd(position.line));
  }

  /** The words of one line, without its line break; empty for a line that is not there. */
  line(line: number): string {
    const start = this.#starts()[line];
    return start === undefined ? '' : this.value.slice(start, this.#lineEnd(line));
  }

  #lineEnd(line: number): number {
    const next = this.#starts()[line + 1];
    return next === undefined ? this.value.length : next - 1;
  }

  #starts(): readonly number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    for (let at = this.value.indexOf('\n'); at >= 0; at = this.value.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
    return starts;
  }
}
