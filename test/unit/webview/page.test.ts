import assert from 'node:assert/strict';
import { DatedCollector } from '../../../src/core/insights/dated';
import { FrequencyCount } from '../../../src/core/insights/frequent';
import { frequentView } from '../../../src/core/insights/frequentView';
import { isPicture } from '../../../src/core/insights/picture';
import { ProfileCollector } from '../../../src/core/insights/profile';
import { profileView } from '../../../src/core/insights/profileView';
import { readFromPage } from '../../../src/core/insights/readFromPage';
import { timelineView } from '../../../src/core/insights/timelineView';
import type { ViewModel } from '../../../src/core/insights/viewModel';
import { drawChart } from '../../../src/webview/charts/chart';
import { networkLayout } from '../../../src/webview/charts/networkLayout';
import { paletteOf } from '../../../src/webview/charts/palette';
import { attributesOf, type Built, type Content, h, toMarkup } from '../../../src/webview/element';
import { drawPage, type Page } from '../../../src/webview/page';
import { nextItem } from '../../../src/webview/roving';
import { ARTICLES, article, CORPUS, context } from '../core/insights/sample';

const HOSTILE = '<img src=x onerror=alert(1)> & "co"';

function profile(): ViewModel {
  const collector = new ProfileCollector(CORPUS, 'PERSON|Vladimir Putin');
  for (const each of ARTICLES) collector.add(each);
  collector.add(
    article('file:///h', '2024-07-03', [
      [
        ['Vladimir Putin', 'PERSON'],
        [HOSTILE, 'ORG'],
      ],
    ]),
  );
  return profileView(collector, context());
}

const draw = (model: ViewModel): Page => {
  const palette = paletteOf(model.labels, (property) => `var(${property})`, false);
  return drawPage(model, { palette, width: 700, language: 'en' });
};

/** An element and all that are in it. */
function within(node: Content): Built[] {
  return typeof node === 'string' ? [] : [node, ...node.children.flatMap(within)];
}

const all = (page: Page, tag: string) => within(page.content).filter((element) => element.tag === tag);
const items = (page: Page) => within(page.content).filter(({ attributes }) => attributes.class === 'item');

describe('the page with views', () => {
  it('has every item by keyboard: one of a group by Tab, the others by arrows, each with a name', () => {
    const page = draw(profile());
    const groups = within(page.content).filter(({ attributes }) => attributes['data-group'] !== undefined);
    assert.ok(groups.length >= 6);
    for (const group of groups) {
      const own = within(group).filter(
        (element) => element.attributes.class === 'item' || element.attributes['data-item'] === true,
      );
      if (own.length > 0) assert.equal(own.filter(({ attributes }) => attributes.tabindex === 0).length, 1);
    }
    for (const { attributes } of items(page)) {
      assert.equal(attributes.role, 'button');
      assert.match(String(attributes['aria-label']), /\w/);
    }
  });

  it('wishes nothing but what the panel does', () => {
    const { wishes, content } = draw(profile());
    assert.ok(wishes.length > 20);
    for (const wish of wishes)
      if (wish.kind !== 'picture')
        assert.deepEqual(readFromPage(JSON.parse(JSON.stringify(wish))), JSON.parse(JSON.stringify(wish)));
    for (const { attributes } of within(content))
      if (attributes['data-do'] !== undefined) assert.ok(wishes[Number(attributes['data-do'])]);
  });

  it('has a table for each chart, and headings that say how it is sorted', () => {
    const model = profile();
    const sorted = draw({
      ...model,
      state: { ...model.state, sorting: { section: 'articles', column: 0, isDescending: true } },
    });
    assert.equal(all(sorted, 'table').length, model.sections.length);
    assert.equal(all(sorted, 'svg').length, 2);
    assert.deepEqual(
      all(sorted, 'th').flatMap(({ attributes }) => attributes['aria-sort'] ?? []),
      ['descending'],
    );
  });

  it('shows words of the articles as words', () => {
    const page = draw(profile());
    assert.deepEqual(all(page, 'img'), []);
    const markup = toMarkup(page.content);
    assert.ok(markup.includes('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;co&quot;'));
    assert.ok(!markup.includes('<img'));
    const names = new Set(within(page.content).flatMap((element) => attributesOf(element).map(([name]) => name)));
    for (const name of names) assert.doesNotMatch(name, /^on|^style$|^href$|^src$/);
  });

  it('has its keys apart, so that the focus is found again', () => {
    const keys = within(draw(profile()).content).flatMap(({ attributes }) => attributes['data-key'] ?? []);
    assert.equal(new Set(keys).size, keys.length);
  });

  it('has one for whatever can have the focus, so that a view that is drawn anew does not lose it', () => {
    const elements = within(draw(profile()).content);
    const canBeFocused = ({ tag, attributes }: Built) =>
      ['button', 'select', 'input', 'summary'].includes(tag) || attributes.tabindex !== undefined;
    assert.deepEqual(
      elements.filter((each) => canBeFocused(each) && attributesOf(each).every(([name]) => name !== 'data-key')),
      [],
    );
  });

  it('draws an empty view, and one that is being read', () => {
    const dated = timelineView(new DatedCollector(CORPUS), { ...context({ view: 'timeline' }), read: 0.5 });
    assert.match(toMarkup(draw(dated).content), /Reading the articles: 50 %/);
    const empty = frequentView(new FrequencyCount(CORPUS).frequencies, context({ view: 'frequent' }));
    assert.match(toMarkup(draw(empty).content), /There is nothing to show here/);
  });
});

