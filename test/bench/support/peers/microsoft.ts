import type { Case, Group, Prediction } from '../figureCases';
import type { Peer } from '../figurePeers';
import { loadPeer, plain, prediction } from './load';

interface Found {
  readonly start: number;
  /** The last character, not the one behind it. */
  readonly end: number;
  readonly typeName: string;
  readonly resolution: {
    readonly value?: string | null;
    readonly unit?: string | null;
    readonly isoCurrency?: string;
    readonly values?: readonly Readonly<Record<string, string | undefined>>[];
  } | null;
}

type Recognize = (text: string, culture: string, options?: number, reference?: Date) => Found[];

interface Suite {
  readonly recognizeNumber: Recognize;
  readonly recognizeOrdinal: Recognize;
  readonly recognizePercentage: Recognize;
  readonly recognizeCurrency: Recognize;
  readonly recognizeDimension: Recognize;
  readonly recognizeTemperature: Recognize;
  readonly recognizeAge: Recognize;
  readonly recognizeDateTime: Recognize;
}

const CURRENCIES: Readonly<Record<string, string>> = {
  Dollar: 'USD',
  'United States dollar': 'USD',
  Pound: 'GBP',
  'British pound': 'GBP',
  'Indian rupee': 'INR',
  Rupee: 'INR',
  Franc: 'FRF',
  'Netherlands guilder': 'NLG',
  'Malaysian ringgit': 'MYR',
  'Japanese yen': 'JPY',
  'Chinese yuan': 'CNY',
};

/** Coins, with what they are of their currency. */
const COINS: Readonly<Record<string, readonly [part: number, ...currencies: string[]]>> = {
  Cent: [0.01, 'USD'],
  Penny: [0.01, 'USD', 'GBP'],
  Pence: [0.01, 'GBP'],
  Sen: [0.01, 'MYR', 'JPY'],
  Satoshi: [1e-8, 'XBT'],
};

const UNITS: Readonly<Record<string, string>> = {
  Kilometer: 'km',
  Meter: 'm',
  Centimeter: 'cm',
  Millimeter: 'mm',
  Mile: '[mi_i]',
  Yard: '[yd_i]',
  Foot: '[ft_i]',
  Inch: '[in_i]',
  'Nautical mile': '[nmi_i]',
  'Light year': '[ly]',
  'Square meter': 'm2',
  'Square foot': '[ft_i]2',
  'Square mile': '[mi_i]2',
  'Square kilometer': 'km2',
  Acre: '[acr_us]',
  Gram: 'g',
  Kilogram: 'kg',
  Milligram: 'mg',
  'Metric ton': 't',
  Ton: 't',
  Pound: '[lb_av]',
  Ounce: '[oz_av]',
  Liter: 'L',
  Milliliter: 'mL',
  Gallon: '[gal_us]',
  Barrel: '[bbl_us]',
  Cup: '[cup_us]',
  C: 'Cel',
  F: '[degF]',
  K: 'K',
  Degree: 'deg',
  Age: 'a',
  Year: 'a',
  Month: 'mo',
  Week: 'wk',
  Day: 'd',
  Teaspoon: '[tsp_us]',
  Tablespoon: '[tbs_us]',
  Pint: '[pt_us]',
  Quart: '[qt_us]',
  Hectoliter: '{hectolitre}',
  Microgram: 'ug',
  Stone: '[stone_av]',
  'Short ton (US)': '[ston_av]',
  Bit: 'bit',
  Megabit: 'Mbit',
  Kilobyte: 'kBy',
  Megabyte: 'MBy',
  Gigabyte: 'GBy',
  'Kilometer per hour': 'km/h',
  'Mile per hour': '[mi_i]/h',
};

const CULTURE = 'en-us';

/** @microsoft/recognizers-text-suite; of several resolutions it gives, each counts. */
export function microsoft(): Peer {
  const suite = loadPeer<Suite>('@microsoft/recognizers-text-suite');
  const byGroup: Readonly<Record<Group, readonly Recognize[]>> = {
    money: [suite.recognizeCurrency],
    percent: [suite.recognizePercentage],
    number: [suite.recognizeNumber],
    ordinal: [suite.recognizeOrdinal],
    quantity: [suite.recognizeDimension, suite.recognizeTemperature, suite.recognizeAge],
    // Its edition for JavaScript has no ranges.
    range: [],
    temporal: [suite.recognizeDateTime],
  };
  const all = Object.values(byGroup).flat();
  return {
    name: 'microsoft',
    sample: 4_000,
    predict: ({ text, group, reference }: Case) =>
      byGroup[group].flatMap((recognize) =>
        recognize(text, CULTURE, 0, new Date(`${reference ?? '2024-05-14T12:00:00'}Z`)).flatMap((found) =>
          predicted(found, group),
        ),
      ),
    read: (text) => {
      for (const recognize of all) recognize(text, CULTURE);
    },
  };
}

function predicted(found: Found, group: Group): Prediction[] {
  const values =
    group === 'temporal' ? momentsOf(found) : group === 'money' ? moneyOf(found) : [figureOf(found, group)];
  return [{ ...prediction(group, found.start, found.end + 1, values[0] ?? ''), values }];
}

function figureOf({ resolution }: Found, group: Group): string {
  const value = resolution?.value ?? '';
  const unit = resolution?.unit ?? '';
  if (group === 'percent') return `${plain(value.replace('%', ''))} %`;
  if (group === 'ordinal') return `${value} #`;
  if (group === 'number') return plain(value);
  return `${plain(value)} ${UNITS[unit] ?? unit}`;
}

/** A coin of several currencies gives several values. */
function moneyOf({ resolution }: Found): string[] {
  const value = resolution?.value ?? '';
  const unit = resolution?.unit ?? '';
  const coin = COINS[unit];
  if (!coin) return [`${plain(value)} ${resolution?.isoCurrency ?? CURRENCIES[unit] ?? unit}`];
  const [part, ...currencies] = coin;
  return currencies.map((currency) => `${plain(Number(value) * part)} ${currency}`);
}

/** Its resolutions in our form: ends of ranges are the first day behind them, so they are told as days before. */
function momentsOf({ resolution }: Found): string[] {
  return (resolution?.values ?? []).flatMap(({ value, start, end, timex = '', type = '' }) => {
    if (type === 'set') return [`R/${timex}`];
    if (type === 'duration') return [timex];
    if (value !== undefined) return [moment(value)];
    if (start === undefined && end === undefined) return [];
    const last = end === undefined ? '..' : type === 'daterange' ? dayBefore(end) : moment(end);
    return [`${start === undefined ? '..' : moment(start)}/${last}`];
  });
}

/** "2024-05-13 15:00:00" is `2024-05-13T15:00`, "15:00:00" is `T15:00`. */
function moment(value: string): string {
  const short = value.replace(/:00$/u, '');
  return /^\d\d:/u.test(short) ? `T${short}` : short.replace(' ', 'T');
}

const dayBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
