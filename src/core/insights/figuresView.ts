import { t } from '../l10n';
import { kindsOf } from './collector';
import { figureColumns, figureRow } from './figureRows';
import type { MeasuredCollector, MeasuredFinding } from './measured';
import { tableOf } from './rows';
import { keptInWords, type ViewContext, viewModel } from './viewContext';
import type { ViewModel } from './viewModel';

/** The figures of an article or of the corpus in a table. */
export function figuresView(collected: MeasuredCollector, context: ViewContext): ViewModel {
  const { state, labels } = context;
  const { found } = collected;
  const rowOf = (finding: MeasuredFinding) => figureRow(context, finding);
  const { isFigure } = kindsOf(labels);
  const choices = labels.labels.map(({ id }) => id).filter(isFigure);
  const table = tableOf('figures', figureColumns(context), found, rowOf, state, collected.total);
  const count = collected.total;
  return viewModel(
    context,
    t('Figures'),
    [count === 1 ? t('1 figure') : t('{0} figures', count)],
    [{ id: 'figures', title: t('All figures'), table, notes: keptInWords(found.length, count) }],
    choices,
  );
}
