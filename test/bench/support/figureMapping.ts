import type { Mention } from '../../../src/core/mentions/mention';
import type { Group, Prediction } from './figureCases';

const GROUP_OF: Readonly<Record<string, Group>> = {
  MONEY: 'money',
  PERCENT: 'percent',
  QUANTITY: 'quantity',
  CARDINAL: 'number',
  ORDINAL: 'ordinal',
  DATE: 'temporal',
  TIME: 'temporal',
};

/**
 * A mention as the cases have it: its label is the group, its span the core or the full phrase. Suites of numbers know
 * nothing of counted things, and have what we call one thing in two groups: a count is a number, a range or a count that is
 * compared is a range, so "more than 20" is both and "10 to 20" only the second.
 */
export function predictionsOf({ label, start, end, full, value = '' }: Mention): Prediction[] {
  const group = GROUP_OF[label];
  if (!group) return [];
  const spans: [number, number][] = [[start, end], ...(full ? [[full.start, full.end] as [number, number]] : [])];
  const plain = label === 'CARDINAL' ? value.replace(/ \{.*\}$/u, '') : value;
  if (group !== 'number') {
    const asRange = label === 'ORDINAL' && plain.includes('..');
    const one = {
      group: asRange ? 'range' : group,
      start,
      end,
      spans,
      value: asRange ? plain.replace(' #', '') : plain,
    };
    // An annotation in braces changes no unit, says UCUM: an angle's degrees are degrees.
    return [plain.endsWith('deg{angle}') ? { ...one, values: [plain, plain.replace('{angle}', '')] } : one];
  }
  const isRange = plain.includes('..');
  const isCompared = /^[<>]/u.test(plain);
  return [
    ...(isRange ? [] : [{ group, start, end, spans, value: plain.replace(/^[<>~]=?/u, '') }]),
    ...(isRange || isCompared ? [{ group: 'range' as const, start, end, spans, value: plain }] : []),
  ];
}
