import { t } from '../l10n';
import { valueInWords } from '../values/valueInWords';
import type { TimeUnit } from './day';
import { tableOf } from './rows';
import type { InsightState } from './state';
import type { OverTime, Period } from './timeCount';
import type { Row, Section, TimeColumn } from './viewModel';

/**
 * A chart of counts over time with its table.
 * @param counted says how many there are of what is counted
 */
export function timeSection(
  id: string,
  title: string,
  { unit, periods, leftOut }: OverTime,
  state: InsightState,
  counted: (count: number) => string,
): Section {
  const columns = periods.map(({ when, count, place }): TimeColumn => {
    const words = valueInWords(when);
    return { when, count, title: `${words}: ${counted(count)}`, ...(place && { place }) };
  });
  const filled = periods.filter(({ count }) => count > 0);
  const rowOf = ({ when, count, place }: Period): Row => ({
    cells: [{ words: valueInWords(when), order: when.replaceAll('X', '0') }, count],
    ...(place && { place }),
  });
  return {
    id,
    title,
    ...(columns.length > 0 && { chart: { kind: 'time', columns } }),
    // The filter is about other things.
    table: tableOf(id, [{ title: t('When') }, { title: t('Count'), isNumber: true }], filled, rowOf, {
      ...state,
      filter: '',
    }),
    notes: leftOut === 0 ? [] : [leftOutInWords(leftOut, unit)],
  };
}

function leftOutInWords(count: number, unit: TimeUnit): string {
  const units = {
    day: t('a day'),
    month: t('a month'),
    year: t('a year'),
    decade: t('a decade'),
    century: t('a century'),
  };
  return count === 1
    ? t('1 date is not in the chart: it is earlier or later, or less exact than {0}.', units[unit])
    : t('{0} dates are not in the chart: they are earlier or later, or less exact than {1}.', count, units[unit]);
}
