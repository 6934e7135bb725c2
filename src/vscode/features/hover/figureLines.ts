import type * as vscode from 'vscode';
import { headingOf } from '../../../core/corpus/entityContext';
import { type ComparedFigure, figureContext } from '../../../core/corpus/figureContext';
import { t } from '../../../core/l10n';
import type { Mention } from '../../../core/mentions/mention';
import { coloredInWords } from '../../../core/values/coloredInWords';
import { converted } from '../../../core/values/conversions';
import { fromPublication } from '../../../core/values/fromPublication';
import { valueInWords } from '../../../core/values/valueInWords';
import type { OpenArticle } from '../../articles/openArticle';
import type { Services } from '../../services';
import { appendWords } from './appendWords';
import { addressOf } from './elsewhere';

/** The figure in the other system of measures, or how far a date is from the publication. */
export function appendDerived(
  card: vscode.MarkdownString,
  { session }: OpenArticle,
  { label, modifier }: Mention,
  value: string,
): void {
  const isDate = session.labels.covers(label, 'DATE') || session.labels.covers(label, 'TIME');
  const { published } = session.metadata;
  const distance = isDate && published !== undefined ? fromPublication(value, published) : undefined;
  if (distance !== undefined) card.appendMarkdown('  \n').appendText(distance);
  const other = isDate ? undefined : converted(value);
  if (other === undefined) return;
  card.appendMarkdown('  \n').appendText(t('That is {0}', coloredInWords(valueInWords(other), rateOf(modifier))));
}

/** Of what colors a figure, what it is counted for goes with the converted one too: "per year". */
const rateOf = (modifier: string | undefined) => modifier?.split(', ').find((color) => color.startsWith('per '));

/** What a figure measures, and what else the corpus has of that; amounts that can't both be right are marked. */
export function appendFigure(
  card: vscode.MarkdownString,
  { corpus, knowledge }: Services,
  { uri }: OpenArticle,
  mention: Mention,
): void {
  const context = figureContext(corpus.index, knowledge.baseFor(uri), uri.toString(), mention.start);
  if (!context) return;
  const { measure, subjects, period, others } = context;
  const what = period === undefined ? measure : `${measure}, ${period}`;
  appendWords(card.appendMarkdown('\n\n$(graph) '), `${what}: ${subjects.join(', ')}`);
  for (const other of others) appendCompared(card, uri.toString(), other);
}

function appendCompared(card: vscode.MarkdownString, here: string, other: ComparedFigure): void {
  const { article, mention, period, isConflicting } = other;
  const amount = mention.value === undefined ? mention.text : valueInWords(mention.value);
  const figure = period === undefined ? amount : t('{0} in {1}', amount, valueInWords(period));
  appendWords(card.appendMarkdown(`  \n${isConflicting ? '$(warning) ' : ''}`), figure);
  appendWords(card.appendMarkdown(' — ['), article.path === here ? t('here') : headingOf(article));
  card.appendMarkdown(`](${addressOf(other)})`);
  if (isConflicting) card.appendText(` ${t('(differs for the same time)')}`);
}
