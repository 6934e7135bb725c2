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

/** Words in -s that are no plurals, or that count nothing by themselves. */
const NO_NOUN = new Set(
  (
    'is was has does its this his hers us yes as less always perhaps plus minus versus across towards besides times percents ' +
    'says others thus bus gas ones whereas news politics unless'
  ).split(' '),
);

/** Words between a number and its noun that are no part of the noun. */
const ADJECTIVE =
  /^(?:new|other|more|additional|senior|young|old|older|former|major|top|key|big|large|small|different|separate|main|good|bad|high|low|long|short|full|dead|armed|great|early|late|local|free|poor|rich|black|white|red|straight|.+(?:al|ive|ous|ful|ic|able|ible|ed|ing|ish|ese|ian|ern|ary|ent|less))$/;

/**
 * The thing that a number counts, in the singular, as in `{artillery shell}`, where it is clear: a plural noun close
 * behind ("43 people", "two bilateral trade events", "millions of artillery shells").
 * @param index of the first token behind the number
 */
export function countedThing(tokens: readonly Token[], index: number): string | undefined {
  const words: string[] = [];
  let at = tokenAt(tokens, index).lower === 'of' ? index + 1 : index;
  for (let seen = 0; seen < 4; seen++, at++) {
    const token = tokenAt(tokens, at);
    if (token.kind !== 'word' || !/^\p{Ll}{3,}$/u.test(token.text) || token.glued) return undefined;
    const one = singular(token.lower);
    if (one) return [...words, one].slice(-2).join(' ');
    if (STOP.has(token.lower)) return undefined;
    if (words.length > 0 || !ADJECTIVE.test(token.lower)) words.push(token.lower);
    if (words.length > 1) return undefined;
  }
  return undefined;
}

const STOP = new Set(
  (
    'the and for but with from that this which who when where why how than then into onto over under between during after ' +
    'before since until are were had have been will would can could may might must shall should not was has its per ' +
    'each every out off about were they them their our your his her she him you any all both'
  ).split(' '),
);

function singular(word: string): string | undefined {
  if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word];
  if (!word.endsWith('s') || /(?:ss|us|is)$/.test(word) || NO_NOUN.has(word)) return undefined;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|z|ss)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
