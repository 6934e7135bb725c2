import { SMALL, TENS } from '../words/numberWords';
import { type Token, tokenAt } from '../words/tokens';

const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  policemen: 'policeman',
  fishermen: 'fisherman',
  lives: 'life',
  wives: 'wife',
  feet: 'foot',
  aircraft: 'aircraft',
  police: 'police',
  personnel: 'personnel',
  staff: 'staff',
  cattle: 'cattle',
  sheep: 'sheep',
  series: 'series',
  species: 'species',
  crises: 'crisis',
  countrymen: 'countryman',
};

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words in -s that are no plurals, or that count nothing by themselves. */
const NO_NOUN = set(
  'is was has does its this his hers us yes as less always perhaps plus minus versus across towards besides times percents ' +
    'says others thus bus gas ones whereas news politics unless',
);

/** Words between a number and its noun that are no part of the noun. */
const ADJECTIVES = set(
  'these those such new other more additional senior young old older former major top key big large small different separate main good bad high low long ' +
    'short full dead armed great early late local free poor rich black white red straight',
);
const ADJECTIVE_ENDINGS = 'al ive ous ful ic able ible ed ing ish ese ian ern ary ent less'.split(' ');

const isAdjective = (word: string) =>
  ADJECTIVES.has(word) || ADJECTIVE_ENDINGS.some((ending) => word.length > ending.length && word.endsWith(ending));

const STOP = set(
  'the and for but with from that this which who when where why how than then into onto over under between during after ' +
    'before since until are were had have been will would can could may might must shall should not was has its per ' +
    'each every out off about were they them their our your his her she him you any all both',
);

/** What a number counts. */
export interface CountedThing {
  /** In the singular, without adjectives: "artillery shell". */
  readonly thing: string;
  /** In the article's words, adjectives included; indexes of tokens. */
  readonly from: number;
  readonly to: number;
}

/**
 * The thing that a number counts, where it is clear: a plural noun close behind ("43 people", "two bilateral trade
 * events", "millions of artillery shells").
 * @param index of the first token behind the number
 */
export function countedThing(tokens: readonly Token[], index: number): CountedThing | undefined {
  const words: string[] = [];
  const from = tokenAt(tokens, index).lower === 'of' ? behindNumber(tokens, index + 1) : index;
  for (let at = from; at < from + 4; at++) {
    const token = tokenAt(tokens, at);
    if (token.kind !== 'word' || token.glued || token.text.length < 3 || !/^\p{Ll}+$/u.test(token.text))
      return undefined;
    const one = singular(token.lower);
    if (one) return { thing: [...words, one].slice(-2).join(' '), from: behindPointer(tokens, from), to: at + 1 };
    if (STOP.has(token.lower)) return undefined;
    if (words.length > 0 || !isAdjective(token.lower)) words.push(token.lower);
    if (words.length > 1) return undefined;
  }
  return undefined;
}

/** "Those people" are people. */
const behindPointer = (tokens: readonly Token[], index: number) =>
  /^(?:these|those|such)$/u.test(tokenAt(tokens, index).lower) ? index + 1 : index;

/** "One of two hurricanes" counts hurricanes. */
function behindNumber(tokens: readonly Token[], index: number): number {
  const { lower } = tokenAt(tokens, index);
  return SMALL.has(lower) || TENS.has(lower) ? index + 1 : index;
}

function singular(word: string): string | undefined {
  if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word];
  if (word.endsWith('children')) return word.slice(0, -'ren'.length);
  if (!word.endsWith('s') || /(?:ss|us|is)$/u.test(word) || NO_NOUN.has(word)) return undefined;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|z|ss)es$/u.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
