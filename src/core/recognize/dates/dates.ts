import type { Span } from '../../text/span';
import type { RecognitionContext, Recognizer } from '../recognizer';
import type { Suggestion } from '../suggestion';
import { addressesIn } from '../words/addresses';
import { comparatorBefore } from '../words/comparators';
import { type Token, tokenAt, tokenize } from '../words/tokens';
import { parseDay } from './calendar';
import { anchored } from './chains';
import { type Phrase, phraseAt } from './phrases';
import type { Scan } from './scan';
import { mayBegin } from './triggers';

const ID = 'dates';
const CONFIDENCE = 0.9;

/**
 * Dates, periods, durations and times of day, by rules. The value is EDTF or ISO 8601; what is relative is resolved
 * against the publication date, where it is known, and what follows from an earlier date in the article against that.
 */
export const dates: Recognizer = Object.freeze({
  id: ID,
  labels: Object.freeze(['DATE', 'TIME']),
  run: datesIn,
  refinePassages: anchored,
});

function datesIn(passage: string, context: RecognitionContext): Suggestion[] {
  const isAddress = addressesIn(passage);
  const scan = scanOf(tokenize(passage), context.published);
  const found: Suggestion[] = [];
  let least = 0;
  for (let index = 0; index < scan.tokens.length; ) {
    const isBeginning = mayBegin(scan.tokens, index) && !isAddress(tokenAt(scan.tokens, index).start);
    const phrase = isBeginning ? phraseAt(scan, index) : undefined;
    if (phrase && !phrase.isNone) found.push(suggestionOf(scan, phrase, least));
    if (phrase) least = phrase.next;
    index = phrase?.next ?? index + 1;
  }
  return found;
}

function scanOf(tokens: readonly Token[], published: string | undefined): Scan {
  const day = parseDay(published);
  if (!day) return { tokens };
  const time = /T(\d\d):(\d\d)(?::(\d\d))?/u.exec(published ?? '');
  if (!time) return { tokens, published: day };
  const second = Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0);
  return { tokens, published: day, second };
}

/** @param least index behind the phrase before: the whole phrase does not reach into it */
function suggestionOf({ tokens }: Scan, phrase: Phrase, least: number): Suggestion {
  const span = spanOf(tokens, phrase.from, phrase.next);
  const isOver = isOverAmount(tokens, phrase.from - 1);
  const comparator = phrase.isLength && !isOver ? comparatorBefore(tokens, phrase.from) : undefined;
  const value = comparator && phrase.value !== undefined ? `${comparator.sign}${phrase.value}` : phrase.value;
  const full = tokenAt(tokens, Math.max(least, Math.min(comparator?.at ?? phrase.fullFrom, phrase.fullFrom)));
  return {
    ...span,
    label: phrase.isTime ? 'TIME' : 'DATE',
    recognizer: ID,
    confidence: CONFIDENCE,
    ...(value !== undefined && { value }),
    ...(phrase.modifier !== undefined && { modifier: phrase.modifier }),
    ...(full.start < span.start && { full: { start: full.start, end: span.end } }),
  };
}

const AMOUNT_ENDS =
  /^(?:\d[\d.,]*|million|billion|trillion|thousand|hundred|%|percent|cent|dollars?|euros?|pounds?|yen|yuan|points?)$/u;

/** "$84 billion over 10 years" is within them; "for over 10 years" is more. */
function isOverAmount(tokens: readonly Token[], index: number): boolean {
  return tokenAt(tokens, index).lower === 'over' && AMOUNT_ENDS.test(tokenAt(tokens, index - 1).lower);
}

/** From the first token to the last one, without a possessive ending: "Monday's" ends before the apostrophe. */
function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  const last = tokenAt(tokens, to - 1);
  const isPossessive = last.kind === 'word' && !/^o['’]clock$/u.test(last.lower);
  const ending = isPossessive ? (/['’]s?$/iu.exec(last.text)?.[0].length ?? 0) : 0;
  return { start: tokenAt(tokens, from).start, end: last.end - ending };
}
