import { durationParts } from './parseValue';
import { WEEKDAYS } from './pointInWords';

const PARTS_OF_DAY: ReadonlyMap<string, string> = new Map([
  ['MO', 'morning'],
  ['AF', 'afternoon'],
  ['EV', 'evening'],
  ['NI', 'night'],
]);

/** What comes back, in words: `P1M` is "every month", `P2W` "every 2 weeks", `XXXX-WXX-1` "every Monday". */
export function setInWords(every: string): string {
  const weekday = /^XXXX-WXX-([1-7])(?:T(.*))?$/u.exec(every);
  if (weekday) return `every ${[WEEKDAYS[Number(weekday[1]) - 1], timeOfSet(weekday[2])].filter(Boolean).join(' ')}`;
  if (every.startsWith('T')) return `every ${timeOfSet(every.slice(1))}`;
  const [part, ...more] = durationParts(every);
  if (!part || more.length > 0) return `again and again (${every})`;
  return part.count === 1 ? `every ${part.unit}` : `every ${part.count} ${part.unit}s`;
}

function timeOfSet(time: string | undefined): string {
  if (time === undefined) return '';
  return PARTS_OF_DAY.get(time) ?? `day at ${time}`;
}
