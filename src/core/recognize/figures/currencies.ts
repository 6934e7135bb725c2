import { type Token, tokenAt } from '../words/tokens';

/** A currency as it was read: its ISO 4217 code, and how much of it one of the named coins is. */
export interface CurrencyReading {
  readonly code: string;
  readonly next: number;
  readonly factor: number;
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₽', 'RUB'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₪', 'ILS'],
  ['₫', 'VND'],
  ['₦', 'NGN'],
  ['₱', 'PHP'],
  ['₸', 'KZT'],
  ['₾', 'GEL'],
  ['฿', 'THB'],
]);

/** Letters before a dollar sign. */
export const DOLLARS: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['hk', 'HKD'],
  ['nt', 'TWD'],
  ['nz', 'NZD'],
  ['s', 'SGD'],
  ['r', 'BRL'],
  ['mx', 'MXN'],
  ['mex', 'MXN'],
  ['can', 'CAD'],
  ['cad', 'CAD'],
  ['aud', 'AUD'],
  ['mxn', 'MXN'],
  ['usd', 'USD'],
  ['n', 'NAD'],
  ['z', 'ZWL'],
  ['j', 'JMD'],
  ['tt', 'TTD'],
  ['fj', 'FJD'],
  ['bz', 'BZD'],
]);

const CODES = new Set(
  (
    'USD EUR GBP JPY CNY RMB CHF CAD AUD NZD HKD SGD TWD KRW INR RUB UAH TRY BRL MXN ZAR SEK NOK DKK PLN CZK HUF RON BGN ' +
    'ILS SAR AED QAR KWD EGP THB IDR MYR PHP VND PKR BDT NGN KES KZT GEL LBP IRR IQD BYN AMD AZN KGS UZS TJS TMT MDL RSD ISK JOD BHD OMR SYP YER LYD TND MAD DZD ETB GHS UGX TZS LKR NPR MMK COP CLP PEN ARS UYU VES CUP NAD ZMW MNT FRF DEM ITL NLG ESP'
  ).split(' '),
);

/** Names of coins and notes; the second entry is how much of the currency one is. */
const NAMES: ReadonlyMap<string, readonly [code: string, factor: number]> = new Map([
  ...names('dollar dollars buck bucks', 'USD'),
  ...names('cent cents', 'USD', 0.01),
  ...names('pennies', 'USD', 0.01),
  ...names('tugrik tugriks', 'MNT'),
  ...names('satoshi satoshis', 'XBT', 1e-8),
  ...names('sen sens', 'MYR', 0.01),
  ...names('kopeck kopecks', 'RUB', 0.01),
  ...names('taka', 'BDT'),
  ...names('lev leva', 'BGN'),
  ...names('koruna korunas', 'CZK'),
  ...names('kwacha', 'ZMW'),
  ...names('birr', 'ETB'),
  ...names('manat', 'AZN'),
  ...names('som', 'KGS'),
  ...names('dram drams', 'AMD'),
  ...names('kyat', 'MMK'),
  ...names('dong', 'VND'),
  ...names('mark marks', 'DEM'),
  ...names('ether', 'ETH'),
  ...names('euro euros', 'EUR'),
  ...names('pound pounds quid', 'GBP'),
  ...names('pence penny', 'GBP', 0.01),
  ...names('yen', 'JPY'),
  ...names('yuan renminbi rmb', 'CNY'),
  ...names('ruble rubles rouble roubles', 'RUB'),
  ...names('rupee rupees rs', 'INR'),
  ...names('won', 'KRW'),
  ...names('hryvnia hryvnias hryvnya', 'UAH'),
  ...names('lira liras', 'TRY'),
  ...names('franc francs', 'CHF'),
  ...names('peso pesos', 'MXN'),
  ...names('krona kronor', 'SEK'),
  ...names('zloty zlotys', 'PLN'),
  ...names('forint forints', 'HUF'),
  ...names('rand', 'ZAR'),
  ...names('shekel shekels', 'ILS'),
  ...names('ringgit ringgits', 'MYR'),
  ...names('baht', 'THB'),
  ...names('rupiah', 'IDR'),
  ...names('naira', 'NGN'),
  ...names('tenge', 'KZT'),
  ...names('lari', 'GEL'),
  ...names('dirham dirhams', 'AED'),
  ...names('rial rials riyal riyals dinar dinars krone kroner', 'XXX'),
  ...names('guilder guilders', 'NLG'),
  ...names('bitcoin bitcoins', 'XBT'),
]);

