import assert from 'node:assert/strict';
import { until } from '../support/until.ts';
import { Workbench } from '../support/workbench.ts';
import { filed } from './filed.ts';

const ARTICLE = 'putin-china-visit.article';

describe('a reader asks what was said and when', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ folder: 'samples', file: ARTICLE });
  });
  after(() => workbench.close());

  it('hovers over a relative date and is told the day, and the date it was counted from', async () => {
    const hover = plain(await workbench.hoverOver('a week ago'));
    assert.match(hover, /Tuesday, 7 May 2024/);
    assert.match(hover, /14 May 2024, from the front matter/);
    await workbench.screenshot('journey-date-hover');
    await workbench.page.mouse.move(700, 780);
  });

  it('sees that day within the text too', async () => {
    const lines = workbench.page.locator('.monaco-editor .view-lines').first();
    await until('an inlay hint', async () => plain(await lines.innerText()).includes('Tuesday, 7 May 2024'));
  });

  it('hovers over an amount and reads it in words', async () => {
    const hover = plain(await workbench.hoverOver('$300 million'));
    assert.match(hover, /more than 300 million US dollars/);
    await workbench.page.mouse.move(700, 780);
  });

  it('hovers over words without quotation marks and is told whose they are', async () => {
    const hover = plain(await workbench.hoverOver('There are clear signs'));
    assert.match(hover, /Nathaniel Sher/);
    assert.match(hover, /Direct: these very words, by “told”/);
    await workbench.screenshot('journey-quotation-hover');
    await workbench.page.mouse.move(700, 780);
  });

  it('finds quotations under their speaker in the tree, and accepts those of one', async () => {
    await workbench.command('View: Show Newsmark');
    await workbench.command('Newsmark: Focus on Entities View').catch(() => undefined);
    await until('the tree to be filled', async () => (await workbench.tree()).some((row) => row.startsWith('People')));
    await workbench.page.locator('.part.sidebar .action-label[aria-label="Collapse All"]').first().click();
    await workbench.treeRow('Quotations').click();
    await workbench.press('ArrowRight');
    const rows = await until('the speakers', async () => {
      const shown = await workbench.tree();
      return shown.some((row) => row.startsWith('Dennis Wilder')) && shown;
    });
    assert.ok(
      rows.some((row) => row.startsWith('Alicja Bachulska')),
      rows.join('\n'),
    );
    await workbench.treeRow('Nathaniel Sher').click();
    await workbench.press('ArrowRight');
    await workbench.screenshot('journey-quotations-tree');
    const row = workbench.treeRow('Nathaniel Sher');
    await row.hover();
    await row.getByRole('button', { name: /Accept Mention/ }).click();
    const decisions = await filed(workbench, ARTICLE, 1);
    assert.match(decisions.join(), /There are clear signs .* QUOTATION accepted/s);
  });
});

/** Hovers put no-break spaces between words. */
function plain(words: string): string {
  return words.replaceAll('\u00a0', ' ');
}
