import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { type Accessible, accessibleThings } from '../support/accessibility.ts';
import { until } from '../support/until.ts';
import { Workbench } from '../support/workbench.ts';
import { filed } from './filed.ts';

const ARTICLE = 'putin-china-visit.article';

describe('a reader who does not see the screen', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({
      folder: 'samples',
      file: ARTICLE,
      settings: { 'workbench.colorTheme': 'Default High Contrast', 'newsmark.labelNames': true },
    });
  });
  after(() => workbench.close());

  const things = () => accessibleThings(workbench.page);
  const until1 = (what: string, fits: (thing: Accessible) => boolean) =>
    until(what, async () => (await things()).find(fits));

  it('hears from the status bar how much is decided', async () => {
    const status = await until1(
      'the status',
      ({ role, name }) => role === 'button' && /^Newsmark: \d+ decided, [1-9]\d* open$/.test(name),
    );
    assert.match(status.name, /^Newsmark: 0 decided/);
  });

  it('goes to the tree by keyboard and hears of every row what it is, how many, and what is open', async () => {
    await workbench.command('Newsmark: Focus on Entities View');
    const row = await until1('a row for people', ({ role, name }) => role === 'treeitem' && name.startsWith('People'));
    assert.match(row.name, /^People, \d+ mentions, \d+ undecided$/);
    assert.deepEqual([row.level, row.isExpanded], [1, true]);
    const rows = (await things()).filter(({ role, level }) => role === 'treeitem' && level > 0);
    const entity = rows.find(({ name }) => name.includes('Vladimir Putin'));
    assert.match(entity?.name ?? '', /^Person Vladimir Putin, \d+ mentions, \d+ undecided$/);
    assert.equal(entity?.level, 2);
    for (const { name } of rows) assert.match(name, /\w/, 'no row without a name');
  });

  it('unfolds an entity and hears a mention with its status, line and context', async () => {
    await workbench.press('Home', 'ArrowDown', 'ArrowRight');
    const mention = await until1('a mention', ({ role, level }) => role === 'treeitem' && level === 3);
    assert.match(mention.name, /^Person .+, undecided, line \d+, .+/);
    assert.equal(mention.isExpanded, undefined);
    await workbench.press('ArrowDown');
  });

  it('accepts there by keyboard, and hears that it is accepted', async () => {
    await workbench.press('Control+Enter');
    await filed(workbench, ARTICLE, 1);
    await until1('the accepted mention', ({ role, level, name }) => {
      return role === 'treeitem' && level === 3 && name.includes(', accepted, ');
    });
    await until1('the status to count it', ({ name }) => /^Newsmark: 1 decided, \d+ open$/.test(name));
  });

  it('marks words by keyboard from a list that says what each label is, and by which key', async () => {
    await workbench.press('Control+1', 'Control+Home', ...Array(5).fill('ArrowDown'), 'Alt+M', 'Space');
    const option = await until1('the labels', ({ role, name }) => role === 'option' && /Facility/.test(name));
    assert.match(option.name, /FAC · key f/);
    assert.match(option.name, /Buildings/);
    await workbench.press('Escape');
  });

  it('is not left to colors: names, figures and decisions differ by their lines, and labels are written out', async () => {
    const { page } = workbench;
    const lines = await until('marks of every kind in the text', async () => {
      const styles = await stylesOf(page.locator('.monaco-editor .cdr[class*="ced-"]'), 'border-bottom-style');
      const found = new Set(styles);
      return found.has('solid') && found;
    });
    for (const line of ['dotted', 'dashed', 'solid']) assert.ok(lines.has(line), `${line} among ${[...lines].join()}`);
    const written = (await page.locator('.monaco-editor .view-lines').innerText()).replaceAll('\u00a0', ' ');
    for (const label of ['Antony BlinkenPERSON', 'a week agoDATE · Tuesday, 7 May 2024'])
      assert.ok(written.includes(label), written);
    await workbench.screenshot('journey-accessibility');
  });
});

/** How elements are drawn. */
function stylesOf(elements: Locator, property: string): Promise<string[]> {
  return elements.evaluateAll((all, name) => {
    const page = globalThis as unknown as { getComputedStyle(of: unknown): { getPropertyValue(name: string): string } };
    return all.map((element) => page.getComputedStyle(element).getPropertyValue(name));
  }, property);
}
