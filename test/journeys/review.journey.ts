import assert from 'node:assert/strict';
import { until } from '../support/until.ts';
import { Workbench } from '../support/workbench.ts';
import { filed, status } from './filed.ts';

const ARTICLE = 'putin-china-visit.article';

describe('a reader reviews an article by keyboard alone', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ folder: 'samples', file: ARTICLE });
    await until('the article to be read', async () => /open/.test(await status(workbench)));
  });
  after(() => workbench.close());

  it('enters review mode and is shown the first suggestion', async () => {
    await workbench.press('Control+1', 'Control+Home', 'Alt+M', 'v');
    assert.match(await line(workbench, /\?/), /^Group\? · Enter yes · Backspace no .* \? keys$/);
    const spoken = workbench.page.getByRole('status', { name: /Group\?, “Russian”, 0 done, \d+ left/ });
    assert.equal(await spoken.count(), 1, 'a screen reader is told');
  });

  it('decides with one key each', async () => {
    await workbench.press('Enter');
    assert.deepEqual(await filed(workbench, ARTICLE, 1), ['Russian NORP accepted']);
    await line(workbench, /^Person\?/);
    await workbench.press('Shift+Enter');
    const putin = await filed(workbench, ARTICLE, 12);
    assert.ok(putin.includes('Putin PERSON accepted'), putin.join());
    await workbench.screenshot('review');
  });
});

/** What the line of review mode says. */
async function line(workbench: Workbench, fits: RegExp): Promise<string> {
  const item = workbench.page.locator('.part.statusbar [id$=".newsmark.review"]');
  return until(`the line to fit ${fits}`, async () => {
    const text = (await item.count()) > 0 ? (await item.first().innerText()).trim() : '';
    return fits.test(text) && text;
  });
}
