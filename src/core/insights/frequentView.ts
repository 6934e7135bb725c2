import { t } from '../l10n';
import { kindsOf } from './collector';
import type { Frequency } from './frequent';
import { tableOf } from './rows';
import { articlesInWords, mentionsInWords, oneLine, type ViewContext, viewModel } from './viewContext';
import type { Bar, Row, Section, ViewModel } from './viewModel';

/** How many bars a label has among the others, and alone. */
const FEW_BARS = 10;
const MANY_BARS = 40;

/** The most frequent entities, by label. */
export function frequentView(frequencies: readonly Frequency[], context: ViewContext): ViewModel {
  const { state, labels } = context;
  const { isName } = kindsOf(labels);
  const known = labels.labels.map(({ id }) => id).filter(isName);
  const present = new Set(frequencies.map(({ entity }) => entity.label));
  const inOrder = [...known, ...[...present].filter((label) => !known.includes(label))].filter((id) => present.has(id));
  const wanted = inOrder.filter((label) => state.label === undefined || label === state.label);
  const most = state.label === undefined ? FEW_BARS : MANY_BARS;
  const sections = wanted.map((label) =>
    sectionOf(
      label,
      frequencies.filter(({ entity }) => entity.label === label),
      most,
      context,
    ),
  );
  const mentions = frequencies.reduce((sum, each) => sum + each.mentions, 0);
  const count = frequencies.length;
  const facts = [`${count === 1 ? t('1 name') : t('{0} names', count)}, ${mentionsInWords(mentions)}`];
  return viewModel(context, t('Most frequent'), facts, sections, inOrder);
}

function sectionOf(label: string, frequencies: readonly Frequency[], most: number, context: ViewContext): Section {
  const { state, labels } = context;
  const bars = frequencies.slice(0, most).map(({ entity, mentions, articles, place }): Bar => {
    const name = oneLine(entity.name);
    const title = `${name}: ${mentionsInWords(mentions)}, ${articlesInWords(articles)}`;
    return { name, count: mentions, label, title, place, entity };
  });
  const rowOf = ({ entity, mentions, articles, place }: Frequency): Row => ({
    cells: [oneLine(entity.name), mentions, articles],
    place,
    entity,
  });
  const columns = [
    { title: t('Name'), isEntity: true },
    { title: t('Mentions'), isNumber: true },
    { title: t('Articles'), isNumber: true },
  ];
  const id = `frequent ${label}`;
  return {
    id,
    title: labels.of(label).plural,
    chart: { kind: 'bars', bars },
    table: tableOf(id, columns, frequencies, rowOf, state),
    notes: [],
  };
}
