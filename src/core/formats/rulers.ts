import type { Span } from '../text/span';
import type { ReadSpan } from './format';
import { type OffsetUnit, type ToUtf16, toUtf16In } from './offsetUnits';
import { isQuoted } from './shared/quoteMatch';

/** A way to understand a file's offsets on its text. */
export interface Ruler {
  readonly unit: OffsetUnit;
  /** Whether a byte-order mark and the carriage returns of line ends count. */
  readonly countsRaw: boolean;
  readonly isGuess: boolean;
  /** A span in UTF-16 code units of the text as read; undefined where its quote is not there or its ends are nowhere. */
  measure(span: ReadSpan): Span | undefined;
  /** The same for a span that quotes no words. */
  measurePlain(span: Span): Span | undefined;
}

/**
 * Finds out what a file's offsets count: of the units that tools of the format use, the one under which all quotes are
 * at their places, else the most of them. Where the file quotes nothing, the one under which the most spans begin and end
 * where words do.
 * @param raw the text as the file has it
 * @param units the likeliest first; it wins where nothing speaks for another
 */
export function chooseRuler(raw: string, spans: readonly ReadSpan[], units: readonly OffsetUnit[]): Ruler {
  const read = new Reader(raw);
  const hasQuotes = spans.some(({ quote }) => quote !== undefined);
  let best: { ruler: Ruler; score: number } | undefined;
  for (const unit of units) {
    for (const countsRaw of read.isChanged ? [false, true] : [false]) {
      const ruler = read.ruler(unit, countsRaw, !hasQuotes && spans.length > 0);
      const fits = (span: ReadSpan) => {
        const place = ruler.measure(span);
        return place !== undefined && (hasQuotes || isAtWordEdges(read.text, place));
      };
      const score = spans.filter(fits).length;
      // Where words end is a weak sign: it speaks against the usual unit only where another fits throughout.
      const isSign = hasQuotes || score === spans.length;
      if (!best || (score > best.score && isSign)) best = { ruler, score };
      if (score === spans.length) return best.ruler;
    }
  }
  return best?.ruler ?? read.ruler('code-point', false, false);
}

/** A text as its file has it and as it is read, and the way between. */
class Reader {
  readonly text: string;
  readonly isChanged: boolean;
  readonly #raw: string;
  #toRead: ((offset: number) => number) | undefined;

  constructor(raw: string) {
    this.#raw = raw;
    this.text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
    this.isChanged = this.text !== raw;
  }

  ruler(unit: OffsetUnit, countsRaw: boolean, isGuess: boolean): Ruler {
    const toUtf16 = toUtf16In(unit, countsRaw ? this.#raw : this.text);
    const place: ToUtf16 = (offset) => {
      const at = toUtf16(offset);
      return at === undefined || !countsRaw ? at : this.#readOffset(at);
    };
    const measurePlain = ({ start, end }: Span): Span | undefined => {
      const from = place(start);
      const to = place(end);
      return from === undefined || to === undefined || from >= to ? undefined : { start: from, end: to };
    };
    const measure = (span: ReadSpan) => {
      const found = measurePlain(span);
      if (!found || span.quote === undefined || isQuoted(this.text.slice(found.start, found.end), span.quote))
        return found;
      return undefined;
    };
    return { unit, countsRaw, isGuess, measure, measurePlain };
  }

  /** From the raw text to the read one: without the byte-order mark, and one character for each line end. */
  #readOffset(offset: number): number {
    this.#toRead ??= lineEndMap(this.#raw);
    return this.#toRead(offset);
  }
}

function lineEndMap(raw: string): (offset: number) => number {
  const hasMark = raw.charCodeAt(0) === 0xfeff;
  const places = new Int32Array(raw.length + 1);
  let dropped = 0;
  for (let at = 0; at <= raw.length; at++) {
    places[at] = at - dropped;
    const isMark = at === 0 && hasMark;
    const isDouble = raw.charCodeAt(at) === 0x0d && raw.charCodeAt(at + 1) === 0x0a;
    if (isMark || isDouble) dropped++;
  }
  return (offset) => places[offset] ?? 0;
}

const IN_WORD = /[\p{L}\p{N}\p{M}]/u;

function isAtWordEdges(text: string, { start, end }: Span): boolean {
  const isInWord = (at: number) => IN_WORD.test(text.charAt(at - 1)) && IN_WORD.test(text.charAt(at));
  const isSpace = (at: number) => text.charAt(at).trim() === '';
  return !isInWord(start) && !isInWord(end) && !isSpace(start) && !isSpace(end - 1);
}
