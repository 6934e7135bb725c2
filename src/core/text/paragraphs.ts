import type { Span } from './span';

/**
 * The paragraphs of a text, in reading order, without the white space around them.
 *
 * News mostly has one paragraph a line. Where a block of lines is hard-wrapped (its lines break in mid-sentence at a
 * common width), the whole block is one paragraph, so that a name may run over a line's end.
 * @param text LF line ends
 * @returns spans in UTF-16 code units, none of them empty
 */
export function paragraphs(text: string): Span[] {
  return blocks(text).flatMap((block) => (isHardWrapped(text, block) ? [joined(block)] : block));
}

/** Runs of lines with words on them; a blank line ends a run. */
function blocks(text: string): Span[][] {
  const found: Span[][] = [];
  let block: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = trimmed(text, start, end);
    if (line.end > line.start) block.push(line);
    else if (block.length > 0) {
      found.push(block);
      block = [];
    }
    start = end + 1;
  }
  if (block.length > 0) found.push(block);
  return found;
}

const SHORTEST_WRAPPED = 40;
const LONGEST_WRAPPED = 120;

/** Whether a block looks wrapped at a width: all lines but the last about as long, and most broken in mid-sentence. */
function isHardWrapped(text: string, block: readonly Span[]): boolean {
  const inner = block.slice(0, -1);
  if (inner.length === 0) return false;
  const hasWidth = inner.every(({ start, end }) => end - start >= SHORTEST_WRAPPED && end - start <= LONGEST_WRAPPED);
  const finished = inner.filter(({ end }) => /[.!?:"”’]/.test(text.charAt(end - 1))).length;
  return hasWidth && finished * 2 < inner.length;
}

function joined(block: readonly Span[]): Span {
  return { start: block[0]?.start ?? 0, end: block.at(-1)?.end ?? 0 };
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && text.charAt(start).trim() === '') start++;
  while (end > start && text.charAt(end - 1).trim() === '') end--;
  return { start, end };
}
