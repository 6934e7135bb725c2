import { t } from '../l10n';
import { valueInWords } from '../values/valueInWords';
import { placeOf } from './collector';
import type { DatedCollector, DatedFinding } from './dated';
import { dayOrder } from './day';
import { tableOf } from './rows';
import { timeSection } from './timeSection';
import { articleCells, articleColumns, keptInWords, oneLine, type ViewContext, viewModel } from './viewContext';
import type { Column, Row, ViewModel } from './viewModel';

/** The dated events of an article or of the corpus. */
export function timelineView(collected: DatedCollector, context: ViewContext): ViewModel {
  const { state } = context;
  const columns: Column[] = [
    { title: t('Date') },
    { title: t('In the text') },
    { title: t('Sentence'), isSentence: true, isLong: true },
    ...articleColumns(context),
  ];
  const rowOf = ({ article, mention, day }: DatedFinding): Row => {
    const date = { words: valueInWords(mention.value ?? ''), order: dayOrder(day) };
    return {
      cells: [date, oneLine(mention.text), '', ...articleCells(context, article)],
      place: placeOf(article, mention),
      sentence: mention.sentence,
    };
  };
  const { total } = collected;
  const found = inTime(collected.found);
  const datesInWords = (count: number) => (count === 1 ? t('1 date') : t('{0} dates', count));
  return viewModel(
    context,
    t('Timeline'),
    [datesInWords(total)],
    [
      timeSection('time', t('Dates over time'), collected.overTime, state, datesInWords),
      {
        id: 'events',
        title: t('Dated events'),
        table: tableOf('events', columns, found, rowOf, state, total),
        notes: keptInWords(found.length, total),
      },
    ],
  );
}

function inTime(found: readonly DatedFinding[]): readonly DatedFinding[] {
  const ordered = found.map((finding) => ({ finding, order: dayOrder(finding.day) }));
  return ordered.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)).map(({ finding }) => finding);
}
