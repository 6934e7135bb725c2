import type { LabelSet } from '../annotation/labelSet';
import { t } from '../l10n';
import type { ArticleHeading } from './collector';
import type { InsightState } from './state';
import type { Cell, Column, LabelLook, Section, ViewModel } from './viewModel';

/** What every view is made with, beside what was collected for it. */
export interface ViewContext {
  readonly state: InsightState;
  readonly labels: LabelSet;
  /** Name of the article that can be looked at alone. */
  readonly article?: string;
  /** How much of the corpus is read, from 0 to 1. */
  readonly read: number;
  readonly canGoBack: boolean;
  /** What else is to be known of all that is shown. */
  readonly remarks?: readonly string[];
}

export function viewModel(
  { state, labels, article, read, canGoBack, remarks = [] }: ViewContext,
  title: string,
  facts: readonly string[],
  sections: readonly Section[],
  choices: readonly string[] = [],
): ViewModel {
  const shown = new Set(sections.flatMap(labelsIn));
  return {
    state,
    title,
    facts: [...facts, ...remarks],
    sections,
    labels: [...shown].map((id) => lookOf(labels, id)),
    choices: choices.map((id) => lookOf(labels, id)),
    ...(article !== undefined && { article }),
    read,
    canGoBack,
  };
}

function labelsIn({ chart, table }: Section): readonly string[] {
  const items = chart?.kind === 'bars' ? chart.bars : chart?.kind === 'network' ? chart.nodes : [];
  return [...items.map(({ label }) => label), ...table.rows.flatMap(({ entity }) => (entity ? [entity.label] : []))];
}

function lookOf(labels: LabelSet, id: string): LabelLook {
  const { plural, color, colors } = labels.of(id);
  return { id, plural, color, ...(colors && { own: { light: colors.light, dark: colors.dark } }) };
}

/** The columns that say where something stands; one article alone needs no name. */
export function articleColumns({ state }: ViewContext): readonly Column[] {
  return state.scope === 'article' ? [] : [{ title: t('Article') }, { title: t('Published') }];
}

export function articleCells({ state }: ViewContext, { title, published = '' }: ArticleHeading): readonly Cell[] {
  return state.scope === 'article' ? [] : [oneLine(title), published.slice(0, 'YYYY-MM-DD'.length)];
}

/** The newest first; what has no date last. */
export function newestFirst(a: ArticleHeading, b: ArticleHeading): number {
  const [first, second] = [a.published ?? '', b.published ?? ''];
  return first < second ? 1 : first > second ? -1 : 0;
}

export function oneLine(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}

export function mentionsInWords(count: number): string {
  return count === 1 ? t('1 mention') : t('{0} mentions', count);
}

export function articlesInWords(count: number): string {
  return count === 1 ? t('1 article') : t('{0} articles', count);
}

/** What is said where more was found than is kept. */
export function keptInWords(kept: number, total: number): readonly string[] {
  return kept === total ? [] : [t('The first {0} of {1} are looked at.', kept, total)];
}
