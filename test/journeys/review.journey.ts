import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
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

  it('decides with one key each, for a whole entity too', async () => {
    await workbench.press('Enter');
    assert.deepEqual(await filed(workbench, ARTICLE, 1), ['Russian NORP accepted']);
    await line(workbench, /^Person\?/);
    await workbench.screenshot('review');
    await workbench.press('Shift+Enter');
    const all = await until('all of Putin to be accepted', async () => {
      const decisions = await decided(workbench);
      return decisions.length > 5 && decisions;
    });
    assert.ok(
      all.every((decision) => /Russian|Putin/.test(decision) && decision.endsWith('accepted')),
      all.join(),
    );
    await line(workbench, /^Place\?/);
  });

  it('rejects, undoes and redoes on the usual keys', async () => {
    const before = (await decided(workbench)).length;
    await workbench.press('Backspace');
    assert.ok((await filed(workbench, ARTICLE, before + 1)).includes('China GPE rejected'));
    await workbench.press('Control+z');
    await filed(workbench, ARTICLE, before);
    await line(workbench, /^Place\?/);
    await workbench.press('Control+y');
    await filed(workbench, ARTICLE, before + 1);
    await workbench.press('z');
    await filed(workbench, ARTICLE, before);
  });

  it('widens a suggestion word by word and gives it another label', async () => {
    const before = (await decided(workbench)).length;
    await workbench.press('ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'ArrowLeft');
    await workbench.press('e');
    const decisions = await filed(workbench, ARTICLE, before + 1);
    assert.ok(decisions.includes('to China EVENT accepted'), decisions.join());
    await workbench.press('z');
    await filed(workbench, ARTICLE, before);
  });

  it('changes nothing of the article by typing', async () => {
    const text = await readFile(path.join(workbench.folder, ARTICLE), 'utf8');
    await workbench.press('b', '-', '.', 'Control+v');
    await workbench.press('Control+s');
    assert.equal(await readFile(path.join(workbench.folder, ARTICLE), 'utf8'), text);
    await line(workbench, /^Place\?/);
  });

  it('marks words that nobody proposed, found with the editor’s own search', async () => {
    const before = (await decided(workbench)).length;
    await workbench.selectWords('supply chains');
    await line(workbench, /^Not marked/);
    await workbench.press('t');
    const decisions = await filed(workbench, ARTICLE, before + 1);
    assert.ok(decisions.includes('supply chains PRODUCT accepted'), decisions.join());
    await line(workbench, /\? ·/);
  });

  it('marks a name everywhere, once the list of places is agreed to', async () => {
    const before = (await decided(workbench)).length;
    await workbench.selectWords('trip');
    await line(workbench, /^Not marked/);
    await workbench.press('Shift+e');
    const rows = await until('the list of places', async () => {
      const places = await workbench.choices();
      return places.length >= 2 && places.every((row) => row.includes('trip')) && places;
    });
    await workbench.screenshot('everywhere');
    await workbench.accept();
    const decisions = await filed(workbench, ARTICLE, before + rows.length);
    assert.equal(decisions.filter((decision) => decision === 'trip EVENT accepted').length, rows.length);
    await workbench.press('z');
    await filed(workbench, ARTICLE, before);
  });

  it('is told the keys, and can do what they do from there', async () => {
    await workbench.press('?');
    // The list before this one may still be fading.
    await until('the list of keys', async () =>
      (await workbench.choices()).some((row) => row.includes('Skip: go to the next undecided one')),
    );
    await workbench.screenshot('review-keys');
    await workbench.choose('Leave review mode', (row) => row.includes('Leave review mode'));
    await until('review mode to end', async () => (await lineNow(workbench)) === '');
  });

  it('types again outside of the mode', async () => {
    await workbench.press('Control+1', 'Control+Home', 'x');
    const first = workbench.page.locator('.monaco-editor .view-line').first();
    await until('what is typed to be there', async () => (await first.innerText()).startsWith('x'));
    await workbench.press('Control+z');
    await until('it to be undone', async () => (await first.innerText()).startsWith('-'));
  });

  it('leaves with Escape as well', async () => {
    await workbench.press('Alt+M', 'v');
    await line(workbench, /\?/);
    await workbench.press('Escape');
    await until('review mode to end', async () => (await lineNow(workbench)) === '');
  });
});

/** What the line of review mode says; empty where it is not there. */
async function lineNow(workbench: Workbench): Promise<string> {
  const [text = ''] = await workbench.page.locator('[id$="newsmark.review"]').allInnerTexts();
  return text.trim();
}

function line(workbench: Workbench, fits: RegExp): Promise<string> {
  return until(`the line to fit ${fits}`, async () => {
    const text = await lineNow(workbench);
    return fits.test(text) && text;
  });
}

async function decided(workbench: Workbench): Promise<string[]> {
  const raw = await readFile(path.join(workbench.folder, `${ARTICLE}.newsmark.json`), 'utf8');
  const { annotations }: { annotations: { quote: string; label: string; status: string }[] } = JSON.parse(raw);
  return annotations.map(({ quote, label, status: verdict }) => `${quote} ${label} ${verdict}`);
}
