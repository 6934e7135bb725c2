const list = (words: string, first: number, step: number): [string, number][] =>
  words.split(' ').map((word, index) => [word, first + index * step]);

/** Zero to nineteen. */
export const SMALL: ReadonlyMap<string, number> = new Map([
  ['nought', 0],
  ['naught', 0],
  ...list('zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen', 0, 1),
  ...list('sixteen seventeen eighteen nineteen', 16, 1),
]);

export const TENS: ReadonlyMap<string, number> = new Map([
  ...list('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  ['fourty', 40],
]);

/** Words that multiply what is before them. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['lac', 1e5],
  ['million', 1e6],
  ['crore', 1e7],
  ['crores', 1e7],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['quadrillion', 1e15],
]);

/** Short scales, read only where they follow digits. */
export const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['cr', 1e7],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mio', 1e6],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
]);

/** Capital letters close behind digits that are scales wherever they stand: "10M people". */
export const CAPITAL_SCALES: ReadonlyMap<string, number> = new Map([
  ['M', 1e6],
  ['B', 1e9],
  ['K', 1e3],
]);

/** Short scales that mean so only in amounts of money: elsewhere m is meters and b is bytes. */
export const MONEY_SCALES: ReadonlyMap<string, number> = new Map([
  ['m', 1e6],
  ['mm', 1e6],
  ['b', 1e9],
  ['t', 1e12],
]);

/** Plurals that name no exact number: at least so many. */
export const VAGUE: ReadonlyMap<string, number> = new Map([
  ['tens', 10],
  ['dozens', 12],
  ['scores', 20],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
]);

const ONES = list('first second third fourth fifth sixth seventh eighth ninth', 1, 1);

/** Ordinals up to the tens, as the last word of an ordinal in words; and those of two words written as one. */
export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...ONES,
  ...list('tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth', 10, 1),
  ...list('twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth', 20, 10),
  ...[...TENS].flatMap(([word, tens]) => ONES.map(([one, value]): [string, number] => [word + one, tens + value])),
  ['hundredth', 100],
  ['thousandth', 1000],
  ['millionth', 1e6],
  ['billionth', 1e9],
  ['trillionth', 1e12],
]);

/** What a thing is divided by: "half", "third", "quarter"… */
export const DENOMINATORS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['halfs', 2],
  ['quarter', 4],
  ...[...ORDINALS].filter(([, value]) => value > 2),
]);
