import { type Token, tokenAt } from '../words/tokens';
import { type Day, dayNumber, isDay, plus, weekdayOf } from './calendar';

/** In which direction the words before an undated day or month point. */
export type Direction = 'past' | 'future' | 'either';

const LOOK_BACK = 8;

/** Reads the direction off the words before a date, within its sentence: "will meet on Monday" points ahead. */
export function directionBefore(tokens: readonly Token[], index: number): Direction {
  for (let at = index - 1; at >= Math.max(0, index - LOOK_BACK); at--) {
    const { lower, text } = tokenAt(tokens, at);
    if (text === '.' || text === ';') return 'either';
    if (/^(?:will|shall|next|upcoming|scheduled|due|plans?|planned|expected|going)$/.test(lower)) return 'future';
    if (/^(?:was|were|had|last|since|said|told|ago)$/.test(lower)) return 'past';
  }
  return 'either';
}

/** The year that puts an undated month, or a day of it, nearest to publication in the sense of the words around. */
export function nearestYear(published: Day, month: number, day: number | undefined, direction: Direction): number {
  const target = (year: number): Day => ({ year, month, day: day ?? 15 });
  const years = [published.year - 1, published.year, published.year + 1].filter(
    (year) => day === undefined || isDay(target(year)),
  );
  const distance = (year: number) => dayNumber(target(year)) - dayNumber(published);
  // A month's slack: "in May" in the middle of May is this one, whatever the tense.
  const slack = day === undefined ? 31 : 1;
  const fitting = years.filter((year) => {
    if (direction === 'past') return distance(year) <= slack;
    return direction !== 'future' || distance(year) >= -slack;
  });
  const sorted = fitting.toSorted((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)));
  return sorted[0] ?? published.year;
}

/** The weekday nearest to publication: news tells what was, so the last one unless the words point ahead. */
export function nearestWeekday(published: Day, weekday: number, direction: Direction): Day {
  const ahead = (weekday - weekdayOf(published) + 7) % 7;
  if (ahead === 0) return published;
  return plus(published, direction === 'future' ? ahead : ahead - 7, 'day');
}