function names(words: string, code: string, factor = 1): [string, readonly [string, number]][] {
  return words.split(' ').map((word) => [word, [code, factor] as const]);
}

/** Whose money it is, before a name: "Canadian dollars". */
const NATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  USD: {
    us: 'USD',
    american: 'USD',
    canadian: 'CAD',
    australian: 'AUD',
    singapore: 'SGD',
    taiwan: 'TWD',
    zealand: 'NZD',
    kong: 'HKD',
  },
  GBP: { british: 'GBP', sterling: 'GBP', egyptian: 'EGP', lebanese: 'LBP', syrian: 'SYP', sudanese: 'SDG' },
  INR: { indian: 'INR', pakistani: 'PKR', nepalese: 'NPR' },
  CHF: { swiss: 'CHF', french: 'FRF', belgian: 'BEF', cfa: 'XOF' },
  MXN: { mexican: 'MXN', argentine: 'ARS', chilean: 'CLP', colombian: 'COP', philippine: 'PHP', cuban: 'CUP' },
  NLG: { dutch: 'NLG' },
  CNY: { chinese: 'CNY' },
  JPY: { japanese: 'JPY' },
  MYR: { malaysian: 'MYR', malaysia: 'MYR' },
  DEM: { german: 'DEM', deutsche: 'DEM', deutsch: 'DEM', finnish: 'FIM' },
  KRW: { korean: 'KRW' },
  TRY: { turkish: 'TRY', italian: 'ITL' },
  RUB: { russian: 'RUB', belarusian: 'BYN' },
  XXX: {
    iranian: 'IRR',
    saudi: 'SAR',
    qatari: 'QAR',
    omani: 'OMR',
    kuwaiti: 'KWD',
    iraqi: 'IQD',
    serbian: 'RSD',
    norwegian: 'NOK',
    danish: 'DKK',
  },
};

/** Reads what stands before an amount: "$", "US$", "HK$", "EUR ", "Rs. ". */
export function currencyBefore(tokens: readonly Token[], index: number): CurrencyReading | undefined {
  const token = tokenAt(tokens, index);
  const sign = SIGNS.get(token.text);
  if (sign) return { code: sign, next: index + 1, factor: 1 };
  if (token.kind !== 'word') return undefined;
  const following = tokenAt(tokens, index + 1);
  const dollar = DOLLARS.get(token.lower);
  // "C $16.4 million", as machines leave it; "a $5" is an article's.
  const isDollar = following.text === '$' && (following.glued || token.text.length > 1 || token.lower === 'c');
  if (dollar && isDollar) return { code: dollar, next: index + 2, factor: 1 };
  const dotted = token.lower === 'u' ? dottedDollar(tokens, index) : undefined;
  if (dotted) return { code: 'USD', next: dotted, factor: 1 };
  const code = codeOf(token);
  if (code) return { code, next: following.text === '$' && following.glued ? index + 2 : index + 1, factor: 1 };
  const named = nameBefore(tokens, index);
  if (named) return named;
  const local = LOCAL_BEFORE.get(token.text);
  if (local && following.kind === 'number') return { code: local, next: index + 1, factor: 1 };
  if (token.text !== 'Rs') return undefined;
  return { code: 'INR', next: following.text === '.' ? index + 2 : index + 1, factor: 1 };
}

/** What currencies are called at home, before digits: "Dh1.2 billion", "JD 243 million". */
const LOCAL_BEFORE: ReadonlyMap<string, string> = new Map([
  ['Dh', 'AED'],
  ['Dhs', 'AED'],
  ['JD', 'JOD'],
  ['KD', 'KWD'],
  ['BD', 'BHD'],
  ['QR', 'QAR'],
  ['Ksh', 'KES'],
  ['KSh', 'KES'],
]);

/** Their words in lower case. */
export const LOCAL_WORDS: readonly string[] = [...LOCAL_BEFORE.keys()].map((name) => name.toLowerCase());