describe('a chart', () => {
  it('is a picture for a file, with colors and without anything to press', () => {
    const model = profile();
    const palette = paletteOf(model.labels, () => '#123456', true);
    for (const { chart } of model.sections) {
      if (!chart) continue;
      const drawn = toMarkup(drawChart(chart, HOSTILE, { palette, width: 800, language: 'de', item: () => ({}) }));
      assert.ok(isPicture(drawn), drawn);
      assert.ok(!drawn.includes('var('));
      assert.doesNotMatch(drawn, /NaN|undefined|Infinity/);
    }
  });

  it('of a network has the same places every time, within the picture', () => {
    const chart = profile().sections.find(({ id }) => id === 'network')?.chart;
    assert.ok(chart?.kind === 'network');
    const size = { width: 700, height: 420 };
    const places = networkLayout(chart, size);
    assert.deepEqual(places, networkLayout(chart, size));
    for (const { x, y } of places) assert.ok(x >= 0 && x <= size.width && y >= 0 && y <= size.height);
  });

  it('takes a label’s own colors, by the kind of theme', () => {
    const looks = [{ id: 'SHIP', plural: 'Ships', color: 'unknown', own: { light: '#111111', dark: '#eeeeee' } }];
    assert.equal(paletteOf(looks, String, false).label('SHIP'), '#111111');
    assert.equal(paletteOf(looks, String, true).label('SHIP'), '#eeeeee');
    assert.equal(paletteOf(looks, String, true).label('ELSE'), '--vscode-newsmark-unknown');
  });
});

describe('arrow keys', () => {
  const spots = [
    { x: 0, y: 0 },
    { x: 100, y: 10 },
    { x: 10, y: 100 },
    { x: 200, y: 0 },
  ];

  it('go along a row, and end at its ends', () => {
    assert.equal(nextItem(spots, 0, 'ArrowDown', false), 1);
    assert.equal(nextItem(spots, 0, 'ArrowLeft', false), undefined);
    assert.equal(nextItem(spots, 3, 'ArrowRight', false), undefined);
    assert.equal(nextItem(spots, 2, 'Home', false), 0);
    assert.equal(nextItem(spots, 0, 'End', false), 3);
  });

  it('go to what is nearest in their direction on a plane', () => {
    assert.equal(nextItem(spots, 0, 'ArrowRight', true), 1);
    assert.equal(nextItem(spots, 0, 'ArrowDown', true), 2);
    assert.equal(nextItem(spots, 3, 'ArrowLeft', true), 1);
    assert.equal(nextItem(spots, 0, 'ArrowUp', true), undefined);
    assert.equal(nextItem(spots, 0, 'x', true), undefined);
  });
});

describe('markup', () => {
  it('escapes, and leaves out what XML has not', () => {
    assert.equal(
      toMarkup(h('a', { b: '<"\'&', c: true, d: false, e: undefined }, 'x\u0000y\ufffe<z>')),
      '<a b="&lt;&quot;&#39;&amp;" c="">xy&lt;z&gt;</a>',
    );
  });
});
