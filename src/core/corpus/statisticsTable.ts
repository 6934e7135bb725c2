import { t } from '../l10n';
import { tableText } from '../text/table';
import type { Statistics } from './statistics';

/**
 * The counts as a page of plain text.
 * @param top how many of the most frequent words for each label
 */
export function statisticsTable(found: Statistics, top: number): string {
  const { articles, decided, characters, covered, orphans, entities, relations } = found;
  const share = characters === 0 ? 0 : (100 * covered) / characters;
  const head = [
    t(
      '{0} articles, {1} with decisions; {2} characters, {3} % in accepted annotations',
      articles,
      decided,
      characters,
      share.toFixed(1),
    ),
    t('{0} entities, {1} relations, {2} annotations not in the text', entities, relations, orphans),
  ];
  const rows = [...found.labels].map(([label, counts]) => [
    ...[label, counts.accepted, counts.rejected, counts.suggested],
    topOf(found, label, top)
      .map(([words, count]) => `${words} (${count})`)
      .join(', '),
  ]);
  const people = [...found.annotators].map(([by, counts]) => [
    by === '' ? t('(nobody named)') : by,
    counts.accepted,
    counts.rejected,
  ]);
  const byLabel = tableText([[t('label'), t('accepted'), t('rejected'), t('suggested'), t('most frequent')], ...rows]);
  const byPerson =
    people.length > 0 ? `\n${tableText([[t('annotator'), t('accepted'), t('rejected')], ...people])}` : '';
  return `${head.join('\n')}\n\n${byLabel}${byPerson}`;
}

/** The most frequent words of a label. */
export function topOf({ words }: Statistics, label: string, top: number) {
  return words.get(label)?.slice(0, top) ?? [];
}
