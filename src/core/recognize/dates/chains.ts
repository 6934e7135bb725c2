import type { FoundPassage } from '../recognizer';
import type { Suggestion } from '../suggestion';
import { tokenize } from '../words/tokens';
import { type Day, parseDay } from './calendar';
import { lengthAt, lengthValue } from './lengths';
import { moved } from './offsets';
import { monthOf, oneDay, yearOf } from './stretch';

/** How far back a date may be that another follows from: a paragraph or two, in UTF-16 code units. */
const FURTHEST = 800;

/**
 * Resolves what follows from an earlier date of the article: "in February 2022 …, a few days later" is `2022-02~`, "the
 * following year" behind "2016" is `2017`. Without such a date it stays open.
 */
export function anchored(passages: readonly FoundPassage[]): readonly (readonly Suggestion[])[] {
  /** The earlier date, and where it ends in the article. */
  let anchor: Anchor | undefined;
  return passages.map(({ start, text, suggestions }) => {
    const replaced: Suggestion[] = [];
    for (const suggestion of suggestions) {
      const isNear = anchor && start + suggestion.start - anchor.end <= FURTHEST;
      const words = isNear ? text.slice(suggestion.start, suggestion.end).toLowerCase() : '';
      const value = isNear && anchor ? chained(words, anchor.value, suggestion.value) : undefined;
      const placed = value === undefined ? suggestion : { ...suggestion, value };
      if (placed.value !== undefined && ANCHOR.test(placed.value)) {
        anchor = { end: start + placed.end, value: placed.value };
      }
      replaced.push(placed);
    }
    return replaced.some((placed, index) => placed !== suggestions[index]) ? replaced : suggestions;
  });
}

/** A date that others may follow from. */
interface Anchor {
  readonly value: string;
  /** Offset in the article. */
  readonly end: number;
}

const ANCHOR = /^\d{4}(?:-\d\d(?:-\d\d)?)?~?$/u;

function chained(words: string, anchor: string, known: string | undefined): string | undefined {
  const side = /(?:^|\s)(later|earlier|afterwards?)$/u.exec(words)?.[1];
  if (side && known === undefined) return shiftedFrom(anchor, words, side === 'earlier' ? -1 : 1);
  const unit = /^the (following|previous) (day|week|month|year)$/u.exec(words);
  return unit ? shiftedFrom(anchor, `a ${unit[2]}`, unit[1] === 'previous' ? -1 : 1) : undefined;
}

/** As exact as both the earlier date and the distance are: some days behind a month are about that month. */
function shiftedFrom(anchor: string, words: string, by: 1 | -1): string | undefined {
  const length = lengthAt({ tokens: tokenize(words) }, 0);
  if (!length || length.parts.some(({ unit }) => unit.isClock)) return undefined;
  const [year, month, day] = anchor.replace('~', '').split('-').map(Number);
  const isYears = length.parts.every(({ unit }) => unit.letter === 'Y');
  const isMonths = length.parts.every(({ unit }) => unit.letter === 'Y' || unit.letter === 'M');
  const isRough = day === undefined && !(month === undefined ? isYears : isMonths);
  const from: Day | undefined = parseDay(`${anchor.slice(0, 4)}-${pad(month)}-${pad(day)}`);
  const to = from && year && !(isRough && lengthValue(length).length > 8) ? moved(from, length, by) : undefined;
  if (!to) return undefined;
  const found = day !== undefined ? oneDay(to) : month !== undefined ? monthOf(to.year, to.month) : yearOf(to.year);
  return isRough || length.isVague || anchor.endsWith('~') ? `${found.value}~` : found.value;
}

const pad = (number: number | undefined) => String(number ?? 1).padStart(2, '0');
