import { type Day, dayNumber, isDay, plus, weekdayOf } from './calendar';
import { isCalendarWord } from './calendarWords';
import { type Scan, set, tokenOf } from './scan';

/** Where the words around an undated day or month point. A bare phrase, with no verb near it, names something ahead. */
export type Direction = 'past' | 'future' | 'either';

const LOOK_BACK = 14;
const LOOK_AHEAD = 8;

const FUTURE = set(
  "will shall 'll i'll we'll you'll he'll she'll they'll it'll next upcoming scheduled due plan plans planned planning expected expects expect going " +
    "hopes intends aims should must please let's schedule tomorrow until by would set",
);
const PAST = set(
  'was were had been did has last since said told came went took made got gave became began won lost fell rose left met held ago saw ' +
    'found sent spent led kept brought built bought taught caught fought thought felt heard grew knew flew drew threw wrote spoke ' +
    'broke chose drove ran sat stood struck hit paid sold shot died yesterday following',
);
const NO_PAST = set(
  'need needs speed indeed united red bed hundred proceed succeed feed seed exceed breed united unprecedented limited',
);

/** Reads the direction off the nearest verb or adverb of its sentence, before a date or else behind it. */
export function directionAt(scan: Scan, from: number, to: number): Direction {
  if (isBeforeClause(scan, to)) return 'future';
  let isBare = true;
  for (let at = from - 1; at >= Math.max(0, from - LOOK_BACK); at--) {
    const { lower, text, kind } = tokenOf(scan, at);
    if (text === ';' || (text === '.' && tokenOf(scan, at - 1).text.length > 3)) break;
    const found = isAhead(scan, at) ? 'future' : directionOf(lower);
    if (found) return found;
    if (kind === 'word' && !isOfDates(lower)) isBare = false;
  }
  for (let at = to; at < to + LOOK_AHEAD; at++) {
    const { lower, text, kind } = tokenOf(scan, at);
    if (text === '' || text === ';' || (text === '.' && tokenOf(scan, at - 1).text.length > 3)) break;
    const found = directionOf(lower);
    if (found) return found;
    if (kind === 'word' && !isOfDates(lower)) isBare = false;
  }
  return isBare ? 'future' : 'either';
}

/** "He has decided that on Election Day, he will …": the clause that a date opens says more than the one before. */
function isBeforeClause(scan: Scan, to: number): boolean {
  if (tokenOf(scan, to).text !== ',') return false;
  for (let at = to + 1; at <= to + 4; at++) {
    const { lower, kind } = tokenOf(scan, at);
    if (/^(?:will|shall|.+['’]ll)$/u.test(lower)) return true;
    if (kind !== 'word') return false;
  }
  return false;
}

/** "If she were to win in November" */
const isAhead = (scan: Scan, index: number) =>
  /^(?:were|was|are|is)$/u.test(tokenOf(scan, index).lower) && tokenOf(scan, index + 1).lower === 'to';

const DATE_WORDS = set(
  'at in of the by to from first second third fourth fifth last next this week weekend day end beginning start middle after before closest ' +
    'year month quarter morning afternoon evening night early late mid am pm a p m gmt utc est ist until between and since for th st nd rd',
);

/** Whether a word only makes part of a date: a phrase of nothing else is bare. */
const isOfDates = (word: string) => DATE_WORDS.has(word) || isCalendarWord(word);

function directionOf(word: string): Direction | undefined {
  if (FUTURE.has(word)) return 'future';
  if (PAST.has(word)) return 'past';
  return word.length > 4 && word.endsWith('ed') && !NO_PAST.has(word) ? 'past' : undefined;
}

/** The year that puts an undated month, or a day of it, nearest to publication in the sense of the words around. */
export function nearestYear(published: Day, month: number, day: number | undefined, direction: Direction): number {
  const target = (year: number): Day => ({ year, month, day: day ?? 15 });
  const distance = (year: number) => dayNumber(target(year)) - dayNumber(published);
  // Some slack: "in May" in the middle of May is this one, and a visit "May 16-17" two days off too, whatever the tense.
  const slack = day === undefined ? 31 : 10;
  const isFitting = (year: number) =>
    direction === 'past' ? distance(year) <= slack : direction !== 'future' || distance(year) >= -slack;
  // February 29 may be four years off, or eight around 1900 and 2100.
  const years = Array.from({ length: 17 }, (_, index) => published.year - 8 + index).filter(
    (year) => day === undefined || isDay(target(year)),
  );
  const fitting = years.filter(isFitting);
  const sorted = (fitting.length > 0 ? fitting : years).toSorted(
    (a, b) => Math.abs(distance(a)) - Math.abs(distance(b)),
  );
  return sorted[0] ?? published.year;
}

/** The weekday nearest to publication: news tells what was, so the last one unless the words point ahead. */
export function nearestWeekday(published: Day, weekday: number, direction: Direction): Day {
  const ahead = (weekday - weekdayOf(published) + 7) % 7;
  if (ahead === 0) return published;
  return plus(published, direction === 'future' ? ahead : ahead - 7, 'day');
}
