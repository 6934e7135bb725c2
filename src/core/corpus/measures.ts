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

/** How far behind a figure its measure may stand, in code units: "$240 billion in trade", "300 people were killed". */
const BEHIND = 40;

/**
 * What a figure measures: the last measure before it in its sentence, else one right behind it. Of a change, "growth of"
 * that: `exports, change`.
 * @param measures those of its sentence, in reading order
 */
export function measureOf(text: string, { start, end }: Span, measures: readonly FoundMeasure[]): string | undefined {
  const before = measures.findLast((measure) => measure.end <= start);
  const behind = measures.find((measure) => measure.start >= end && measure.start - end < BEHIND);
  const ahead = behind && /^[^,;.]*$/.test(text.slice(end, behind.start)) ? behind : undefined;
  const isChange = CHANGE.test(text.slice(Math.max(0, start - 24), start));
  const found = before ?? ahead;
  return found && (isChange ? `${found.measure}, change` : found.measure);
}
