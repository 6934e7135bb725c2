import assert from 'node:assert/strict';
import { until } from '../support/until.ts';
import { Workbench } from '../support/workbench.ts';
import { filed, status } from './filed.ts';

const ARTICLE = 'putin-china-visit.article';

describe('a reader annotates an article', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ folder: 'samples', file: ARTICLE });
  });
  after(() => workbench.close());

  it('sees it highlighted and listed in the tree', async () => {
    await workbench.command('View: Show Newsmark');
    const rows = await until('the tree to be filled', async () => {
      const shown = await workbench.tree();
      return shown.some((row) => row.startsWith('Vladimir Putin')) && shown;
    });
    assert.ok(rows.some((row) => row.startsWith('People')));
    assert.ok(rows.some((row) => row.startsWith('Carnegie Russia Eurasia Center')));
    const marks = workbench.page.locator('.monaco-editor [class*="ced-"]');
    await until('marks in the text', async () => (await marks.count()) > 20);
    assert.match(await status(workbench), /0 decided/);
  });

  it('hovers over Nathaniel Sher and is told who he is', async () => {
    const hover = await workbench.hoverOver('Nathaniel Sher');
    assert.match(hover, /Nathaniel\sSher — Person/);
    assert.match(hover, /2 times in this article/);
    assert.match(hover, /Accept/);
    await workbench.page.mouse.move(700, 780);
  });

  it('accepts him in the tree', async () => {
    const row = workbench.treeRow('Nathaniel Sher');
    await row.hover();
    await row.getByRole('button', { name: /Accept Mention/ }).click();
    assert.deepEqual(await filed(workbench, ARTICLE, 2), ['Nathaniel Sher PERSON accepted', 'Sher PERSON accepted']);
    await until('the status bar to count it', async () => /2 decided/.test(await status(workbench)));
  });

  it('adds Power of Siberia-2 by key', async () => {
    await workbench.selectWords('Power of Siberia-2');
    await workbench.select('Power of Siberia-2');
    await workbench.press('Alt+M', 't');
    const decisions = await filed(workbench, ARTICLE, 3);
    assert.ok(decisions.includes('Power of Siberia-2 PRODUCT accepted'), decisions.join());
  });

  it('rejects one by key', async () => {
    await workbench.selectWords('Georgetown University');
    await workbench.click('Georgetown University');
    await workbench.press('Alt+M', 'Backspace');
    const decisions = await filed(workbench, ARTICLE, 4);
    assert.ok(decisions.includes('Georgetown University ORG rejected'), decisions.join());
  });

  it('undoes that and does it again, by key', async () => {
    await workbench.press('Alt+M', 'z');
    await filed(workbench, ARTICLE, 3);
    await workbench.press('Alt+M', 'y');
    await filed(workbench, ARTICLE, 4);
  });

  it('finds it all there after the window is loaded again', async () => {
    await workbench.reload();
    await until('the decisions to be counted', async () => /4 decided/.test(await status(workbench)));
    await workbench.command('View: Show Newsmark');
    const rows = await until('the tree to be filled', async () => {
      const shown = await workbench.tree();
      return shown.some((row) => row.startsWith('Nathaniel Sher')) && shown;
    });
    assert.ok(!rows.some((row) => row.startsWith('Georgetown University')), rows.join('\n'));
    await workbench.selectWords('Nathaniel Sher');
    const hover = await workbench.hoverOver('Nathaniel Sher');
    assert.match(hover.replaceAll('\u00a0', ' '), /Accepted on \d{4}-\d\d-\d\d/);
    await workbench.screenshot('journey-annotate');
  });
});
