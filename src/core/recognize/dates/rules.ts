import { deictic, nearDay, now, weekday } from './deictic';
import { duration, repeated } from './durations';
import { holiday } from './holidays';
import { dayFirst, monthFirst, monthlessDay, weekdayWithDay } from './monthDays';
import { bareYear, decadeOrCentury, fiscalYear, monthAlone, season, yearPart } from './monthsAndYears';
import { numericDate } from './numeric';
import { offsetRules } from './offsets';
import { partRules } from './parts';
import type { Rule } from './reading';

/** What names days on the calendar; where several read something, the longest reading stands, and of equals the first. */
export const CALENDAR: readonly Rule[] = [
  numericDate,
  monthFirst,
  dayFirst,
  weekdayWithDay,
  monthlessDay,
  monthAlone,
  yearPart,
  decadeOrCentury,
  fiscalYear,
  holiday,
  nearDay,
  weekday,
  deictic,
  ...partRules(() => CALENDAR),
  ...offsetRules(() => CALENDAR),
  season,
  bareYear,
  now,
];

/** What says how long or how often, which is on no calendar. */
export const LENGTHS: readonly Rule[] = [repeated, duration];
