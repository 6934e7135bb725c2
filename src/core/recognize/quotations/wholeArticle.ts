import { paragraphs } from '../../text/paragraphs';
import { bySpan, contains, type Span } from '../../text/span';
import type { QuotationParts, Suggestion } from '../suggestion';
import { ID } from './found';
import { type Turn, turnsIn } from './transcript';

/** A suggestion of this recognizer, its parts beside it. */
interface Quoted {
  readonly suggestion: Suggestion;
  readonly parts: QuotationParts;
  /** Index of the paragraph that it begins in. */
  readonly paragraph: number;
  /** Whether its paragraph names the speaker in front, as a transcript does. */
  readonly isTurn?: boolean;
}

/** Finds who speaks in the sentence that ends before a colon: `introduce(words)` gives spans within the words. */
export type Introduce = (words: string) => Pick<QuotationParts, 'speaker' | 'cue'> | undefined;

const MARK = /["“”„«»‹›'‘’]/;
const OPENING = /["“„«»‹›'‘]/;

/**
 * What one paragraph can't tell: a quotation that goes on over several paragraphs, each with an opening mark and only
 * the last with a closing one; "She continued:" at a paragraph's end with the quotation in the next; a quotation by
 * itself, whose speaker is the one quoted before; and articles that have lost their quotation marks.
 */
export function overParagraphs(text: string, suggestions: readonly Suggestion[], introduce: Introduce): Suggestion[] {
  const spans = paragraphs(text);
  const turns = turnsIn(text, spans);
  const found = inParagraphs(suggestions, spans).filter((entry) => !isStray(text, entry, spans));
  const quoted = joined(text, withTurns(found, turns));
  const attributed = withSpeakers(text, quoted, spans, introduce);
  const spoken = marksAreLost(attributed) ? unmarked(text, attributed, spans) : attributed;
  return spoken.map(({ suggestion, parts }) => ({ ...suggestion, quotation: parts })).sort(bySpan);
}

/** A straight mark that nothing closes, with a curly one at the next paragraph and no verb of speaking, is left from elsewhere. */
function isStray(text: string, { suggestion, parts, paragraph }: Quoted, spans: readonly Span[]): boolean {
  if (parts.kind !== 'direct' || parts.cue || text.charAt(suggestion.start) !== '"') return false;
  const next = spans[paragraph + 1];
  return !MARK.test(text.charAt(suggestion.end - 1)) && next !== undefined && text.charAt(next.start) === '“';
}

function inParagraphs(suggestions: readonly Suggestion[], spans: readonly Span[]): Quoted[] {
  let paragraph = 0;
  return suggestions.flatMap((suggestion) => {
    while (paragraph + 1 < spans.length && (spans[paragraph]?.end ?? 0) <= suggestion.start) paragraph++;
    return suggestion.quotation ? [{ suggestion, parts: suggestion.quotation, paragraph }] : [];
  });
}

/** Puts the turns of a transcript in the place of the direct speech that their paragraphs seem to be. */
function withTurns(quoted: readonly Quoted[], turns: readonly Turn[]): Quoted[] {
  if (turns.length === 0) return [...quoted];
  const inTurns = new Set(turns.map(({ paragraph }) => paragraph));
  const others = quoted.filter(({ paragraph, parts }) => !inTurns.has(paragraph) || parts.kind !== 'direct');
  const spoken = turns.map(
    ({ speaker, cue, content, paragraph }): Quoted => ({
      suggestion: { ...content, label: 'QUOTATION', recognizer: ID, confidence: SURE },
      parts: { kind: 'direct', content: [content], speaker, cue },
      paragraph,
      isTurn: true,
    }),
  );
  return [...others, ...spoken].sort((a, b) => bySpan(a.suggestion, b.suggestion));
}

const SURE = 0.9;

/** Makes one quotation of those that go on in the next paragraph. */
function joined(text: string, quoted: readonly Quoted[]): Quoted[] {
  const result: Quoted[] = [];
  /** Index in `result` of the latest direct quotation, and its pieces so far. */
  let latest = -1;
  let pieces: Span[] = [];
  for (const entry of quoted) {
    const last = result[latest];
    if (!last || !goesOn(text, last, pieces, entry)) {
      if (entry.parts.kind === 'direct') {
        latest = result.length;
        pieces = [...entry.parts.content];
      }
      result.push(entry);
      continue;
    }
    const { speaker = entry.parts.speaker, cue = entry.parts.cue } = last.parts;
    pieces.push(...entry.parts.content);
    const parts: QuotationParts = { kind: 'direct', content: pieces, ...(speaker && { speaker }), ...(cue && { cue }) };
    const suggestion = { ...last.suggestion, end: entry.suggestion.end };
    // The paragraph of the last piece counts, for the next one to go on from.
    result[latest] = { ...last, suggestion, parts, paragraph: entry.paragraph };
  }
  return result;
}

/** Whether a quotation has no closing mark and the next paragraph begins with an opening one. */
function goesOn(text: string, { suggestion, parts, isTurn }: Quoted, pieces: readonly Span[], next: Quoted): boolean {
  if (next.isTurn || next.parts.kind !== 'direct' || next.suggestion.start - suggestion.end > MOST_BETWEEN)
    return false;
  const between = text.slice(suggestion.end, next.suggestion.start);
  if (!between.includes('\n') || between.trim() !== '') return false;
  const first = (isTurn && pieces.length === 1 ? parts.speaker?.start : pieces.at(-1)?.start) ?? 0;
  const [opened, again] = [text.charAt(first - 1), text.charAt(next.suggestion.start)];
  if (!OPENING.test(opened) || MARK.test(text.charAt(suggestion.end - 1)) || !OPENING.test(again)) return false;
  // A straight mark that is lost before curly ones was never opened, and what somebody else is said to say is theirs.
  return isStraight(opened) === isStraight(again) && !hasOtherSpeaker(text, parts, next.parts);
}

const isStraight = (mark: string) => mark === '"' || mark === "'";

/** Whether both have a speaker of their own by name: "…," added Rep. Clyburn. A pronoun may be anybody. */
function hasOtherSpeaker(text: string, first: QuotationParts, second: QuotationParts): boolean {
  if (!first.speaker || !second.speaker) return false;
  const [one, other] = [first.speaker, second.speaker].map(({ start, end }) => text.slice(start, end));
  return one !== undefined && other !== undefined && !PRONOUN.test(other) && !sharesName(one, other);
}

const PRONOUN = /^(?:I|we|he|she|it|they|you)$/iu;

/** Whether a capitalized word stands in both: "Sen. Claire McCaskill", "McCaskill". */
function sharesName(one: string, other: string): boolean {
  const names = new Set(one.match(/\p{Lu}[\p{L}-]+/gu) ?? []);
  return (other.match(/\p{Lu}[\p{L}-]+/gu) ?? []).some((name) => names.has(name));
}

/** White space between two paragraphs of one quotation; more is another part of the article. */
const MOST_BETWEEN = 16;

/** Gives a quotation without a speaker the one of the sentence that announces it, else of the quotation before it. */
function withSpeakers(text: string, quoted: readonly Quoted[], spans: readonly Span[], introduce: Introduce): Quoted[] {
  const result: Quoted[] = [];
  for (const entry of quoted) {
    const { parts, paragraph } = entry;
    const begins = entry.suggestion.start === spans[paragraph]?.start;
    const isOpen = parts.kind === 'direct' && !parts.speaker;
    const announced = isOpen && begins ? announcedBy(text, spans[paragraph - 1], introduce) : undefined;
    const before = result.at(-1);
    const isNear = before !== undefined && paragraph - before.paragraph <= 1 && isSpeech(before);
    const speaker = announced?.speaker ?? (isOpen && isNear ? before.parts.speaker : undefined);
    if (!speaker) result.push(entry);
    else {
      const cue = parts.cue ?? announced?.cue;
      result.push({ ...entry, parts: { ...parts, speaker, ...(cue && { cue }) } });
    }
  }
  return result;
}

const isSpeech = ({ suggestion, parts }: Quoted) => parts.kind === 'direct' || (suggestion.confidence ?? 0) > 0.8;

/** How much of the paragraph before is looked at for "She continued:", in code units. */
const LONGEST_ANNOUNCEMENT = 300;

function announcedBy(text: string, before: Span | undefined, introduce: Introduce) {
  if (!before || text.charAt(before.end - 1) !== ':') return undefined;
  const start = Math.max(before.start, before.end - LONGEST_ANNOUNCEMENT);
  const found = introduce(text.slice(start, before.end));
  return (
    found && {
      ...(found.speaker && { speaker: moved(found.speaker, start) }),
      ...(found.cue && { cue: moved(found.cue, start) }),
    }
  );
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** Whether an article has speech, and none of it within quotation marks: they were lost on the way. */
function marksAreLost(quoted: readonly Quoted[]): boolean {
  return !quoted.some(({ parts }) => parts.kind === 'direct' && parts.cue);
}

const FIRST_PERSON = /(?:^|[^\p{L}])(?:I|we|We|my|My|our|Our|I['’](?:m|ve|d|ll)|we['’](?:re|ve|d|ll))(?=[^\p{L}]|$)/u;
const EDITED = /\[[\p{L} ]+\]/u;
const VERBATIM = /(?:^|\s)(?:told|tells|wrote|writes)$/i;

/**
 * "There are clear signs that …, Nathaniel Sher told RFE/RL. Every month, …": in an article without quotation marks, a
 * paragraph that begins with somebody's words goes on with them where nobody else is named for the rest.
 */
function unmarked(text: string, quoted: readonly Quoted[], spans: readonly Span[]): Quoted[] {
  const absorbed = new Set<Quoted>();
  const result = quoted.map((entry, index) => {
    const { suggestion, parts, paragraph } = entry;
    const span = spans[paragraph];
    const isLed =
      parts.content.length === 1 && suggestion.start === span?.start && (parts.cue?.start ?? 0) >= suggestion.end;
    if (!span || !isLed || parts.kind === 'direct' || (suggestion.confidence ?? 0) < 0.8) return entry;
    const rest = restOf(text, entry, span);
    const others = quoted.slice(index + 1, index + 1 + MOST_OTHERS).filter((other) => other.paragraph === paragraph);
    const isOwn = !others.some((other) => isAnother(text, other));
    const isVerbatim =
      VERBATIM.test(text.slice(parts.cue?.start, parts.cue?.end)) ||
      [suggestion, ...(isOwn && rest ? [rest] : [])].some(({ start, end }) => isWordForWord(text.slice(start, end)));
    if (!isVerbatim) return entry;
    if (!rest || !isOwn) return { ...entry, parts: { ...parts, kind: 'direct' as const } };
    for (const other of others) absorbed.add(other);
    const content = [...parts.content, rest];
    return {
      ...entry,
      suggestion: { ...suggestion, end: rest.end },
      parts: { ...parts, kind: 'direct' as const, content },
    };
  });
  return result.filter((_, index) => {
    const original = quoted[index];
    return original === undefined || !absorbed.has(original);
  });
}

/** Quotations of one paragraph that are looked at; more than any has. */
const MOST_OTHERS = 12;

const isWordForWord = (words: string) => FIRST_PERSON.test(words) || EDITED.test(words);

/** What stands behind the sentence that names the speaker, to the paragraph's end. */
function restOf(text: string, { suggestion, parts }: Quoted, paragraph: Span): Span | undefined {
  const from = Math.max(suggestion.end, parts.cue?.end ?? 0, parts.speaker?.end ?? 0);
  const stop = text.indexOf('. ', from);
  if (stop < 0 || stop >= paragraph.end - 2 || stop - from > LONGEST_TAIL) return undefined;
  const start = stop + 2;
  return contains(paragraph, { start, end: paragraph.end }) ? { start, end: paragraph.end } : undefined;
}

/** From the verb to the sentence's end: "told RFE/RL", "wrote on X, formerly Twitter". */
const LONGEST_TAIL = 80;

/** Whether a quotation is somebody else's by its own words: who speaks of oneself is still the one before. */
function isAnother(text: string, { suggestion, parts }: Quoted): boolean {
  const speaker = parts.speaker && text.slice(parts.speaker.start, parts.speaker.end);
  return (suggestion.confidence ?? 0) > 0.8 && speaker !== undefined && !PRONOUN.test(speaker);
}
