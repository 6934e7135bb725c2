import type { Span } from '../text/span';

/**
 * What figures of the news measure: the nouns that they are said of, and some verbs that say what happened to those who are
 * counted. Longer ones stand before those that begin like them.
 */
const MEASURES: readonly (readonly [measure: string, forms: string])[] = [
  [
    'trade',
    'trade volume|trade turnover|volume of trade|turnover|' +
      'trade(?! (?:deficit|surplus|wars?|deals?|talks|agreements?|pacts?|unions?|ministers?|ministry|secretary|disputes?|routes?))',
  ],
  ['trade deficit', 'trade deficit'],
  ['trade surplus', 'trade surplus'],
  ['budget deficit', 'budget deficit|deficit'],
  ['exports', 'exports?(?: of [a-z]+)?'],
  ['imports', 'imports?(?: of [a-z]+)?'],
  ['inflation', 'inflation(?: rate)?|consumer prices'],
  ['unemployment', 'unemployment(?: rate)?|jobless rate'],
  ['interest rate', 'interest rates?|key rate|policy rate|benchmark rate'],
  ['gross domestic product', 'gross domestic product|GDP|economic output'],
  ['growth', 'economic growth|growth'],
  ['debt', 'debts?'],
  ['budget', 'budget'],
  ['spending', '(?:military |defense |defence )?(?:spending|expenditures?)'],
  ['revenue', 'revenues?'],
  ['profit', '(?:net |operating )?(?:profits?|income(?! tax)|earnings)'],
  ['loss', '(?:net |operating )?loss(?:es)?'],
  ['sales', 'sales'],
  ['shares', 'shares|stock price'],
  ['stake', '(?<!at )stake'],
  ['market value', 'market (?:value|capitalization)'],
  ['investment', 'investments?'],
  ['aid', '(?:military |humanitarian )?aid(?: package)?'],
  ['loan', 'loans?'],
  ['price', 'prices?'],
  ['cost', 'costs?'],
  ['wages', 'wages?|salar(?:y|ies)'],
  ['tariff', 'tariffs?'],
  ['production', 'production|output'],
  ['capacity', 'capacity'],
  ['reserves', 'reserves'],
  ['population', 'population|inhabitants'],
  ['death toll', 'death toll|killed|deaths|dead(?! heat)'],
  ['injured', 'injured|wounded'],
  ['arrests', 'arrested|detained|arrests'],
  ['displaced', 'displaced|homeless|without shelter'],
  ['employees', 'employees|employs|workforce|staff'],
  ['turnout', 'turnout'],
  ['approval', 'approval(?: rating)?'],
  ['troops', 'troops|soldiers'],
  ['border', 'border'],
];

const FORMS = new RegExp(`\\b(?:${MEASURES.map(([, forms]) => `(${forms})`).join('|')})\\b`, 'gi');

/** What stands before a figure that tells a change, not a level: "by 26 percent", "by almost $3 million". */
const CHANGE =
  /\bby(?: (?:almost|about|nearly|around|some|roughly|over|more than|less than|at least|up to|an estimated))?\s*$/i;

/** Verbs and adverbs that say so without "by": "imports fell 22.5%", "sales are up 3 percent". */
const MOVED =
  /\b(?:rose|rises?|rising|fell|falls?|falling|grew|grows?|growing|dropped|drops?|dropping|declined|declines?|declining|decreased|increased|climbed|jumped|surged|soared|slipped|sank|plunged|plummeted|tumbled|shrank|dipped|gained|up|down)(?: (?:almost|about|nearly|around|some|roughly|over|more than|less than|at least|up to|an estimated|a record))?\s*$/i;

/** A measure in a sentence. */
export interface FoundMeasure extends Span {
  readonly measure: string;
}

/** The measures that a sentence names, in reading order. Linear time. */
export function measuresIn(text: string, sentence: Span): readonly FoundMeasure[] {
  const found: FoundMeasure[] = [];
  for (const match of text.slice(sentence.start, sentence.end).matchAll(FORMS)) {
    const measure = MEASURES[match.slice(1).findIndex((form) => form !== undefined)]?.[0];
    const start = sentence.start + match.index;
    if (measure !== undefined) found.push({ start, end: start + match[0].length, measure });
  }
  return found;
}

