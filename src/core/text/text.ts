import { applyChange, type Change } from './change';
import { firstAtLeast } from './sorted';

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
  #lineStarts: Int32Array | undefined;

  private constructor(value: string) {
    this.value = value;
  }

  /** Reads `raw` as an article's text: drops a byte-order mark, turns CRLF and lone CR into LF. */
  static of(raw: string): Text {
    const unmarked = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
    return new Text(unmarked.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked);
  }

  /**
   * The text after a change. What is known of its lines goes along: only what the change brings in is looked through.
   * @param change its inserted text has LF line ends
   */
  edited(change: Change): Text {
    const text = new Text(applyChange(this.value, change));
    if (this.#lineStarts) text.#lineStarts = movedStarts(this.#lineStarts, change);
    return text;
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

  #starts(): Int32Array {
    this.#lineStarts ??= Int32Array.from([0, ...startsIn(this.value)]);
    return this.#lineStarts;
  }
}

/** Where lines begin behind the line breaks of a text. */
function startsIn(text: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Where lines begin after a change. */
function movedStarts(starts: Int32Array, change: Change): Int32Array {
  const brought = change.map(({ insert }) => startsIn(insert));
  // A line that begins behind a break which is taken out begins no more: those after `start`, up to `end`.
  const cuts = change.map(
    ({ start, end }) => [firstAtLeast(starts, start + 1), firstAtLeast(starts, end + 1)] as const,
  );
  const gone = cuts.reduce((sum, [from, to]) => sum + to - from, 0);
  const come = brought.reduce((sum, { length }) => sum + length, 0);
  const moved = new Int32Array(starts.length - gone + come);
  let [from, to, shift] = [0, 0, 0];
  const keep = (until: number) => {
    moved.set(starts.subarray(from, until), to);
    if (shift !== 0)
      for (let index = to; index < to + until - from; index++) moved[index] = (moved[index] ?? 0) + shift;
    to += until - from;
  };
  for (const [index, { start, end, insert }] of change.entries()) {
    const [first, behind] = cuts[index] ?? [0, 0];
    keep(first);
    for (const at of brought[index] ?? []) moved[to++] = start + shift + at;
    from = behind;
    shift += insert.length - (end - start);
  }
  keep(starts.length);
  return moved;
}
