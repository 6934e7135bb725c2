import { MOST_ROWS } from '../core/insights/state';
import { type Cell, type Column, cellWords, type Row, type Section } from '../core/insights/viewModel';
import { t } from '../core/l10n';
import { type Built, type Content, h } from './element';
import type { PageParts } from './page';

/** A section's table, whose headings sort it. */
export function tablePart(page: PageParts, { id, title, table }: Section): Built {
  const { columns, rows, total } = table;
  const left = total - rows.length;
  return h(
    'div',
    { class: 'scroll' },
    h(
      'table',
      { 'aria-label': title },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          columns.map((column, index) => heading(page, id, column, index)),
        ),
      ),
      h(
        'tbody',
        { 'data-group': 'row' },
        rows.map((row, at) =>
          h(
            'tr',
            {},
            columns.map((column, index) => cellPart(page, `${id} ${at}`, row, column, index, at === 0)),
          ),
        ),
      ),
    ),
    left > 0 ? h('p', { class: 'note' }, t('{0} of {1} are shown.', rows.length, total)) : undefined,
    left > 0 && rows.length < MOST_ROWS ? page.button(page.more(), `${id}/more`, t('Show more')) : undefined,
  );
}

function heading(page: PageParts, section: string, { title, isNumber, isSentence }: Column, index: number): Built {
  const { sorting } = page.model.state;
  const isSorted = sorting?.section === section && sorting.column === index;
  const order = isSorted ? (sorting.isDescending ? 'descending' : 'ascending') : undefined;
  const mark = isSorted ? (sorting.isDescending ? ' ↓' : ' ↑') : '';
  const content = isSentence
    ? title
    : page.button(page.sorts(section, index), `${section}/sort/${index}`, `${title}${mark}`, { class: 'plain' });
  return h('th', { scope: 'col', 'aria-sort': order, class: isNumber ? 'number' : undefined }, content);
}

function cellPart(page: PageParts, key: string, row: Row, column: Column, index: number, isFirstRow: boolean): Built {
  const cell = row.cells[index] ?? '';
  const words = wordsOf(cell, page.context.language);
  const classes = [column.isNumber ? 'number' : '', column.isLong ? 'long' : '']
    .filter((each) => each !== '')
    .join(' ');
  return h(
    'td',
    { class: classes === '' ? undefined : classes },
    contentOf(page, key, row, column, index, words, isFirstRow),
  );
}

/** The first cell goes to the place in the text, one with a name to its profile. */
function contentOf(
  page: PageParts,
  key: string,
  row: Row,
  { isEntity }: Column,
  index: number,
  words: string,
  isFirstRow: boolean,
): readonly Content[] {
  const { entity } = row;
  const profile =
    entity && isEntity
      ? page.show({ view: 'profile', entity, filter: undefined, label: undefined, sorting: undefined })
      : undefined;
  if (index > 0)
    return profile && words !== ''
      ? [page.button(profile, `${key}/profile`, words, { class: 'link', tabindex: -1 })]
      : [words];
  const goes = page.goes(row, `${key}/place`);
  if (goes['data-do'] === undefined) return [words];
  const tabindex = isFirstRow ? 0 : -1;
  const place = h('button', { type: 'button', class: 'link', tabindex, 'data-item': true, ...goes }, words);
  if (!profile || !entity) return [place];
  const label = t('Profile of {0}', entity.name);
  return [
    place,
    ' ',
    page.button(profile, `${key}/profile`, t('Profile'), { class: 'small', tabindex: -1, 'aria-label': label }),
  ];
}

function wordsOf(cell: Cell, language: string): string {
  return typeof cell === 'number' ? cell.toLocaleString(language) : cellWords(cell);
}
