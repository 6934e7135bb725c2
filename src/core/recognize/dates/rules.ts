import { BEGINS } from './beginnings';
import { deictic, nearDay, now, weekday } from './deictic';
import { duration, repeated } from './durations';
import { holiday } from './holidays';
import { dayFirst, monthFirst, monthlessDay, weekdayWithDay } from './monthDays';
import { bareYear, decadeOrCentury, fiscalYear, monthAlone, season, yearPart } from './monthsAndYears';
import { numericDate } from './numeric';
import { offsetRules } from './offsets';
import { partRules } from './parts';
import { type RuleTable, ruleTable } from './reading';

const { number, sign, weekday: weekdays, month, the, ordinal, count, unit, which } = BEGINS;

/** What names days on the calendar; where several read something, the longest reading stands, and of equals the first. */
export const CALENDAR: RuleTable = ruleTable([
  [numericDate, number | weekdays],
  [monthFirst, number | weekdays | month],
  [dayFirst, number | sign | weekdays | the | ordinal],
  [weekdayWithDay, weekdays],
  [monthlessDay, the],
  [monthAlone, number | month],
  [yearPart, number | the | ordinal | BEGINS.yearPart],
  [decadeOrCentury, number | sign | the | ordinal],
  [fiscalYear, BEGINS.fiscal],
  [holiday, BEGINS.feast],
  [nearDay, the | unit | BEGINS.nearDay],
  [weekday, weekdays],
  [deictic, number | sign | the | count | which],
  ...partRules(() => CALENDAR),
  ...offsetRules(() => CALENDAR),
  [season, the | BEGINS.season],
  [bareYear, number | the | unit | ordinal | BEGINS.fiscal],
  [now, BEGINS.now],
]);

/** What says how long or how often, which is on no calendar. */
export const LENGTHS: RuleTable = ruleTable([
  [repeated, weekdays | BEGINS.repeated],
  [duration, number | sign | count | unit | BEGINS.long],
]);
