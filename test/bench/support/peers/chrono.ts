import type { Peer } from '../figurePeers';
import { loadPeer, prediction } from './load';

interface Moment {
  get(part: string): number | null;
  isCertain(part: string): boolean;
}

interface Library {
  parse(text: string, reference?: Date): readonly { index: number; text: string; start: Moment; end: Moment | null }[];
}

const FALLBACK = '2024-05-14T12:00:00';

/** chrono-node: dates and times only. */
export function chrono(): Peer {
  const library = loadPeer<Library>('chrono-node');
  return {
    name: 'chrono',
    sample: 200_000,
    predict: ({ text, group, reference }) => {
      if (group !== 'temporal') return [];
      return library.parse(text, new Date(reference ?? FALLBACK)).map(({ index, text: words, start, end }) => {
        const value = end ? `${momentValue(start)}/${momentValue(end)}` : momentValue(start);
        return prediction('temporal', index, index + words.length, value);
      });
    },
    read: (text) => void library.parse(text),
  };
}

/** As exact as it is certain of it. */
function momentValue(moment: Moment): string {
  const part = (name: string) => String(moment.get(name) ?? 0).padStart(2, '0');
  const day = `${String(moment.get('year')).padStart(4, '0')}-${part('month')}-${part('day')}`;
  if (moment.isCertain('hour')) {
    const seconds = moment.get('second') ? `:${part('second')}` : '';
    return `${day}T${part('hour')}:${part('minute')}${seconds}`;
  }
  const isDay = moment.isCertain('day') || moment.isCertain('weekday');
  if (isDay) return day;
  return moment.isCertain('month') ? day.slice(0, 7) : moment.isCertain('year') ? day.slice(0, 4) : day;
}