/** "Ringgit 42", "Malaysian ringgit 42", "sen 100,000": names that stand before digits, as they do in Asia. */
function nameBefore(tokens: readonly Token[], index: number): CurrencyReading | undefined {
  const at = Object.hasOwn(NATIONS.MYR ?? {}, tokenAt(tokens, index).lower) ? index + 1 : index;
  const { lower } = tokenAt(tokens, at);
  if (
    !/^(?:ringgits?|rupees?|yen|yuan|rupiah|baht|pesos?|sen|rmb|rm|tk)$/u.test(lower) ||
    tokenAt(tokens, at + 1).kind !== 'number'
  )
    return undefined;
  if (lower === 'rm' || lower === 'tk') return { code: lower === 'rm' ? 'MYR' : 'BDT', next: at + 1, factor: 1 };
  const name = NAMES.get(lower);
  return name && { code: name[0], next: at + 1, factor: name[1] };
}

/** Behind "U.S. $": the index of what follows the sign. */
function dottedDollar(tokens: readonly Token[], index: number): number | undefined {
  const signs = tokens.slice(index + 1, index + 5).map((token) => token.lower);
  if (signs[0] !== '.' || signs[1] !== 's') return undefined;
  const at = signs[2] === '.' ? 3 : 2;
  return signs[at] === '$' ? index + at + 2 : undefined;
}

/** Reads what stands behind an amount: "dollars", "U.S. dollars", "Canadian dollars", "EUR", "€". */
export function currencyBehind(tokens: readonly Token[], index: number): CurrencyReading | undefined {
  const at = tokenAt(tokens, index).text === '-' && tokenAt(tokens, index).glued ? index + 1 : index;
  for (let skip = 0; skip <= 4; skip++) {
    const found = nameOrCode(tokens, at + skip);
    if (found && skip === 0) return found;
    const nation = tokenAt(tokens, at + skip - 1);
    if (found) return isNation(tokens, at, skip) ? nationalized(found, nation.lower) : undefined;
  }
  return undefined;
}

function nameOrCode(tokens: readonly Token[], index: number): CurrencyReading | undefined {
  const token = tokenAt(tokens, index);
  const name = NAMES.get(token.lower);
  if (name) return { code: name[0], factor: name[1], next: index + 1 };
  const code = codeOf(token) ?? localCode(tokens, index);
  if (code) return { code, factor: 1, next: index + 1 };
  const million = /^M([A-Z]{3})$/u.exec(token.text)?.[1];
  if (million && CODES.has(million)) return { code: million, factor: 1e6, next: index + 1 };
  const sign = SIGNS.get(token.text);
  // A sign before the next number belongs to that one.
  return sign && tokenAt(tokens, index + 1).kind !== 'number' ? { code: sign, factor: 1, next: index + 1 } : undefined;
}

/** Whether the words between amount and name say whose money it is, and nothing else. */
function isNation(tokens: readonly Token[], at: number, skip: number): boolean {
  const between = tokens.slice(at, at + skip).map((token) => token.lower);
  const words = between.filter((word) => word !== '.' && word !== 'u' && word !== 's');
  if (words.length < 2)
    return words.every((word) => Object.values(NATIONS).some((nations) => Object.hasOwn(nations, word)));
  return /^(?:new zealand|hong kong|south korean|new taiwan|new israeli)$/.test(words.join(' '));
}

function nationalized(currency: CurrencyReading, nation: string): CurrencyReading {
  const nations = NATIONS[currency.code] ?? {};
  return { ...currency, code: (Object.hasOwn(nations, nation) ? nations[nation] : undefined) ?? currency.code };
}

/** "42 RM", "20Rs": what a currency is called at home. */
function localCode(tokens: readonly Token[], index: number): string | undefined {
  const { text } = tokenAt(tokens, index);
  if (text === 'RM') return 'MYR';
  return text === 'Rs' ? 'INR' : undefined;
}

/** Codes that are no words in lower case either. */
const PLAIN_CODES = /^(?:usd|eur|gbp|jpy|cny|rmb|chf|cad|aud|hkd|inr|rub|mxn)$/;

/** Whether a word is an ISO 4217 code, as it is written. */
export const isCurrencyCode = (text: string): boolean => CODES.has(text) || PLAIN_CODES.test(text);

function codeOf(token: Token): string | undefined {
  if (!isCurrencyCode(token.text)) return undefined;
  return token.lower === 'rmb' ? 'CNY' : token.text.toUpperCase();
}
