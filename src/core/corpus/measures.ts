import type { Span } from '../text/span';

/**
 * What figures of the news measure: the nouns that they are said of, and some verbs that say what happened to those who are
 * counted. Longer ones stand before those that begin like them.
 */
const MEASURES: readonly (readonly [measure: string, forms: string])[] = [
  ['trade', 'trade volume|trade turnover|volume of trade|turnover|trade(?! (?:deficit|surplus|war|deal|talks))'],
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
  ['profit', '(?:net |operating )?(?:profits?|income|earnings)'],
  ['loss', '(?:net |operating )?loss(?:es)?'],
  ['sales', 'sales'],
  ['shares', 'shares|stock price'],
  ['stake', 'stake'],
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
  ['death toll', 'death toll|killed|deaths|dead'],
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
const BEFORE = /\b(?:from|compared (?:with|to)|against|versus)(?: (?:almost|about|nearly|around|some|roughly))?\s*$/i;

/** What stands between a share and what it is a share of: "7.4% of the gross domestic product". */
const SHARE = /^\s+of(?: the| its| their| all| what\b[^,;.]*)?\s+$/i;

/** What is told in bare numbers: all else has a unit, and a bare number beside it counts other things. */
const COUNTED: ReadonlySet<string> = new Set(
  'population, death toll, injured, arrests, displaced, employees, troops, sales, production'.split(', '),
);

/** Whose the measure behind a figure is, and not the figure's: "the five must register their staff". */
const OWNED = /\b(?:its|their|his|her|must|to)\b/i;

/** How far behind a figure its measure may stand, in code units: "$240 billion in trade", "300 people were killed". */
const BEHIND = 40;

/** A figure in its text. */
export interface MeasuringFigure extends Span {
  /** Whether it is a number and nothing more: no amount of money, no share, no quantity. */
  readonly isBare: boolean;
  readonly isPercent: boolean;
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
  const { start, end, isBare, isPercent } = figure;
  const behind = measures.find((measure) => measure.start >= end && measure.start - end < BEHIND);
  const between = behind ? text.slice(end, behind.start) : '';
  if (behind && isPercent && SHARE.test(between)) return `share of ${behind.measure}`;
  const before = measures.findLast((measure) => measure.end <= start);
  const found = before ?? (behind && /^[^,;.]*$/.test(between) && !OWNED.test(between) ? behind : undefined);
  if (!found || (isBare && !COUNTED.has(found.measure))) return undefined;
  const ahead = text.slice(Math.max(0, start - 24), start);
  if (CHANGE.test(ahead)) return `${found.measure}, change`;
  return BEFORE.test(ahead) ? `${found.measure}, before` : found.measure;
}
