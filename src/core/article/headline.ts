import type { Span } from '../text/span';
import { readByline } from './byline';
import { endsWithStop, isQuestion, runsOn } from './sentenceEnd';

const LONGEST = 150;

/**
 * The headline, if the first paragraph is one: a Markdown heading, or a short line without a final stop.
 * An agency's report often has none: then it begins with a long sentence.
 * @param text the article, LF line ends
 * @param blocks its paragraphs after the front matter, in reading order
 * @returns the span of its words (without `#`), in UTF-16 code units
 */
export function findHeadline(text: string, blocks: readonly Span[]): Span | undefined {
  const [first, second] = blocks;
  if (!first) return undefined;
  const line = text.slice(first.start, first.end);
  const marker = /^#{1,2}\s+(?=\S)/.exec(line)?.[0];
  if (marker !== undefined) return { start: first.start + marker.length, end: first.end };
  if (!second || line.length > LONGEST || line.includes('\n') || !/\p{L}{2}/u.test(line)) return undefined;
  if ((endsWithStop(line) && !isQuestion(line)) || runsOn(line) || hasStopInside(line)) return undefined;
  if (/^[-*+>|]\s/.test(line) || readByline(line)) return undefined;
  return isSetApart(text, first, second) ? first : undefined;
}

/** Whether the line stands for itself and is not the first of a wrapped paragraph. */
function isSetApart(text: string, first: Span, second: Span): boolean {
  const isBlankBetween = text.slice(first.end, second.start).split('\n').length > 2;
  return isBlankBetween || !/^\p{Ll}/u.test(text.slice(second.start, second.start + 2));
}

/** Whether a sentence ends before the line does; the stops of initials (“U.S. Slaps …”, “J. Biden”) do not count. */
function hasStopInside(line: string): boolean {
  return /[\p{Ll}\p{N}]{2}[.!?]["”’»]?\s+["“‘«]?\p{Lu}/u.test(line) || /[。！？]./u.test(line);
}
