import { dayNumber, isDay, plus } from './calendar';
import { easter, nthWeekday, type OtherCalendar, orthodoxEaster, otherCalendarDay } from './feasts';
import type { Reading, Rule } from './reading';
import { type Scan, tokenOf, wordOf } from './scan';
import { SHIFTS } from './shifts';
import { days, oneDay, type Stretch } from './stretch';
import { directionAt } from './tense';
import { yearBehind } from './years';

/** The day of a feast in a year; undefined where nobody can compute it. */
type Feast = (year: number) => Stretch | undefined;

const fixed =
  (month: number, day: number): Feast =>
  (year) =>
    isDay({ year, month, day }) ? oneDay({ year, month, day }) : undefined;
const nth =
  (month: number, weekday: number, count: number, shift = 0): Feast =>
  (year) =>
    oneDay(plus(nthWeekday(year, month, weekday, count), shift, 'day'));
const fromEaster =
  (shift: number): Feast =>
  (year) =>
    oneDay(plus(easter(year), shift, 'day'));
const fromOrthodoxEaster =
  (shift: number): Feast =>
  (year) =>
    oneDay(plus(orthodoxEaster(year), shift, 'day'));
const other =
  (calendar: OtherCalendar, month: number, day: number, length = 1, shift = 0): Feast =>
  (year) => {
    const found = otherCalendarDay(year, calendar, month, day);
    return found && days(plus(found, shift, 'day'), plus(found, shift + length - 1, 'day'));
  };
/** Every fourth year, the year after a leap year of elections. */
const inauguration: Feast = (year) => (year % 4 === 1 ? oneDay({ year, month: 1, day: 20 }) : undefined);
/** The day is set by the moon as it is seen in another place and time, and not computed here. */
const unknown: Feast = () => undefined;

