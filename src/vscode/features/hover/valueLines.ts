import type * as vscode from 'vscode';
import type { PublishedFrom } from '../../../core/article/metadata';
import type { Mention } from '../../../core/mentions/mention';
import { valueInWords } from '../../../core/values/valueInWords';
import type { OpenArticle } from '../../articles/openArticle';

/** Where the publication date was read, as a sentence goes on with it. */
const FROM: Readonly<Record<PublishedFrom, string>> = Object.freeze({
  sidecar: 'from the sidecar',
  'front matter': 'from the front matter',
  dateline: 'from the dateline',
  setting: 'from the setting newsmark.published',
  'file name': 'from the file name',
});

/** A figure's value in words and in its normal form, and for a date, the publication date it was resolved against. */
export function appendValue(
  card: vscode.MarkdownString,
  { session }: OpenArticle,
  { label, modifier, counted }: Mention,
  value: string,
): void {
  const isDate = session.labels.covers(label, 'DATE') || session.labels.covers(label, 'TIME');
  const words = valueInWords(value);
  const colored = [...(modifier ? [modifier] : []), words].join(' ');
  card.appendMarkdown(`  \n$(${isDate ? 'calendar' : 'symbol-number'}) `).appendText(colored);
  if (words !== value) card.appendText(` (${value})`);
  if (counted) card.appendMarkdown('  \n').appendText(`Counts ${counted}`);
  if (!isDate) return;
  const { published, publishedFrom } = session.metadata;
  const source = publishedFrom ? `, ${FROM[publishedFrom]}` : '';
  card
    .appendMarkdown('  \n')
    .appendText(
      published
        ? `The article is of ${valueInWords(published.slice(0, 10))}${source}.`
        : 'No publication date is known: relative dates stay relative.',
    );
}
