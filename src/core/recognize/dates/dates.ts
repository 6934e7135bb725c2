import type { Span } from '../../text/span';
import type { RecognitionContext, Recognizer } from '../recognizer';
import type { Suggestion } from '../suggestion';
import { comparatorBefore } from '../words/comparators';
import { type Token, tokenAt, tokenize } from '../words/tokens';
import { bareYear, dayFirst, decadeOrCentury, monthAlone, monthFirst, numericDate, yearPart } from './absolute';
import { type Day, parseDay } from './calendar';
import { clockTime } from './clock';
import { duration, repeated } from './durations';
import { joinReadings, type PlacedReading } from './joining';
import type { Reading, Rule } from './reading';
import { namedPeriod, nearDay, shifted, weekday } from './relative';

const ID = 'dates';
const CONFIDENCE = 0.9;

/** All rules; where several read something, the longest reading stands, and of equals the first. */
const RULES: readonly Rule[] = [
  numericDate,
  monthFirst,
  dayFirst,
  monthAlone,
  yearPart,
  decadeOrCentury,
  clockTime,
  shifted,
  namedPeriod,
  weekday,
  nearDay,
  repeated,
  duration,
  bareYear,
];

/**
 * Dates, periods, durations and times of day, by rules. The value is EDTF or ISO 8601; what is relative is resolved
 * against the publication date, where it is known.
 */
export const dates: Recognizer = Object.freeze({
  id: ID,
  labels: Object.freeze(['DATE', 'TIME']),
  run: datesIn,
});

function datesIn(passage: string, context: RecognitionContext): Suggestion[] {
  const tokens = tokenize(passage);
  const published = parseDay(context.published);
  const readings: PlacedReading[] = [];
  for (let index = 0; index < tokens.length; ) {
    const reading = longest(tokens, index, published);
    if (reading) readings.push({ ...reading, from: index });
    index = reading?.next ?? index + 1;
  }
  return joinReadings(tokens, readings).map((reading) => suggestionOf(tokens, reading));
}

function longest(tokens: readonly Token[], index: number, published: Day | undefined): Reading | undefined {
  let best: Reading | undefined;
  for (const rule of RULES) {
    const reading = rule(tokens, index, published);
    if (reading && reading.next > (best?.next ?? index)) best = reading;
  }
  return best;
}

function suggestionOf(tokens: readonly Token[], reading: PlacedReading): Suggestion {
  const index = reading.from;
  const span = spanOf(tokens, index, reading.next);
  const opened = reading.fullFrom;
  const around =
    opened === undefined ? surroundings(tokens, index, reading.value) : { value: reading.value, from: opened };
  return {
    ...span,
    label: reading.label,
    recognizer: ID,
    confidence: CONFIDENCE,
    ...(around.value !== undefined && { value: around.value }),
    ...(around.from < index && { full: { start: tokenAt(tokens, around.from).start, end: span.end } }),
  };
}

/** Words before that compare a duration ("more than two years") or open an interval ("since 2014"). */
function surroundings(tokens: readonly Token[], index: number, value: string | undefined) {
  const before = tokenAt(tokens, index - 1).lower;
  const isDuration = value?.startsWith('P') && !value.endsWith('_REF');
  if (isDuration) {
    const comparator = comparatorBefore(tokens, index);
    if (comparator && before !== 'over') return { value: `${comparator.sign}${value}`, from: comparator.at };
  }
  const isPoint = value !== undefined && /^[\dX-]+$/.test(value);
  if (isPoint && before === 'since') return { value: `${value}/..`, from: index - 1 };
  if (isPoint && /^(?:until|till)$/.test(before)) return { value: `../${value}`, from: index - 1 };
  return { value, from: index };
}

/** From the first token to the last one, without a possessive ending: "Monday's" ends before the apostrophe. */
function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  const last = tokenAt(tokens, to - 1);
  const ending =
    last.kind === 'word' && !/^o['’]clock$/.test(last.lower) ? (/['’]s?$/i.exec(last.text)?.[0].length ?? 0) : 0;
  return { start: tokenAt(tokens, from).start, end: last.end - ending };
}