/** Names in lower case, without apostrophes and dots, "saint" for "st"; variants by commas. */
const TABLE: readonly (readonly [names: string, feast: Feast])[] = [
  ['new years day, new year day, new years', fixed(1, 1)],
  ['new years eve', fixed(12, 31)],
  ['orthodox christmas', fixed(1, 7)],
  ['epiphany, three kings day', fixed(1, 6)],
  ['australia day', fixed(1, 26)],
  ['holocaust remembrance day', fixed(1, 27)],
  ['martin luther king jr day, martin luther king day, mlk jr day, mlk day', nth(1, 1, 3)],
  ['inauguration day', inauguration],
  ['groundhog day', fixed(2, 2)],
  ['national freedom day', fixed(2, 1)],
  ['valentines day, valentine day, saint valentines day', fixed(2, 14)],
  ['presidents day, washingtons birthday', nth(2, 1, 3)],
  ['international womens day, womens day', fixed(3, 8)],
  ['pi day', fixed(3, 14)],
  ['saint patricks day, saint patrick day, saint paddys day, saint patrick', fixed(3, 17)],
  ['vernal equinox, spring equinox', fixed(3, 20)],
  ['nowruz', fixed(3, 20)],
  ['april fools day, april fools', fixed(4, 1)],
  ['tax day', fixed(4, 15)],
  ['earth day', fixed(4, 22)],
  ['anzac day', fixed(4, 25)],
  ['kings day, koningsdag', (year) => kingsDay(year)],
  ['may day, labour day, international workers day', fixed(5, 1)],
  ['star wars day', fixed(5, 4)],
  ['cinco de mayo', fixed(5, 5)],
  ['ve day', fixed(5, 8)],
  ['victory day', fixed(5, 9)],
  ['mothers day, mother day', nth(5, 7, 2)],
  ['harvey milk day', fixed(5, 22)],
  ['memorial day', nth(5, 1, -1)],
  ['d-day', fixed(6, 6)],
  ['russia day', fixed(6, 12)],
  ['flag day', fixed(6, 14)],
  ['fathers day, father day', nth(6, 7, 3)],
  ['juneteenth, freedom day, jubilee day', fixed(6, 19)],
  ['summer solstice', fixed(6, 21)],
  ['canada day', fixed(7, 1)],
  ['independence day, fourth of july', fixed(7, 4)],
  ['bastille day', fixed(7, 14)],
  ['womens equality day', fixed(8, 26)],
  ['labor day', nth(9, 1, 1)],
  ['patriot day', fixed(9, 11)],
  ['german unity day', fixed(10, 3)],
  ['columbus day, indigenous peoples day', nth(10, 1, 2)],
  ['bosss day, boss day', fixed(10, 16)],
  ['halloween, hallowe’en, all hallows eve, halloween day', fixed(10, 31)],
  ['all saints day', fixed(11, 1)],
  ['all souls day, day of the dead', fixed(11, 2)],
  ['election day', nth(11, 1, 1, 1)],
  ['guy fawkes night, guy fawkes day, bonfire night', fixed(11, 5)],
  ['veterans day, armistice day, remembrance day, martinmas, singles day', fixed(11, 11)],
  ['thanksgiving day, thanksgiving', nth(11, 4, 4)],
  ['canadian thanksgiving', nth(10, 1, 2)],
  ['black friday', nth(11, 4, 4, 1)],
  ['cyber monday', nth(11, 4, 4, 4)],
  ['world aids day', fixed(12, 1)],
  ['pearl harbor day', fixed(12, 7)],
  ['human rights day', fixed(12, 10)],
  ['winter solstice', fixed(12, 21)],
  ['christmas eve, xmas eve', fixed(12, 24)],
  ['christmas day, christmas, xmas, xmas day', fixed(12, 25)],
  ['boxing day, saint stephens day', fixed(12, 26)],
  ['kwanzaa', (year) => days({ year, month: 12, day: 26 }, { year: year + 1, month: 1, day: 1 })],
  ['shrove tuesday, mardi gras, fat tuesday, pancake day', fromEaster(-47)],
  ['ash wednesday', fromEaster(-46)],
  ['palm sunday', fromEaster(-7)],
  ['maundy thursday, holy thursday, covenant thursday, thursday of mysteries, thu of mysteries', fromEaster(-3)],
  ['good friday, great friday', fromEaster(-2)],
  ['holy saturday, easter saturday', fromEaster(-1)],
  ['easter sunday, easter, easter day', fromEaster(0)],
  ['easter monday', fromEaster(1)],
  ['ascension day, ascension thursday', fromEaster(39)],
  ['pentecost, whit sunday, white sunday, whitsunday', fromEaster(49)],
  ['whit monday, pentecost monday', fromEaster(50)],
  ['trinity sunday', fromEaster(56)],
  ['corpus christi', fromEaster(60)],
  ['orthodox easter, orthodox easter sunday', fromOrthodoxEaster(0)],
  ['orthodox good friday, orthodox great friday', fromOrthodoxEaster(-2)],
  ['orthodox easter monday', fromOrthodoxEaster(1)],
  ['orthodox palm sunday', fromOrthodoxEaster(-7)],
  ['rosh hashanah, rosh hashana, rosh hashanna, jewish new year', other('hebrew', 1, 1, 3, -1)],
  ['yom kippur', other('hebrew', 1, 10, 1, -1)],
  ['sukkot, feast of tabernacles', other('hebrew', 1, 15, 8, -1)],
  ['shemini atzeret', other('hebrew', 1, 22, 1, -1)],
  ['simchat torah', other('hebrew', 1, 23, 1, -1)],
  ['hanukkah, hanukah, chanukah', other('hebrew', 3, 25, 8, -1)],
  ['tu bishvat', other('hebrew', 5, 15, 1, -1)],
  ['purim', other('hebrew', 6, 14, 1, -1)],
  ['passover, pesach', other('hebrew', 7, 15, 9, -1)],
  ['yom haatzmaut', other('hebrew', 8, 4, 1, -1)],
  ['lag bomer', other('hebrew', 8, 18, 1, -1)],
  ['shavuot', other('hebrew', 9, 6, 3, -1)],
  ['tisha bav', other('hebrew', 11, 9, 1, -1)],
  ['islamic new year', other('islamic-umalqura', 1, 1)],
  ['ashura', other('islamic-umalqura', 1, 10)],
  ['mawlid, mawlid al-nabi', other('islamic-umalqura', 3, 12)],
  ['isra and miraj, the night journey, the prophets ascension, ascension to heaven', other('islamic-umalqura', 7, 27)],
  ['ramadan', other('islamic-umalqura', 9, 1, 30)],
  ['laylat al-qadr, night of power, night of measures', other('islamic-umalqura', 9, 27)],
  ['eid al-fitr, eid ul-fitr', other('islamic-umalqura', 10, 1)],
  [
    'eid al-adha, eid ul-adha, id ul-adha, sacrifice feast, feast of the sacrifice, bakr id',
    other('islamic-umalqura', 12, 10),
  ],
  [
    'lunar new year, chinese new year, chinese lunar new years day, chinese new years day, spring festival',
    other('chinese', 1, 1),
  ],
  ['lantern festival', other('chinese', 1, 15)],
  ['vesak, vaisakha, buddha day', unknown],
  ['dragon boat festival', other('chinese', 5, 5)],
  ['qixi festival', other('chinese', 7, 7)],
  ['mid-autumn festival, moon festival', other('chinese', 8, 15)],
  ['makar sankranti', fixed(1, 15)],
  ['vaisakhi, vasakhi', fixed(4, 14)],
  [
    'diwali, deepavali, dhanteras, kali chaudas, holi, onam, navaratri, dussehra, raksha bandhan, krishna janmashtami',
    unknown,
  ],
  ['ganesh chaturthi, rama navami, maha shivaratri, mahavir jayanti, guru nanak jayanti, karva chauth', unknown],
  ['basant panchami, parsi new year, thiru onam, thiruvonam, lakshmi puja, durga puja', unknown],
];

/** The Dutch king's birthday; celebrated a day early where it is a Sunday. */
function kingsDay(year: number): Stretch {
  const day = { year, month: 4, day: 27 };
  return oneDay((dayNumber(day) + 3) % 7 === 6 ? plus(day, -1, 'day') : day);
}

