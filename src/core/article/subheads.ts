import type { Span } from '../text/span';
import { endsWithStop, isQuestion, runsOn } from './sentenceEnd';

const LONGEST = 80;
const LIST_ITEM = /^(?:[-*+•▪–—>|]|\d{1,3}[.)]|\p{L}[.)])\s/u;
const MARKDOWN_HEADING = /^#{1,6}\s+(?=\S)/;

/**
 * The subheads among an article's paragraphs: Markdown headings, and short lines without a final stop that stand
 * before a paragraph of running text.
 * @param text the article, LF line ends
 * @param blocks its paragraphs in reading order, without headline and byline
 * @returns spans of the words (without `##`), in UTF-16 code units
 */
export function findSubheads(text: string, blocks: readonly Span[]): Span[] {
  const found: Span[] = [];
  blocks.forEach((block, index) => {
    const line = text.slice(block.start, block.end);
    const marker = MARKDOWN_HEADING.exec(line)?.[0];
    const next = blocks[index + 1];
    if (marker !== undefined) found.push({ start: block.start + marker.length, end: block.end });
    else if (index > 0 && next && isSubhead(line) && isRunningText(text.slice(next.start, next.end), line))
      found.push(block);
  });
  return found;
}

/** Whether a line could head what follows, as far as the line alone tells. */
function isSubhead(line: string): boolean {
  if (line.length > LONGEST || line.includes('\n') || LIST_ITEM.test(line) || !/\p{L}{2}/u.test(line)) return false;
  return (!endsWithStop(line) || isQuestion(line)) && !runsOn(line) && !/^\p{Ll}/u.test(line);
}

/** Whether the paragraph after a subhead is text and not the next line of a list or an address. */
function isRunningText(paragraph: string, subhead: string): boolean {
  return paragraph.length > subhead.length && (endsWithStop(paragraph) || paragraph.length > 2 * LONGEST);
}
