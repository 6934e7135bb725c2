import { ORDINALS, SCALES, SMALL, TENS } from '../words/numberWords';
import { type Token, tokenAt } from '../words/tokens';
import { CALENDAR_WORDS } from './calendarWords';
import { FEAST_WORDS } from './holidays';
import { timeUnit } from './timeUnits';

/** Words that a date, a time or a length of time can begin with, apart from digits and number words. */
const BEGINNINGS =
  'yesterday today tomorrow tommorrow tmrw tonight now nowadays currently right just this last next past previous prior preceding current present ' +
  'coming upcoming following recent earlier later early late mid midway beginning start middle end close outset day ' +
  'week weekend month year years quarter decade century day days weeks months decades hours minutes hour minute daylong weeklong monthlong yearlong decadelong ' +
  'every each any once twice daily nightly everyday weekly biweekly fortnightly monthly bimonthly quarterly yearly annual annually biannual hourly weekends weekdays ' +
  'mornings afternoons evenings nights morning afternoon evening night lunchtime daytime noon noonish midday midnight ' +
  'mondays tuesdays wednesdays thursdays fridays saturdays sundays half few several some many couple quarter q h fy sy cy fiscal financial calendar ' +
  'spring summer autumn fall winter eoy eom eod boy w';

/** Words that only begin one where another beginning follows: "the 1990s", "a few days", "in two weeks". */
const OPENINGS = new Set('the a an in within at'.split(' '));

/** Fractions, and marks before a year's last digits. */
const SIGNS = new Set([..."½¼¾'’‘"]);

/** What may stand between "in" and a length of time. */
const HEDGES = new Set('about around just only ~ the next a an'.split(' '));

const WORDS: ReadonlySet<string> = new Set([
  ...BEGINNINGS.split(' '),
  ...CALENDAR_WORDS,
  ...FEAST_WORDS,
  ...SMALL.keys(),
  ...TENS.keys(),
  ...SCALES.keys(),
  ...ORDINALS.keys(),
]);

/** Whether something about time can begin at a token. Cheap: it is asked about every word of an article. */
export function mayBegin(tokens: readonly Token[], index: number): boolean {
  const token = tokenAt(tokens, index);
  if (token.kind === 'number') return true;
  if (token.kind === 'sign') return SIGNS.has(token.text) && tokenAt(tokens, index + 1).kind === 'number';
  if (OPENINGS.has(token.lower)) return opens(tokens, index, token.lower);
  return isBeginning(token.lower);
}

function isBeginning(lower: string): boolean {
  if (WORDS.has(lower)) return true;
  const mark = endingOf(lower);
  return mark > 0 && (WORDS.has(lower.slice(0, mark)) || WORDS.has(lower.replace(/['’]/gu, '')));
}

/** Where the apostrophe of a word's ending is ("today's", "hallowe’en"), or -1. */
function endingOf(lower: string): number {
  for (let at = lower.length - 2; at > 0 && at > lower.length - 5; at--) {
    const code = lower.charCodeAt(at);
    if (code === APOSTROPHE || code === CURLY_APOSTROPHE) return at;
  }
  return -1;
}

const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;

function opens(tokens: readonly Token[], index: number, lower: string): boolean {
  let at = index + 1;
  const isIn = lower === 'in' || lower === 'within';
  if (isIn || lower === 'at') while (at < index + 3 && HEDGES.has(tokenAt(tokens, at).lower)) at++;
  const next = tokenAt(tokens, at);
  if (next.kind === 'number') return true;
  if (/^['’‘]$/u.test(next.text)) return /^\d/u.test(tokenAt(tokens, at + 1).text);
  return isBeginning(next.lower) || timeUnit(next.lower) !== undefined;
}