const FEASTS: ReadonlyMap<string, Feast> = new Map(
  TABLE.flatMap(([names, feast]) => names.split(', ').map((name) => [name, feast] as const)),
);
const LONGEST = Math.max(...[...FEASTS.keys()].map((name) => name.split(' ').length));

/** Words before a feast that say which one. */
const FEAST_SHIFTS: ReadonlyMap<string, number> = new Map([
  ...['last', 'previous', 'past'].map((word) => [word, -1] as const),
  ...['next', 'following', 'coming', 'upcoming'].map((word) => [word, 1] as const),
  ['this', 0],
]);

/** First words of feasts: any other word begins none. */
export const FEAST_WORDS: readonly string[] = [
  ...new Set([...FEASTS.keys()].map((name) => name.split(/[ -]/u)[0] ?? '')),
  'st',
];
const FIRST_WORDS = new Set(FEAST_WORDS);

/** All words that a feast is looked for at: first words as they are, with an ending, and those that shift it. */
export const FEAST_FIRST_WORDS: readonly string[] = [
  ...FEAST_WORDS.flatMap((word) => [word, `${word}s`]),
  ...FEAST_SHIFTS.keys(),
];

/** Those that are common words in lower case, or name other things. */
const CAPITAL = new Set(
  'epiphany holi onam corpus trinity flag patriot election tax freedom jubilee victory labor russia'.split(' '),
);

/** A feast's name and the index behind it. */
export function feastAt(scan: Scan, index: number): { feast: Feast; next: number } | undefined {
  const first = tokenOf(scan, index);
  const word = plainWord(first.lower);
  if (!FIRST_WORDS.has(word) && !(word.endsWith('s') && FIRST_WORDS.has(word.slice(0, -1)))) return undefined;
  if (CAPITAL.has(word) && first.text === first.lower) return undefined;
  let name = '';
  let best: { feast: Feast; next: number } | undefined;
  for (let at = index, words = 0; words < LONGEST; at++) {
    const token = tokenOf(scan, at);
    if (token.text === '') break;
    if (token.text === '-' || token.text === '.') {
      if (token.text === '-') name += '-';
      continue;
    }
    const isMark = /^['’]$/u.test(token.text);
    // A bare apostrophe is a plural's: "Presidents' Day".
    if (isMark ? !tokenOf(scan, at - 1).lower.endsWith('s') : token.kind !== 'word') break;
    if (!isMark) {
      const plain = plainWord(token.lower);
      name += name === '' || name.endsWith('-') ? plain : ` ${plain}`;
    }
    words++;
    const feast = FEASTS.get(name);
    if (feast) best = { feast, next: at + 1 };
  }
  return best;
}

const plainWord = (lower: string) => {
  const word = lower.includes("'") || lower.includes('’') ? lower.replace(/['’]/gu, '') : lower;
  return word === 'st' ? 'saint' : word;
};

/** "Christmas", "Thanksgiving 2014", "Independence Day of this year", "next Easter". */
export const holiday: Rule = (scan, index) => {
  const shift = FEAST_SHIFTS.get(wordOf(scan, index));
  const named = feastAt(scan, shift === undefined ? index : index + 1);
  if (!named) return undefined;
  const said = shift === undefined ? yearSaid(scan, named.next) : undefined;
  if (said) return placed(said.next, named.feast(said.year));
  if (!scan.published) return { next: named.next };
  return placed(named.next, nearestFeast(scan, index, named, shift));
};

function yearSaid(scan: Scan, index: number): { year: number; next: number } | undefined {
  const year = yearBehind(scan, index, scan.published?.year);
  if (year && year.year > 1000) return year;
  const at = /^(?:of|in)$/u.test(tokenOf(scan, index).lower) ? index + 1 : index;
  const exact = yearBehind(scan, at);
  if (exact && exact.year > 1000) return exact;
  const by = SHIFTS.get(tokenOf(scan, at).lower);
  if (by === undefined || wordOf(scan, at + 1) !== 'year' || !scan.published) return undefined;
  return { year: scan.published.year + by, next: at + 2 };
}

const placed = (next: number, stretch: Stretch | undefined): Reading => (stretch ? { next, stretch } : { next });

/** A feast without a year: the last, the next, this year's, or the nearest in the sense of the words around. */
function nearestFeast(
  scan: Scan,
  index: number,
  { feast, next }: { feast: Feast; next: number },
  shift: number | undefined,
): Stretch | undefined {
  const today = scan.published;
  if (!today) return undefined;
  if (shift === 0) return feast(today.year);
  const around = [-1, 0, 1, 2, 3, 4].flatMap((by) => feast(today.year + by) ?? []);
  const distance = (found: Stretch) => dayNumber(found.from) - dayNumber(today);
  const passed = around.filter((found) => distance(found) < 0).at(-1);
  const coming = around.find((found) => distance(found) >= (shift === 1 ? 1 : 0));
  if (shift !== undefined) return shift < 0 ? passed : coming;
  const direction = directionAt(scan, index, next);
  if (direction === 'past') return distance(coming ?? { ...oneDay(today) }) === 0 ? coming : passed;
  return coming;
}
