import type { Group, Prediction } from '../figureCases';
import type { Peer } from '../figurePeers';
import { loadPeer, plain, prediction } from './load';

interface Found {
  readonly text: string;
  readonly offset: { readonly start: number; readonly length: number };
  readonly number?: {
    readonly num?: number | null;
    readonly prefix?: string;
    readonly suffix?: string;
    readonly unit?: string;
  };
  readonly terms: readonly { readonly tags: readonly string[] }[];
  readonly dates?: {
    readonly start?: string | null;
    readonly end?: string | null;
    readonly unit?: string;
    readonly repeat?: {
      readonly interval?: Readonly<Record<string, number>>;
      readonly filter?: { readonly weekDays?: Readonly<Record<string, boolean>> };
    };
  };
  readonly duration?: Readonly<Record<string, number>>;
}

interface View {
  numbers(): View;
  dates(options?: object): View;
  durations(): View;
  json(options: object): Found[];
}

type Library = ((text: string) => View) & { plugin(plugin: unknown): void };

const pluginOf = (name: string) => {
  const plugin = loadPeer<{ readonly default?: unknown }>(name);
  return plugin.default ?? plugin;
};

const CURRENCIES: ReadonlyMap<string, string> = new Map(
  (
    [
      ['USD', '$ dollar dollars buck bucks usd'],
      ['EUR', '€ euro euros eur'],
      ['GBP', '£ pound pounds gbp'],
      ['JPY', '¥ yen jpy'],
      ['CNY', 'yuan rmb cny'],
      ['INR', '₹ rupee rupees rs inr'],
      ['FRF', 'franc francs'],
      ['KRW', '₩ won'],
      ['RUB', 'ruble rubles'],
      ['MXN', 'peso pesos'],
    ] as const
  ).flatMap(([code, words]) => words.split(' ').map((word) => [word, code] as const)),
);

/** Its units are the article's words. */
const UNITS: ReadonlyMap<string, string> = new Map(
  (
    [
      ['km', 'km kilometer kilometers kilometre kilometres'],
      ['m', 'm meter meters metre metres'],
      ['cm', 'cm centimeter centimeters centimetres'],
      ['mm', 'mm millimeter millimeters millimetres'],
      ['[mi_i]', 'mi mile miles'],
      ['[yd_i]', 'yd yard yards'],
      ['[ft_i]', 'ft foot feet'],
      ['[in_i]', 'in inch inches'],
      ['g', 'g gs gram grams'],
      ['kg', 'kg kgs kilogram kilograms kilo kilos'],
      ['mg', 'mg milligram milligrams'],
      ['t', 't ton tons tonne tonnes'],
      ['[lb_av]', 'lb lbs pound pounds'],
      ['[oz_av]', 'oz ounce ounces'],
      ['L', 'l liter liters litre litres'],
      ['mL', 'ml mls milliliter milliliters'],
      ['[gal_us]', 'gal gallon gallons'],
      ['[bbl_us]', 'barrel barrels'],
      ['[cup_us]', 'cup cups'],
      ['[acr_us]', 'acre acres'],
      ['Cel', 'celsius celcius'],
      ['[degF]', 'fahrenheit'],
      ['deg', 'degree degrees'],
      ['a', 'year years'],
      ['mo', 'month months'],
      ['MBy', 'mb megabyte megabytes'],
      ['GBy', 'gb gigabyte gigabytes'],
    ] as const
  ).flatMap(([code, words]) => words.split(' ').map((word) => [word, code] as const)),
);

/** compromise with its plugins for dates and numbers. */
export function compromise(): Peer {
  const library = loadPeer<Library>('compromise');
  library.plugin(pluginOf('compromise-numbers'));
  library.plugin(pluginOf('compromise-dates'));
  return {
    name: 'compromise',
    sample: 40_000,
    predict: ({ text, group, reference }) => {
      if (group === 'range') return [];
      const document = library(text);
      if (group === 'temporal') return temporal(document, text, reference ?? '2024-05-14');
      return document
        .numbers()
        .json({ offset: true })
        .flatMap((one) => {
          const unit = unitOf(one, text);
          const found = groupOf(one, unit.word);
          return found === group ? [prediction(group, unit.start, unit.end, figureOf(one, group, unit.word))] : [];
        });
    },
    read: (text) => {
      const document = library(text);
      document.numbers().json({ offset: true });
      document.dates().json({ offset: true });
    },
  };
}

