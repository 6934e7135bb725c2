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
    ['[mi_i]', 'mile', 'mi'],
    ['[nmi_i]', 'nautical mile'],
    ['[yd_i]', 'yard', 'yd'],
    ['[ft_i]', 'foot', 'feet', 'ft'],
    ['[in_i]', 'inch', 'inches', '"'],
    ['[ly]', 'light - year', 'light year'],
    ['km2', 'square kilometer', 'square kilometre', 'sq km', 'sq . km', 'km ²', 'km²', 'km 2'],
    ['m2', 'square meter', 'square metre', 'sq m', 'm ²', 'm²', 'm 2'],
    ['[mi_i]2', 'square mile', 'sq mi'],
    ['[ft_i]2', 'square foot', 'square feet', 'sq ft'],
    ['[acr_us]', 'acre'],
    ['har', 'hectare', 'ha'],
    ['m3', 'cubic meter', 'cubic metre', 'm ³'],
    ['[ft_i]3', 'cubic foot', 'cubic feet'],
    ['mg', 'mg', 'milligram'],
    ['ug', 'mcg', 'μg', 'µg', 'microgram'],
    ['g', 'g', 'gram', 'gramme'],
    ['kg', 'kg', 'kilogram', 'kilogramme', 'kilo'],
    ['t', 'ton', 'tonne', 'metric ton', 'metric tonne'],
    ['[ston_av]', 'short ton'],
    ['[lb_av]', 'lb', 'lbs'],
    ['[oz_av]', 'ounce', 'oz'],
    ['mL', 'ml', 'milliliter', 'millilitre'],
    ['L', 'l', 'liter', 'litre'],
    ['[gal_us]', 'gallon', 'gal'],
    ['[bbl_us]', 'barrel'],
    ['[cup_us]', 'cup'],
    ['Cel', 'degree celsius', 'degree centigrade', '° c', 'celsius', 'degree c', 'deg c', '℃'],
    ['[degF]', 'degree fahrenheit', '° f', 'fahrenheit', 'degree f', 'deg f', '℉'],
    ['deg', 'degree', '°'],
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
    ['Hz', 'hertz', 'hz'],
    ['MHz', 'megahertz', 'mhz'],
    ['GHz', 'gigahertz', 'ghz'],
    ['dB', 'decibel', 'db'],
    ['bit', 'bit'],
    ['kBy', 'kilobyte', 'kb'],
    ['MBy', 'megabyte', 'mb'],
    ['GBy', 'gigabyte', 'gb'],
    ['TBy', 'terabyte', 'tb'],
    ['[bbl_us]/d', 'barrel per day', 'barrel a day', 'bpd'],
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

/** Reads the unit behind a number, a hyphen between them or not. */
export function unitBehind(tokens: readonly Token[], index: number, hasDigits: boolean): UnitReading | undefined {
  const isHyphen = tokenAt(tokens, index).text === '-' && tokenAt(tokens, index).glued;
  const at = isHyphen && tokenAt(tokens, index + 1).glued ? index + 1 : index;
  for (let length = LONGEST; length > 0; length--) {
    const words = tokens.slice(at, at + length).map((token) => token.lower);
    const code = words.length === length ? UNITS.get(words.join(' ')) : undefined;
    if (!code || (SHORT.test(words.join(' ')) && !hasDigits)) continue;
    // "5\"" and "3km2" are units, a quotation mark or a number that follows is not.
    if (/^["\d]/.test(words.at(-1) ?? '') && !tokenAt(tokens, at + length - 1).glued) continue;
    return { code, next: at + length };
  }
  return undefined;
}

const AGE_UNITS: Readonly<Record<string, string>> = { year: 'a', month: 'mo', week: 'wk', day: 'd' };

/** Reads an age behind a number: "-year-old", "years old", "months of age". */
export function ageBehind(tokens: readonly Token[], index: number): UnitReading | undefined {
  const words = [0, 1, 2, 3].map((step) => tokenAt(tokens, index + step).lower);
  const skip = words[0] === '-' ? 1 : 0;
  const code = AGE_UNITS[(words[skip] ?? '').replace(/s$/, '')];
  if (words[skip] === 'yo') return { code: 'a', next: index + skip + 1 };
  if (!code) return undefined;
  const behind = words[skip + 1] === '-' ? skip + 2 : skip + 1;
  if (/^olds?$/.test(words[behind] ?? '')) return { code, next: index + behind + 1 };
  return words[skip + 1] === 'of' && words[skip + 2] === 'age' ? { code, next: index + skip + 3 } : undefined;
}
