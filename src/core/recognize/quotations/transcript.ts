import type { Span } from '../../text/span';

/** A paragraph of a transcript, or of an interview written as one: "PENCE: Well, look, …". UTF-16 code units of the article. */
export interface Turn {
  readonly speaker: Span;
  /** The colon. */
  readonly cue: Span;
  /** What is said, without quotation marks around it. */
  readonly content: Span;
  /** Index of the paragraph. */
  readonly paragraph: number;
}

// An opening mark or none; one to four words in capitals, with dots, hyphens and apostrophes within; a colon and a space.
const LABEL = /^["“]?((?:\p{Lu}[\p{Lu}.’'-]*)(?: \p{Lu}[\p{Lu}.’'-]*){0,3}):\s+(?=["“‘'(]?[\p{Lu}\p{N}])/u;
const LONGEST_LABEL = 48;

/** Words in capitals that label a paragraph and name nobody. */
const NO_SPEAKER =
  /^(?:UPDATED?|NOTE|NOTES|BREAKING|WATCH|READ|READ MORE|RELATED|PHOTOS?|VIDEO|LIVE|MORE|CORRECTION|CLARIFICATION|EXCLUSIVE|OPINION|ANALYSIS|FACT|CLAIM|WARNING|SOURCES?|ALSO|SEE ALSO|TOP|NEW|PS|TL;DR)$/u;

/** Fewer labels make no transcript, and so does one where nobody speaks twice. */
const FEWEST = 3;

/** Whose turn it is to speak in each paragraph of a transcript; none where an article is no transcript. Linear time. */
export function turnsIn(text: string, paragraphs: readonly Span[]): Turn[] {
  const turns: Turn[] = [];
  const names = new Set<string>();
  paragraphs.forEach(({ start, end }, paragraph) => {
    const label = LABEL.exec(text.slice(start, Math.min(end, start + LONGEST_LABEL)));
    const name = label?.[1];
    if (!label || name === undefined || name.length < 2 || NO_SPEAKER.test(name)) return;
    const isMarked = /^["“]/u.test(label[0]);
    const from = start + (isMarked ? 1 : 0);
    const speaker = { start: from, end: from + name.length };
    const closing = isMarked && /["”]/u.test(text.charAt(end - 1)) ? 1 : 0;
    const content = { start: start + label[0].length, end: end - closing };
    if (content.end <= content.start) return;
    names.add(name);
    turns.push({ speaker, cue: { start: speaker.end, end: speaker.end + 1 }, content, paragraph });
  });
  return turns.length >= FEWEST && names.size < turns.length ? turns : [];
}
