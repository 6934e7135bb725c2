import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { until } from '../support/until.ts';
import { Workbench } from '../support/workbench.ts';

const ARTICLE = 'putin-china-visit.article';

/** Words that would do something on a page that took them for markup. */
const HOSTILE = [
  'Visit to <img src=x onerror=alert(1)> Beijing',
  '',
  'BEIJING, May 14, 2024 — Vladimir <img src=x onerror=alert(1)> Putin met Xi Jinping in Beijing on May 16.',
  '',
  '"We paid $300 million <script>alert(1)</script> to the bank," Vladimir Putin said in Beijing.',
].join('\n');

describe('a reader looks at a corpus', () => {
  let workbench: Workbench;
  let dialogs = 0;

  before(async () => {
    workbench = await Workbench.open({
      folder: 'samples',
      file: ARTICLE,
      size: { width: 1500, height: 900 },
      prepare: (folder) => writeFileSync(path.join(folder, 'hostile.article'), HOSTILE),
    });
    workbench.page.on('dialog', () => dialogs++);
    await until('the article to be read', async () => /open/.test(await workbench.page.innerText('.part.statusbar')));
  });
  after(() => workbench.close());

  /** The page in the panel, once it shows something. */
  const frame = (): Promise<Frame> =>
    until('the page with views', async () => {
      for (const each of workbench.page.frames()) {
        // A frame that goes away while it is asked has no page.
        const count = await each
          .locator('main h1')
          .count()
          .catch(() => 0);
        if (count > 0) return each;
      }
      return undefined;
    });
  const headed = (title: string) =>
    until(`the view “${title}”`, async () => (await (await frame()).locator('h1').innerText()) === title);
  const section = (page: Frame, title: string): Locator =>
    page.locator('section').filter({ has: page.locator('h2', { hasText: title }) });
  const focused = async () => (await (await frame()).locator(':focus').getAttribute('aria-label')) ?? '';
  const activeTab = () => workbench.page.locator('.part.editor .tab.active.selected').allInnerTexts();
  const inStatus = (words: RegExp) =>
    until(`${words} in the status bar`, async () => words.test(await workbench.page.innerText('.part.statusbar')));

  it('opens the profile of the name at the cursor', async () => {
    await workbench.click('Nathaniel Sher');
    await workbench.command('Newsmark: Show Profile');
    await headed('Nathaniel Sher');
    const page = await frame();
    await until('all articles to be read', async () => (await page.locator('[role=status]').count()) === 0);
    for (const title of ['Mentions over time', 'Named in one sentence with', 'Quotations', 'Articles'])
      assert.equal(await section(page, title).count(), 1, title);
    await workbench.screenshot('journey-profile');
  });

  it('goes through the network by arrow keys, to another profile by P, and back', async () => {
    const page = await frame();
    const nodes = section(page, 'Named in one sentence with').locator('.item');
    assert.ok((await nodes.count()) > 2);
    assert.equal(await section(page, 'Named in one sentence with').locator('.item[tabindex="0"]').count(), 1);
    await nodes.first().focus();
    assert.match(await focused(), /^Nathaniel Sher: 2 mentions/);
    await workbench.press('End');
    const other = /^(.+): \d+ sentence/.exec(await focused())?.[1];
    assert.ok(other && other !== 'Nathaniel Sher');
    await workbench.press('p');
    await headed(other);
    await (await frame()).getByRole('button', { name: 'Back' }).click();
    await headed('Nathaniel Sher');
  });

  it('goes to the place in the text by Enter', async () => {
    const page = await frame();
    await section(page, 'Quotations').locator('tbody button').first().focus();
    await workbench.press('Enter');
    await inStatus(/\(\d+ selected\)/);
    assert.match((await activeTab()).join(), /putin-china-visit/);
  });

  it('hears of charts and tables what they say', async () => {
    const page = await frame();
    assert.equal(await page.getByRole('table', { name: 'Articles' }).count(), 1);
    assert.equal(await page.getByRole('group', { name: 'Mentions over time' }).count(), 1);
    const first = page.getByRole('group', { name: 'Mentions over time' }).getByRole('button').first();
    assert.match((await first.getAttribute('aria-label')) ?? '', /14 May 2024: 2 mentions/);
    await section(page, 'Mentions over time').getByText('As a table').click();
    await page.getByRole('table', { name: 'Mentions over time' }).waitFor();
  });

  it('finds figures by words, sorts them, and copies them as CSV', async () => {
    await workbench.command('Newsmark: Show Table of Figures');
    await headed('Figures');
    const page = await frame();
    const rows = page.locator('tbody tr');
    const all = await rows.count();
    await page.getByRole('searchbox').fill('US dollars');
    await until('fewer rows', async () => (await rows.count()) < all && (await rows.count()) > 0);
    await page.getByRole('button', { name: 'Value', exact: true }).click();
    await page.locator('th[aria-sort=ascending]').waitFor();
    await page.getByRole('button', { name: 'Copy as CSV' }).click();
    await inStatus(/Copied as CSV/);
    await workbench.screenshot('journey-figures');
  });

  it('sees when things happened, in all articles', async () => {
    await workbench.command('Newsmark: Show Timeline');
    await headed('Timeline');
    const page = await frame();
    const ofOne = await page.locator('tbody tr').count();
    await page.getByRole('button', { name: 'All articles' }).click();
    await until('more dates', async () => (await page.locator('tbody tr').count()) > ofOne);
    assert.match(await section(page, 'Dated events').innerText(), /Thursday, 16 May 2024/);
    await workbench.screenshot('journey-timeline');
  });

  it('is shown the words of a hostile article as words', async () => {
    await workbench.command('Newsmark: Show Most Frequent Names');
    await headed('Most frequent');
    const page = await frame();
    await workbench.screenshot('journey-frequent');
    await page.getByRole('button', { name: 'Timeline', exact: true }).click();
    await headed('Timeline');
    await page.getByRole('searchbox').fill('onerror');
    await until('the hostile article', async () =>
      (await section(page, 'Dated events').innerText()).includes('<img src=x'),
    );
    assert.equal(await page.locator('main img, main script, main a, main iframe').count(), 0);
    assert.equal(dialogs, 0);
  });

  it('saves a picture', async () => {
    const page = await frame();
    await page.getByRole('searchbox').fill('');
    await section(page, 'Dates over time').getByRole('button', { name: 'Save as SVG…' }).click();
    const target = path.join(workbench.folder, 'Timeline-Dates-over-time.svg');
    await workbench.page.locator('.quick-input-widget input').first().waitFor();
    await workbench.acceptDialog();
    await until('the picture', () => existsSync(target));
    const picture = readFileSync(target, 'utf8');
    assert.match(picture, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.doesNotMatch(picture, /var\(|data-do/);
  });

  it('has the view again after the window was loaded anew', async () => {
    await workbench.reload();
    await headed('Timeline');
    const page = await frame();
    await until('its dates', async () => (await page.locator('tbody tr').count()) > 5);
  });
});

describe('a reader who trusts nobody, in a browser', () => {
  it('looks at a corpus too', async () => {
    const workbench = await Workbench.open({ folder: 'samples', file: ARTICLE, kind: 'web', trust: false });
    try {
      await until('the article to be read', async () => /open/.test(await workbench.page.innerText('.part.statusbar')));
      await workbench.command('Newsmark: Show Most Frequent Names');
      await until('bars', async () => {
        const counts = workbench.page.frames().map((each) =>
          each
            .locator('.chart .item')
            .count()
            .catch(() => 0),
        );
        return (await Promise.all(counts)).some((count) => count > 10);
      });
    } finally {
      await workbench.close();
    }
  });
});
