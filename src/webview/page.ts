import type { FromPage } from '../core/insights/readFromPage';
import type { InsightState, Sorting, View } from '../core/insights/state';
import { MOST_ROWS, ROWS, VIEWS } from '../core/insights/state';
import type { ChartItem, Place, Section, ViewModel } from '../core/insights/viewModel';
import { t } from '../core/l10n';
import { type Drawing, drawChart } from './charts/chart';
import type { Palette } from './charts/palette';
import { type Attribute, type Built, type Content, h } from './element';
import { tablePart } from './table';

/** What somebody wants who presses something: a message for the panel, or a picture to be made first. */
export type Wish = FromPage | { readonly kind: 'picture'; readonly section: string };

/** What the page is drawn with. */
export interface PageContext {
  readonly palette: Palette;
  readonly width: number;
  readonly language: string;
}

/** The page, and what is wanted by whatever can be pressed on it: elements name their wish by its number. */
export interface Page {
  readonly content: Built;
  readonly wishes: readonly Wish[];
}

const SMALL = { class: 'small' };

/** Id of the line that tells the keys. */
const HINT = 'hint';

/** Draws what a view says. */
export function drawPage(model: ViewModel, context: PageContext): Page {
  const page = new PageParts(model, context);
  return { content: page.whole(), wishes: page.wishes };
}

/** Attributes by which elements say what they do. `data-key` stays the same from one drawing to the next. */
export class PageParts {
  readonly wishes: Wish[] = [];
  readonly model: ViewModel;
  readonly context: PageContext;

  constructor(model: ViewModel, context: PageContext) {
    this.model = model;
    this.context = context;
  }

  whole(): Built {
    const { title, facts, sections, read } = this.model;
    const hint = t('Arrow keys: from one to the next. Enter: to its place in the text. P: the profile of a name.');
    return h(
      'main',
      {},
      this.#bar(),
      h('h1', {}, title),
      facts.map((fact) => h('p', { class: 'fact' }, fact)),
      read < 1
        ? h('p', { role: 'status', class: 'fact' }, t('Reading the articles: {0} %', Math.floor(read * 100)))
        : undefined,
      sections.length === 0
        ? h('p', {}, t('There is nothing to show here.'))
        : h('p', { class: 'note', id: HINT }, hint),
      sections.map((section) => this.#section(section)),
    );
  }

  /** What an element does when it is pressed. */
  does(wish: Wish, key: string): Readonly<Record<string, Attribute>> {
    this.wishes.push(wish);
    return { 'data-do': this.wishes.length - 1, 'data-key': key };
  }

  /** A wish to see something else. */
  show(change: Partial<InsightState>): Wish {
    return { kind: 'show', state: { ...this.model.state, limit: ROWS, ...change } };
  }

  /** Where an item goes to when it is pressed, and with the key P. */
  goes(
    item: { readonly place?: Place; readonly entity?: ChartItem['entity'] },
    key: string,
  ): Readonly<Record<string, Attribute>> {
    const { place, entity } = item;
    const profile = entity && this.show({ view: 'profile', entity, filter: undefined, label: undefined });
    const wish = place ? ({ kind: 'go', place } as const) : profile;
    if (!wish) return {};
    return { ...this.does(wish, key), ...(profile && { 'data-profile': this.wishes.push(profile) - 1 }) };
  }

  button(wish: Wish, key: string, title: string, attributes: Readonly<Record<string, Attribute>> = {}): Built {
    return h('button', { type: 'button', ...this.does(wish, key), ...attributes }, title);
  }

  #bar(): Built {
    const { state, canGoBack, article, choices } = this.model;
    const titles: Readonly<Record<View, string>> = {
      profile: t('Profile'),
      timeline: t('Timeline'),
      figures: t('Figures'),
      frequent: t('Most frequent'),
    };
    const views = VIEWS.filter((view) => view !== 'profile' || state.entity !== undefined).map((view) =>
      this.button(
        this.show({ view, filter: undefined, label: undefined, sorting: undefined }),
        `view ${view}`,
        titles[view],
        {
          'aria-current': view === state.view ? 'page' : undefined,
        },
      ),
    );
    const scopes =
      article === undefined
        ? []
        : [
            this.#scope('article', t('This article'), article),
            this.#scope('corpus', t('All articles'), t('All articles')),
          ];
    return h(
      'div',
      { class: 'bar' },
      canGoBack ? this.button({ kind: 'back' }, 'back', '←', { 'aria-label': t('Back'), title: t('Back') }) : undefined,
      h('nav', { 'aria-label': t('Views') }, views),
      h('div', { role: 'group', 'aria-label': t('Of which articles'), class: 'group' }, scopes),
      choices.length > 0 ? this.#labels() : undefined,
      state.view === 'frequent' ? undefined : this.#filter(),
      this.button({ kind: 'markdown' }, 'markdown', t('Save as Markdown…')),
    );
  }

