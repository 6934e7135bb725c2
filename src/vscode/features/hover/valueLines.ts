import type * as vscode from 'vscode';
import { t } from '../../../core/l10n';
import type { Mention } from '../../../core/mentions/mention';
import { coloredInWords } from '../../../core/values/coloredInWords';
import { dependsOnDay, isOpen } from '../../../core/values/dependsOnDay';
import { valueInWords } from '../../../core/values/valueInWords';
import type { OpenArticle } from '../../articles/openArticle';
import { sourceInWords } from '../../articles/published';

/** A figure's value in words and in its normal form, and for a date, the publication date it may have been resolved against. */
export function appendValue(
  card: vscode.MarkdownString,
  { session }: OpenArticle,
  { label, modifier, counted }: Mention,
  value: string,
): void {
  const isDate = session.labels.covers(label, 'DATE') || session.labels.covers(label, 'TIME');
  const words = valueInWords(value);
  const colored = coloredInWords(words, modifier, session.labels.covers(label, 'TIME'));
  card.appendMarkdown(`  \n$(${isDate ? 'calendar' : 'symbol-number'}) `).appendText(colored);
  if (words !== value) card.appendText(` (${value})`);
  if (counted) card.appendMarkdown('  \n').appendText(t('Counts {0}', counted));
  const { published, publishedFrom } = session.metadata;
  if (!isDate || !(published === undefined ? isOpen(value) : dependsOnDay(value))) return;
  card
    .appendMarkdown('  \n')
    .appendText(
      published
        ? [
            t('Publication date: {0}', valueInWords(published.slice(0, 10))),
            ...(publishedFrom ? [sourceInWords(publishedFrom)] : []),
          ].join(', ')
        : t('No publication date is known: relative dates stay relative.'),
    );
}