/** Its offsets take in the signs behind the words, which the cases do not. */
function spanOf({ offset: { start, length } }: Found, text: string): { start: number; end: number } {
  const words = text.slice(start, start + length);
  const before = /^[\s("'“]*/u.exec(words)?.[0].length ?? 0;
  const behind = /[\s.,;:!?)"'”-]*$/u.exec(words)?.[0].length ?? 0;
  return behind < length - before
    ? { start: start + before, end: start + length - behind }
    : { start, end: start + length };
}

/** The unit that it names, which it leaves out of the span: we take it in where it stands there. */
function unitOf(one: Found, text: string): { word: string; start: number; end: number } {
  const { start, end } = spanOf(one, text);
  const sign = /^\p{Sc}/u.exec(text.slice(start, end))?.[0];
  const word = one.number?.unit?.toLowerCase() || one.number?.prefix || sign || '';
  const behind = /^(?:\s|-)?(\p{L}+|%)/u.exec(text.slice(end));
  const isThere =
    behind !== null && word !== '' && (behind[1]?.toLowerCase() === word || (behind[1] === '%' && word === 'percent'));
  return { word, start, end: isThere ? end + behind[0].length : end };
}

function groupOf({ terms }: Found, unit: string): Group {
  const has = (tag: string) => terms.some(({ tags }) => tags.includes(tag));
  if (has('Money')) return 'money';
  if (has('Percent')) return 'percent';
  if (has('Ordinal')) return 'ordinal';
  return has('Unit') || UNITS.has(unit) ? 'quantity' : 'number';
}

function figureOf({ number }: Found, group: Group, unit: string): string {
  const value = plain(number?.num ?? Number.NaN);
  if (group === 'percent') return `${value} %`;
  if (group === 'ordinal') return `${value} #`;
  if (group === 'money') return `${value} ${CURRENCIES.get(unit) ?? 'USD'}`;
  return group === 'quantity' ? `${value} ${UNITS.get(unit) ?? unit}` : value;
}

function temporal(document: View, text: string, today: string): Prediction[] {
  const dates = document
    .dates({ today, timezone: 'UTC' })
    .json({ offset: true })
    .map((one): Prediction => ({ ...placed(one, text, dateOf(one)) }));
  const lengths = document
    .durations()
    .json({ offset: true })
    .map((one) => placed(one, text, lengthOf(one)))
    .filter(({ start, end }) => !dates.some((date) => date.start < end && start < date.end));
  return [...dates, ...lengths];
}

function placed(one: Found, text: string, value: string): Prediction {
  const { start, end } = spanOf(one, text);
  return prediction('temporal', start, end, value);
}

/** Its dates run from the first to the last moment: one day is that day, and a time of day runs to the day's end. */
function dateOf({ dates }: Found): string {
  if (dates?.repeat) return repeatOf(dates.repeat);
  if (!dates?.start) return '';
  const isTime =
    dates.unit === 'time' || dates.unit === 'millisecond' || dates.unit === 'hour' || dates.unit === 'minute';
  const [start, end] = [dates.start, dates.end ?? dates.start].map((moment) => moment.slice(0, isTime ? 16 : 10));
  const isOpen = isTime && dates.end?.slice(11, 19) === '23:59:59';
  return end === start || isOpen ? (start ?? '') : `${start}/${end}`;
}

const LETTERS: Readonly<Record<string, string>> = { year: 'Y', quarter: 'Q', month: 'M', week: 'W', day: 'D' };

function repeatOf({ interval = {}, filter }: NonNullable<NonNullable<Found['dates']>['repeat']>): string {
  const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const days = weekdays.flatMap((name, index) => (filter?.weekDays?.[name] ? [index + 1] : []));
  if (days.length === 1) return `R/XXXX-WXX-${days[0]}`;
  const [unit = 'day', count = 1] = Object.entries(interval)[0] ?? [];
  return unit === 'hour' ? `R/PT${count}H` : `R/P${count}${LETTERS[unit] ?? 'D'}`;
}

function lengthOf({ duration = {} }: Found): string {
  const part = (unit: string, letter: string) => {
    const count = duration[unit];
    return count ? `${count}${letter}` : '';
  };
  const dates = part('year', 'Y') + part('month', 'M') + part('week', 'W') + part('day', 'D');
  const times = part('hour', 'H') + part('minute', 'M') + part('second', 'S');
  return `P${dates}${times && `T${times}`}`;
}