  #scope(scope: InsightState['scope'], title: string, description: string): Built {
    const isPressed = this.model.state.scope === scope;
    return this.button(this.show({ scope }), `scope ${scope}`, title, {
      'aria-pressed': isPressed ? 'true' : 'false',
      title: description,
    });
  }

  /** Its values are the numbers of wishes. */
  #labels(): Built {
    const { state, choices } = this.model;
    const options = [undefined, ...choices].map((choice) => {
      const wish = this.wishes.push(this.show({ label: choice?.id })) - 1;
      return h('option', { value: wish, selected: choice?.id === state.label }, choice?.plural ?? t('All labels'));
    });
    return h('select', { 'aria-label': t('Label'), 'data-key': 'labels', 'data-select': true }, options);
  }

  #filter(): Built {
    const { filter } = this.model.state;
    const words = t('Only rows with …');
    return h('input', {
      type: 'search',
      'aria-label': words,
      placeholder: words,
      value: filter,
      'data-key': 'filter',
      'data-filter': true,
    });
  }

  #section(section: Section): Built {
    const { id, title, chart, notes } = section;
    const drawn = chart && drawChart(chart, title, this.#drawing(id));
    const rows = tablePart(this, section);
    const shown: Content[] =
      drawn === undefined
        ? [rows]
        : [
            h(
              'div',
              { class: 'scroll', 'data-group': chart?.kind === 'network' ? 'plane' : 'row', 'aria-describedby': HINT },
              drawn,
            ),
            h(
              'details',
              { 'data-key': `${id}/details` },
              h('summary', { 'data-key': `${id}/summary` }, t('As a table')),
              rows,
            ),
          ];
    return h(
      'section',
      { 'aria-labelledby': `h ${id}`.replaceAll(' ', '-') },
      h(
        'div',
        { class: 'head' },
        h('h2', { id: `h ${id}`.replaceAll(' ', '-') }, title),
        this.button({ kind: 'copy', section: id }, `${id}/copy`, t('Copy as CSV'), SMALL),
        this.button({ kind: 'csv', section: id }, `${id}/csv`, t('Save as CSV…'), SMALL),
        chart ? this.button({ kind: 'picture', section: id }, `${id}/svg`, t('Save as SVG…'), SMALL) : undefined,
      ),
      notes.map((note) => h('p', { class: 'note' }, note)),
      shown,
    );
  }

  #drawing(section: string): Drawing {
    let count = 0;
    return {
      ...this.context,
      item: (item, { x, y }) => {
        const key = `${section}/chart/${count++}`;
        return {
          'data-key': key,
          ...this.goes(item, key),
          role: 'button',
          'aria-label': item.title,
          tabindex: count === 1 ? 0 : -1,
          'data-x': Math.round(x),
          'data-y': Math.round(y),
        };
      },
    };
  }

  /** A wish for the other order, or for the order of another column. */
  sorts(section: string, column: number): Wish {
    const known: Sorting | undefined = this.model.state.sorting;
    const isSame = known?.section === section && known.column === column;
    return this.show({
      limit: this.model.state.limit,
      sorting: { section, column, isDescending: isSame ? !known.isDescending : false },
    });
  }

  /** A wish for more rows. */
  more(): Wish {
    return this.show({ limit: Math.min(MOST_ROWS, this.model.state.limit * 5) });
  }
}
