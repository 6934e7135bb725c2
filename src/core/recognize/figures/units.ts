import { type Token, tokenAt } from '../words/tokens';

/** A unit of measurement as it was read: its UCUM code, and what to multiply by to come to it. */
export interface UnitReading {
  readonly code: string;
  readonly next: number;
}

/** Words of at most four tokens, singular, in lower case; plurals by "-s" are added. */
const UNITS: ReadonlyMap<string, string> = new Map(
  [
    ['km', 'km', 'kms', 'kilometer', 'kilometre'],
    ['m', 'm', 'meter', 'metre'],
    ['cm', 'cm', 'centimeter', 'centimetre'],
    ['mm', 'mm', 'millimeter', 'millimetre'],
    ['nm', 'nanometer', 'nanometre'],
    ['um', 'micrometer', 'micrometre', 'micron'],
    ['dm', 'decimeter', 'decimetre'],
    ['[mi_i]', 'mile', 'mi'],
    ['[nmi_i]', 'nautical mile'],
    ['[yd_i]', 'yard', 'yd'],
    ['[ft_i]', 'foot', 'feet', 'ft'],
    ['[in_i]', 'inch', 'inches', '"'],
    ['[ly]', 'light - year', 'light year'],
    ['cm2', 'square centimeter', 'square centimetre', 'sq cm', 'cm²'],
    ['[yd_i]2', 'square yard', 'sq yd'],
    ['[in_i]2', 'square inch', 'sq in'],
    ['km2', 'square kilometer', 'square kilometre', 'sq km', 'sq . km', 'km ²', 'km²', 'km 2'],
    ['m2', 'square meter', 'square metre', 'sq m', 'm ²', 'm²', 'm 2'],
    ['[mi_i]2', 'square mile', 'sq mi'],
    ['[ft_i]2', 'square foot', 'square feet', 'sq ft'],
    ['[acr_us]', 'acre'],
    ['har', 'hectare', 'ha'],
    ['km3', 'cubic kilometer', 'cubic kilometre'],
    ['cm3', 'cubic centimeter', 'cubic centimetre', 'cm³'],
    ['[in_i]3', 'cubic inch'],
    ['[mi_i]3', 'cubic mile'],
    ['m3', 'm³', 'cubic meter', 'cubic metre', 'm ³'],
    ['[ft_i]3', 'cubic foot', 'cubic feet'],
    ['mg', 'mg', 'milligram'],
    ['ug', 'mcg', 'μg', 'µg', 'microgram'],
    ['g', 'g', 'gs', 'gram', 'gramme'],
    ['kg', 'kg', 'kgs', 'k . g .', 'k . g', 'k . gs', 'kilogram', 'kilogramme', 'kilo'],
    ['t', 't', 'ton', 'tonne', 'metric ton', 'metric tonne'],
    ['[lton_av]', 'long ton'],
    ['[stone_av]', 'stone'],
    ['[car_m]', 'carat', 'ct'],
    ['[ston_av]', 'short ton'],
    ['[lb_av]', 'lb', 'lbs'],
    ['[oz_av]', 'ounce', 'oz'],
    ['mL', 'ml', 'mls', 'milliliter', 'millilitre', 'cc'],
    ['cL', 'cl', 'centiliter', 'centilitre'],
    ['dL', 'dl', 'deciliter', 'decilitre'],
    ['{hectolitre}', 'hectoliter', 'hectolitre'],
    ['L', 'l', 'liter', 'litre'],
    ['[gal_us]', 'gallon', 'gal'],
    ['[bbl_us]', 'barrel'],
    ['[cup_us]', 'cup'],
    ['[tbs_us]', 'tablespoon', 'tbsp'],
    ['[tsp_us]', 'teaspoon', 'tsp'],
    ['[qt_us]', 'quart', 'qt'],
    ['[pt_us]', 'pint'],
    ['[foz_us]', 'fluid ounce', 'fl oz', 'fl . oz'],
    ['[bu_us]', 'bushel'],
    [
      'Cel',
      '° celsius',
      '° centigrade',
      'celcius',
      'degree celcius',
      'degree celsius',
      'degree centigrade',
      '° c',
      'celsius',
      'degree c',
      'deg c',
      '℃',
    ],
    [
      '[degF]',
      '° fahrenheit',
      'farenheit',
      'degree farenheit',
      'degree fahrenheit',
      '° f',
      'fahrenheit',
      'degree f',
      'deg f',
      '℉',
    ],
    ['deg', 'degree', '°', 'deg .', 'deg'],
    ['K', 'kelvin'],
    [
      'km/h',
      'km / h',
      'kph',
      'kmh',
      'kilometer per hour',
      'kilometre per hour',
      'kilometer an hour',
      'kilometre an hour',
    ],
    ['[mi_i]/h', 'mph', 'mile per hour', 'mile an hour'],
    ['[kn_i]', 'knot'],
    ['m/s', 'm / s', 'meter per second', 'metre per second', 'meter a second'],
    ['km/s', 'km / s', 'kilometer per second', 'kilometre per second'],
    ['[ft_i]/s', 'foot per second', 'feet per second'],
    ['W', 'watt'],
    ['kW', 'kw', 'kilowatt'],
    ['MW', 'mw', 'megawatt'],
    ['GW', 'gw', 'gigawatt'],
    ['TW', 'terawatt'],
    ['kW.h', 'kwh', 'kilowatt - hour', 'kilowatt hour'],
    ['MW.h', 'mwh', 'megawatt - hour', 'megawatt hour'],
    ['GW.h', 'gwh', 'gigawatt - hour', 'gigawatt hour'],
    ['TW.h', 'twh', 'terawatt - hour', 'terawatt hour'],
    ['V', 'volt'],
    ['kV', 'kilovolt', 'kv'],
    ['A', 'ampere', 'amp'],
    ['J', 'joule'],
    ['kJ', 'kilojoule'],
    ['MJ', 'megajoule'],
    ['cal', 'calorie'],
    ['kcal', 'kilocalorie', 'kcal'],
    ['[Btu]', 'btu', 'british thermal unit'],
    ['W.h', 'watt - hour', 'watt hour'],
    ['bar', 'bar'],
    ['Pa', 'pascal'],
    ['hPa', 'hectopascal', 'hpa', 'millibar'],
    ['kPa', 'kilopascal', 'kpa'],
    ['[psi]', 'psi'],
    ['Sv', 'sievert'],
    ['mSv', 'millisievert'],
    ['kHz', 'kilohertz', 'khz'],
    ['Hz', 'hertz', 'hz'],
    ['MHz', 'megahertz', 'mhz'],
    ['GHz', 'gigahertz', 'ghz'],
    ['dB', 'decibel', 'db'],
    ['bit', 'bit'],
    ['kBy', 'kilobyte', 'kb'],
    ['MBy', 'megabyte', 'mb'],
    ['GBy', 'gigabyte', 'gb'],
    ['TBy', 'terabyte', 'tb'],
    ['PBy', 'petabyte', 'pb'],
    ['By', 'byte'],
    ['Mbit', 'megabit'],
    ['Gbit', 'gigabit'],
    ['kbit', 'kilobit'],
    ['Mbit/s', 'mbps', 'megabit per second', 'megabit a second'],
    ['Gbit/s', 'gbps', 'gigabit per second'],
    ['[bbl_us]/d', 'bpd'],
    ['[HP]', 'horsepower', 'hp'],
    ['kt', 'kiloton', 'kilotonne'],
    ['Mt', 'megaton', 'megatonne'],
  ].flatMap(([code = '', ...words]) => words.flatMap((word) => [[word, code] as const, [plural(word), code] as const])),
);

