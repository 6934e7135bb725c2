import type { Group } from '../figureCases';
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
  readonly dates?: { readonly start?: string | null; readonly end?: string | null };
}

interface View {
  numbers(): View;
  dates(options?: object): View;
  json(options: object): Found[];
}

type Library = ((text: string) => View) & { plugin(plugin: unknown): void };

const pluginOf = (name: string) => {
  const plugin = loadPeer<{ readonly default?: unknown }>(name);
  return plugin.default ?? plugin;
};

const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  dollar: 'USD',
  dollars: 'USD',
  euro: 'EUR',
  euros: 'EUR',
};

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
      const options = { today: (reference ?? '2024-05-14').slice(0, 10), timezone: 'UTC' };
      const document = library(text);
      const found = group === 'temporal' ? document.dates(options) : document.numbers();
      return found.json({ offset: true }).flatMap((one) => {
        if (group !== 'temporal' && groupOf(one) !== group) return [];
        const { start, length } = one.offset;
        return [prediction(group, start, start + length, group === 'temporal' ? dateOf(one) : figureOf(one, group))];
      });
    },
    read: (text) => {
      const document = library(text);
      document.numbers().json({ offset: true });
      document.dates().json({ offset: true });
    },
  };
}

function groupOf({ terms, number }: Found): Group {
  const has = (tag: string) => terms.some(({ tags }) => tags.includes(tag));
  if (has('Money')) return 'money';
  if (has('Percent')) return 'percent';
  if (has('Ordinal')) return 'ordinal';
  return has('Unit') || number?.unit ? 'quantity' : 'number';
}

function figureOf({ number }: Found, group: Group): string {
  const value = plain(number?.num ?? Number.NaN);
  if (group === 'percent') return `${value} %`;
  if (group === 'ordinal') return `${value} #`;
  const unit = number?.unit ?? '';
  if (group === 'money') return `${value} ${CURRENCIES[number?.prefix ?? ''] ?? CURRENCIES[unit] ?? 'USD'}`;
  return group === 'quantity' ? `${value} ${unit}` : value;
}

/** Its dates run from the first to the last day: one day is that day. */
function dateOf({ dates }: Found): string {
  const [start, end] = [dates?.start?.slice(0, 10), dates?.end?.slice(0, 10)];
  if (!start) return '';
  return end && end !== start ? `${start}/${end}` : start;
}