/** What stands before a figure that tells what was before, not what is: "down from 9 percent". */
const BEFORE =
  /\b(?:(?<!\b(?:rang|vari?)(?:es?|ed|y?ing|y) )from|compared (?:with|to)|against|versus)(?: (?:almost|about|nearly|around|some|roughly))?\s*$/i;

/** What stands between a share and what it is a share of: "7.4% of the gross domestic product". */
const SHARE =
  /^\s+of(?: what\b[^,;.]*|(?: (?:its|their|his|her|our|all|the|total|overall|\p{Lu}[\p{L}.'’-]*|\p{Ll}+(?:['’]s|s['’])))*)\s+$/u;

/** What is told in bare numbers: all else has a unit, and a bare number beside it counts other things. */
const COUNTED: ReadonlySet<string> = new Set(
  'population, death toll, injured, arrests, displaced, employees, troops, sales, production'.split(', '),
);

/** What is told in quantities, as of oil or land; a length or weight beside the others is of other things. */
const IN_QUANTITIES: ReadonlySet<string> = new Set(
  'trade, exports, imports, production, capacity, reserves, border, sales, stake, aid, loss'.split(', '),
);

/** What is told in quantities alone. */
const ONLY_IN_QUANTITIES: ReadonlySet<string> = new Set(['border', 'capacity']);

/** Another figure between a bare number and what is counted, which belongs to that: "125 pupils and 12 staff". */
const OTHER_FIGURE = /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?)\b/i;

/** "From 20 to 35": both are told of the same. */
const RISEN = /\bfrom\b[^,;.]*\bto\s*$/i;

/** Whose the measure behind a figure is, and not the figure's: "the five must register their staff". */
const OWNED = /\b(?:its|their|his|her|must|to)\b/i;

/** How far behind a figure its measure may stand, in code units: "$240 billion in trade", "300 people were killed". */
const BEHIND = 40;

/** A figure in its text. */
export interface MeasuringFigure extends Span {
  /** Whether it is a number and nothing more: no amount of money, no share, no quantity. */
  readonly isBare: boolean;
  readonly isPercent: boolean;
  /** Whether it has a unit of measurement. */
  readonly isQuantity: boolean;
}

/**
 * What a figure measures: the last measure before it in its sentence, else one right behind it. Of a change, "growth of"
 * that: `exports, change`; of a part, `share of exports`; of an earlier state, which is no other account of this one:
 * `inflation, before`.
 * @param measures those of its sentence, in reading order
 */
export function measureOf(
  text: string,
  figure: MeasuringFigure,
  measures: readonly FoundMeasure[],
): string | undefined {
  const { start, end, isPercent } = figure;
  const behind = measures.find((measure) => measure.start >= end && measure.start - end < BEHIND);
  if (behind && isPercent && SHARE.test(text.slice(end, behind.start))) return `share of ${behind.measure}`;
  const found = measures.findLast((measure) => measure.end <= start) ?? (behind && ownBehind(text, end, behind));
  if (!found || !canBeToldSo(text, figure, found)) return undefined;
  const ahead = text.slice(Math.max(0, start - 32), start);
  if (CHANGE.test(ahead) || (!figure.isBare && MOVED.test(ahead))) return `${found.measure}, change`;
  return BEFORE.test(ahead) ? `${found.measure}, before` : found.measure;
}

/** A measure behind a figure, where it is the figure's own. */
function ownBehind(text: string, end: number, behind: FoundMeasure): FoundMeasure | undefined {
  const between = text.slice(end, behind.start);
  return /^[^,;.]*$/.test(between) && !OWNED.test(between) ? behind : undefined;
}

/** Whether a figure of this kind can tell what is measured. */
function canBeToldSo(text: string, { start, end, isBare, isQuantity }: MeasuringFigure, found: FoundMeasure): boolean {
  if (isQuantity) return IN_QUANTITIES.has(found.measure);
  if (ONLY_IN_QUANTITIES.has(found.measure)) return false;
  if (!isBare) return true;
  const between = found.end <= start ? text.slice(found.end, start) : text.slice(end, found.start);
  return COUNTED.has(found.measure) && (!OTHER_FIGURE.test(between) || RISEN.test(between));
}