/** The first word of a unit takes the plural: "miles per hour", "degrees Celsius"; with "square" the second does. */
function plural(unit: string): string {
  const words = unit.split(' ');
  const at =
    /^(?:square|cubic|nautical|metric|short|light)$/.test(words[0] ?? '') || words[1] === '-' ? words.length - 1 : 0;
  return words.map((word, index) => (index === at && /\p{L}$/u.test(word) ? `${word}s` : word)).join(' ');
}

/** Signs and letters that are units only close behind digits: "5m", "10 g" but not "two m". */
const SHORT = /^(?:[a-zμµ"]{1,3}|[°℃℉].*)$/;

const LONGEST = 4;

/** First words of units: behind most numbers stands none of them. */
const FIRST_WORDS: ReadonlySet<string> = new Set([...UNITS.keys()].map((unit) => unit.split(' ')[0] ?? ''));

/** Brackets that may hold a unit: "20 (kg)". */
const BRACKETS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
]);

/** Reads the unit behind a number, a hyphen between them or not. */
export function unitBehind(tokens: readonly Token[], index: number, hasDigits: boolean): UnitReading | undefined {
  const first = tokenAt(tokens, index);
  const close = BRACKETS.get(first.text);
  if (close !== undefined) {
    const inside = unitBehind(tokens, index + 1, hasDigits);
    return inside && tokenAt(tokens, inside.next).text === close
      ? { code: inside.code, next: inside.next + 1 }
      : undefined;
  }
  const isHyphen = /^[-‐‑]$/u.test(first.text) && first.glued;
  const at = isHyphen && tokenAt(tokens, index + 1).glued ? index + 1 : index;
  if (!FIRST_WORDS.has(tokenAt(tokens, at).lower)) return undefined;
  let words = '';
  let best: UnitReading | undefined;
  for (let length = 1; length <= LONGEST; length++) {
    const token = tokenAt(tokens, at + length - 1);
    words = length === 1 ? token.lower : `${words} ${token.lower}`;
    const code = UNITS.get(words);
    if (!code || (SHORT.test(words) && !(hasDigits && isShortUnit(tokens, at, words)))) continue;
    // "5\"" and "3km2" are units, a quotation mark or a number that follows is not.
    if (/^["\d]/u.test(token.lower) && !token.glued) continue;
    if (token.text === '"' && closesQuote(tokens, at + length - 1)) continue;
    best = { code, next: at + length };
  }
  return best;
}

/** How far back an opening quotation mark is looked for, in tokens. */
const FURTHEST_QUOTE = 400;

/** Longer ones that a text gives in inches with their sign are hardly ever any. */
const MOST_INCHES = 200;

/** Whether a straight quotation mark behind digits closes a quotation, as in 'he said, "We sold 500"'. */
function closesQuote(tokens: readonly Token[], index: number): boolean {
  if (Number(tokenAt(tokens, index - 1).text.replaceAll(',', '')) > MOST_INCHES) return true;
  let isOpen = false;
  for (let at = Math.max(0, index - FURTHEST_QUOTE); at < index; at++)
    if (tokenAt(tokens, at).text === '"') isOpen = !isOpen;
  return isOpen;
}

/** A single letter is a unit close behind its digits, or in lower case: "5m", "5 m", but not the T of "5 T-shirts". */
function isShortUnit(tokens: readonly Token[], index: number, words: string): boolean {
  const token = tokenAt(tokens, index);
  if (words.length > 1) return true;
  if (token.text === 'T' || token.text === 'M' || token.text === 'A') return false;
  if (words === 't' || words === 'a') return token.glued && token.text === 't';
  return token.glued || token.text === token.lower || words === 'l' || words === 'v' || words === 'w';
}

const AGE_UNITS: ReadonlyMap<string, string> = new Map([
  ['year', 'a'],
  ['month', 'mo'],
  ['week', 'wk'],
  ['day', 'd'],
]);

/** Reads an age behind a number: "-year-old", "years old", "months of age". */
export function ageBehind(tokens: readonly Token[], index: number): UnitReading | undefined {
  const words = [0, 1, 2, 3].map((step) => tokenAt(tokens, index + step).lower);
  const skip = words[0] === '-' ? 1 : 0;
  const code = AGE_UNITS.get((words[skip] ?? '').replace(/s$/, ''));
  if (words[skip] === 'yo') return { code: 'a', next: index + skip + 1 };
  if (!code) return undefined;
  const behind = words[skip + 1] === '-' ? skip + 2 : skip + 1;
  if (/^olds?$/.test(words[behind] ?? '')) return { code, next: index + behind + 1 };
  return words[skip + 1] === 'of' && words[skip + 2] === 'age' ? { code, next: index + skip + 3 } : undefined;
}
