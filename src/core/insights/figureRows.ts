import { t } from '../l10n';
import { parseValue } from '../values/parseValue';
import { valueInWords } from '../values/valueInWords';
import { placeOf } from './collector';
import type { MeasuredFinding } from './measured';
import { articleCells, articleColumns, oneLine, type ViewContext } from './viewContext';
import type { Cell, Column, Row } from './viewModel';

export function figureColumns(context: ViewContext): readonly Column[] {
  return [
    { title: t('Figure') },
    { title: t('Value') },
    { title: t('Normal form') },
    { title: t('Of what') },
    { title: t('Nearest name'), isEntity: true },
    { title: t('Label') },
    ...articleColumns(context),
  ];
}

export function figureRow(context: ViewContext, finding: MeasuredFinding): Row {
  const { article, mention, nearest, nearestKey } = finding;
  const { value = '', counted, measure = '' } = mention;
  return {
    cells: [
      oneLine(mention.text),
      valueCell(value),
      value,
      oneLine(counted ?? measure),
      nearest ? oneLine(nearest.name) : '',
      context.labels.of(mention.label).title,
      ...articleCells(context, article),
    ],
    place: placeOf(article, mention),
    sentence: mention.sentence,
    ...(nearest &&
      nearestKey !== undefined && { entity: { key: nearestKey, name: nearest.name, label: nearest.label } }),
  };
}

/** Values stand in the order of their numbers, each unit by itself. */
function valueCell(value: string): Cell {
  const parsed = value === '' ? undefined : parseValue(value);
  const words = value === '' ? '' : valueInWords(value);
  if (parsed?.kind === 'number') return { words, order: parsed.low };
  if (parsed?.kind === 'ratio') return { words, order: parsed.first / Math.max(parsed.second, 1) };
  return { words, order: Number.NaN };
}
