import { t } from '../l10n';
import { placeOf } from './collector';
import { figureColumns, figureRow } from './figureRows';
import type { MeasuredFinding } from './measured';
import type { MentioningArticle, Neighbor, ProfileCollector, SpokenFinding } from './profile';
import { tableOf } from './rows';
import { timeSection } from './timeSection';
import {
  articleCells,
  articleColumns,
  articlesInWords,
  mentionsInWords,
  newestFirst,
  oneLine,
  type ViewContext,
  viewModel,
} from './viewContext';
import type { Column, NetworkChart, Row, Section, ViewModel } from './viewModel';

/** What a knowledge base knows of an entity, in lines for people. */
export type Description = readonly string[];

/** An entity's profile. */
export function profileView(
  collected: ProfileCollector,
  context: ViewContext,
  description: Description = [],
): ViewModel {
  const { state, labels } = context;
  const name = oneLine(collected.name || (state.entity?.name ?? ''));
  const label = labels.of(collected.label || (state.entity?.label ?? ''));
  const counts = `${label.title} · ${mentionsInWords(collected.mentions)}, ${articlesInWords(collected.articles.length)}`;
  const sections = [
    timeOf(collected, context),
    networkOf(name, collected, context),
    quotationsOf(collected, context),
    figuresOf(collected, context),
    articlesOf(collected, context),
    namesOf(collected, context),
  ];
  const filled = sections.filter(({ table, chart }) => chart !== undefined || table.total > 0);
  return viewModel(context, name, [counts, ...description], filled);
}

function timeOf(collected: ProfileCollector, { state }: ViewContext): Section {
  const section = timeSection('time', t('Mentions over time'), collected.overTime, state, mentionsInWords);
  const { undated } = collected;
  const note = undated === 1 ? t('1 mention is in an article without a date.') : undatedInWords(undated);
  return undated === 0 ? section : { ...section, notes: [...section.notes, note] };
}

const undatedInWords = (count: number) => t('{0} mentions are in articles without a date.', count);

function networkOf(name: string, collected: ProfileCollector, context: ViewContext): Section {
  const { neighbors } = collected;
  const columns: Column[] = [
    { title: t('Name'), isEntity: true },
    { title: t('Label') },
    { title: t('Sentences'), isNumber: true },
    { title: t('Articles'), isNumber: true },
  ];
  const rowOf = ({ entity, sentences, articles, place }: Neighbor): Row => ({
    cells: [oneLine(entity.name), context.labels.of(entity.label).title, sentences, articles],
    place,
    entity,
  });
  return {
    id: 'network',
    title: t('Named in one sentence with'),
    ...(neighbors.length > 0 && { chart: networkChart(name, collected, neighbors) }),
    table: tableOf('network', columns, neighbors, rowOf, context.state),
    notes: [],
  };
}

function networkChart(name: string, collected: ProfileCollector, neighbors: readonly Neighbor[]): NetworkChart {
  const [first] = collected.articles;
  const center = {
    name,
    label: collected.label,
    count: collected.mentions,
    title: `${name}: ${mentionsInWords(collected.mentions)}`,
    ...(first && { place: first.place }),
  };
  const nodes = neighbors.map(({ entity, sentences, place }) => {
    const other = oneLine(entity.name);
    const title = `${other}: ${sentences === 1 ? t('1 sentence') : t('{0} sentences', sentences)}`;
    return { name: other, label: entity.label, count: sentences, title, place, entity };
  });
  const at = new Map(neighbors.map(({ entity }, index) => [entity.key, index + 1]));
  const spokes = neighbors.map(({ sentences }, index) => ({ from: 0, to: index + 1, count: sentences }));
  const between = collected.pairs(neighbors).flatMap(({ one, other, sentences }) => {
    const [from, to] = [at.get(one), at.get(other)];
    return from === undefined || to === undefined ? [] : [{ from, to, count: sentences }];
  });
  return { kind: 'network', nodes: [center, ...nodes], edges: [...spokes, ...between] };
}

function quotationsOf(collected: ProfileCollector, context: ViewContext): Section {
  const columns = [
    { title: t('Quotation'), isLong: true },
    { title: t('Speaker') },
    { title: t('How') },
    ...articleColumns(context),
  ];
  const found = collected.quotations.toSorted(
    (a, b) => Number(b.isSpeaker) - Number(a.isSpeaker) || newestFirst(a.article, b.article),
  );
  const rowOf = ({ article, mention, isSpeaker }: SpokenFinding): Row => ({
    cells: [
      oneLine(mention.text),
      oneLine(mention.speaker ?? ''),
      isSpeaker ? t('says it') : t('is named in it'),
      ...articleCells(context, article),
    ],
    place: placeOf(article, mention),
  });
  const table = tableOf('quotations', columns, found, rowOf, context.state);
  return { id: 'quotations', title: t('Quotations'), table, notes: [] };
}

function figuresOf({ figures }: ProfileCollector, context: ViewContext): Section {
  const found = figures.found.toSorted((a, b) => newestFirst(a.article, b.article));
  const rowOf = (finding: MeasuredFinding) => figureRow(context, finding);
  const table = tableOf('figures', figureColumns(context), found, rowOf, context.state, figures.total);
  return { id: 'figures', title: t('Figures in its sentences'), table, notes: [] };
}

function articlesOf(collected: ProfileCollector, context: ViewContext): Section {
  const columns = [{ title: t('Article') }, { title: t('Published') }, { title: t('Mentions'), isNumber: true }];
  const found = collected.articles.toSorted((a, b) => newestFirst(a.article, b.article));
  const rowOf = ({ article, mentions, place }: MentioningArticle): Row => ({
    cells: [oneLine(article.title), (article.published ?? '').slice(0, 'YYYY-MM-DD'.length), mentions],
    place,
  });
  return {
    id: 'articles',
    title: t('Articles'),
    table: tableOf('articles', columns, found, rowOf, context.state),
    notes: [],
  };
}

function namesOf(collected: ProfileCollector, context: ViewContext): Section {
  const columns = [{ title: t('Called') }, { title: t('Mentions'), isNumber: true }];
  const { words } = collected;
  return {
    id: 'names',
    title: t('Its names'),
    table: tableOf('names', columns, words, (cells) => ({ cells }), context.state),
    notes: [],
  };
}
