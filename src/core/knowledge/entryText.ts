import { t } from '../l10n';
import { factsInWords } from './factsInWords';
import type { KnownEntity } from './knowledgeBase';

/** An entry of the shipped base as a page to read: plain text, a fact a line. */
export function entryText(entry: KnownEntity, labelTitle: string, addresses: readonly string[]): string {
  const { name, aliases, description, id } = entry;
  const facts = factsInWords({ ...entry, description: '' }).map(({ title, value }) => `${title}: ${value}`);
  const lines = [
    name,
    '='.repeat(Math.min(80, [...name].length)),
    ...(description === '' ? [] : [description]),
    '',
    `${t('Label')}: ${labelTitle}`,
    ...(aliases.length > 0 ? [`${t('Other names')}: ${aliases.join('; ')}`] : []),
    ...facts,
    `${t('Id')}: ${id}`,
    ...addresses,
    '',
    t('From the knowledge base that comes with Newsmark. What is said in newsmark.entities.jsonl stands before it.'),
  ];
  return `${lines.join('\n')}\n`;
}
