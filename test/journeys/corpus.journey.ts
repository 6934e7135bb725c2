import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateCorpus } from '../support/corpusGenerator.ts';
import { until } from '../support/until.ts';
import { Workbench } from '../support/workbench.ts';

/** How many made-up articles lie beside those that the journey is about; NEWSMARK_ARTICLES=10000 for many. */
const ARTICLES = Number(process.env.NEWSMARK_ARTICLES ?? 300);

/** How long they may take to be indexed. */
const PATIENCE = 60_000 + ARTICLES * 100;

const VISIT = `---
published: 2024-06-01
---

Orlovskaya sees the trade grow

Ludmila Orlovskaya, an analyst in Ulaanbaatar, said that the border had been busy this year.

Trade between Mongolia and Kazakhstan reached $4.2 billion in 2023. A road of 320 kilometers is to join the two.
`;

const story = (day: number, amount: string) => `---
published: 2024-04-${String(day).padStart(2, '0')}
---

The Altai Corridor takes shape

Ludmila Orlovskaya came to the Altai Corridor on Monday with a delegation of the ministry.

Trade between Mongolia and Kazakhstan reached $${amount} billion in 2023.
`;

const DAYS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const fileOf = (day: number) => `2024-04-0${day}-corridor.txt`;

/** The corridor in the text is a building to some and a product to others; the one in the headline is undecided. */
function sidecarOf(day: number, text: string): string {
  const start = text.indexOf('Altai Corridor takes') + 'Altai Corridor takes shape\n\n'.length;
  const at = text.indexOf('Altai Corridor', start);
  const label = day > 6 ? 'PRODUCT' : 'FAC';
  const words = { quote: 'Altai Corridor', prefix: text.slice(at - 32, at), suffix: text.slice(at + 14, at + 46) };
  const annotation = { id: 'a', start: at, end: at + 14, ...words, label, status: 'accepted' };
  return `${JSON.stringify({ newsmark: 1, entities: [], annotations: [annotation] })}\n`;
}

function fill(folder: string): void {
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  for (const { path: name, text, sidecar } of generateCorpus(ARTICLES)) {
    write(path.join('archive', name), text);
    if (sidecar !== undefined) write(path.join('archive', `${name}.newsmark.json`), sidecar);
  }
  for (const day of DAYS) {
    const text = story(day, day === 9 ? '5.9' : '4.2');
    write(fileOf(day), text);
    write(`${fileOf(day)}.newsmark.json`, sidecarOf(day, text));
  }
  write('2024-06-01-visit.txt', VISIT);
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe(`a reader among ${ARTICLES} articles`, () => {
  let workbench: Workbench;

  before(async function () {
    this.timeout(PATIENCE);
    const settings = { 'workbench.colorTheme': 'Default Light Modern', 'editor.lineNumbers': 'off' };
    workbench = await Workbench.open({ folder: 'samples', file: '2024-06-01-visit.txt', prepare: fill, settings });
  });
  after(() => workbench.close());

  const labelsNow = () =>
    DAYS.map((day) => {
      const sidecar = readFileSync(path.join(workbench.folder, `${fileOf(day)}.newsmark.json`), 'utf8');
      const { annotations }: { annotations: { label: string }[] } = JSON.parse(sidecar);
      return annotations.map(({ label }) => label).join();
    });

  it('is told on hover where else somebody is, with whom, and goes there', async function () {
    this.timeout(PATIENCE * 2);
    const hover = await until(
      'all articles to be indexed',
      async () => {
        const text = plain(await workbench.hoverOver('Ludmila Orlovskaya'));
        return text.includes('In 10 articles of the workspace') && text;
      },
      PATIENCE,
    );
    assert.match(hover, /Together with: .*Altai Corridor, \w+ \(\d\)/);
    assert.match(hover, /2024-04-09 · The Altai Corridor takes shape/);
    assert.match(hover, /Ludmila Orlovskaya came to the Altai Corridor on Monday/);
    await workbench.screenshot('journey-corpus-hover');
    await workbench.page.locator('.monaco-hover:not(.hidden) a').filter({ hasText: '2024-04-09' }).first().click();
    await workbench.page
      .locator('.tab.active')
      .filter({ hasText: fileOf(9) })
      .first()
      .waitFor();
    await workbench.page.locator('.part.statusbar', { hasText: 'Ln 7, Col 1' }).waitFor();
  });

  it('compares a figure with those of other articles, and sees which one differs', async () => {
    await workbench.openFile('2024-06-01-visit.txt');
    const hover = plain(await workbench.hoverOver('$4.2 billion'));
    assert.match(hover, /trade, 2023: Mongolia, Kazakhstan/);
    assert.match(hover, /5\.9 billion US dollars in 2023 — 2024-04-09 .*\(differs for the same time\)/);
    assert.match(hover, /4\.2 billion US dollars in 2023 — 2024-04-08/);
    await workbench.screenshot('journey-corpus-figure');
    assert.match(plain(await workbench.hoverOver('320 kilometers')), /That is 200 miles/);
  });

  it('opens the profile of somebody with a key', async () => {
    await workbench.openFile('2024-06-01-visit.txt');
    await workbench.click('Ludmila Orlovskaya');
    await workbench.press('Alt+m', 'Shift+P');
    const page = await until('the profile', async () => {
      for (const frame of workbench.page.frames()) {
        // A frame that goes away while it is asked has no page.
        const titles: string[] = await frame
          .locator('main h1')
          .allInnerTexts()
          .catch(() => []);
        if (titles.includes('Ludmila Orlovskaya')) return frame;
      }
      return undefined;
    });
    assert.match(plain(await page.locator('main').innerText()), /10 articles/);
    await workbench.screenshot('journey-corpus-profile');
  });

  const list = () => workbench.tree('Consistency');
  const isOfCorridor = (text: string) => text.startsWith('Altai Corridor');
  const inList = (text: string) =>
    until(`“${text}” in the list`, async () => (await list()).find((row) => row.startsWith(text)));
  const row = (text: string) => workbench.treeRow(text, 'Consistency');

  it('sees in a list what is inconsistent, and goes to the places by keyboard', async function () {
    this.timeout(PATIENCE);
    await workbench.openFile('2024-06-01-visit.txt');
    await workbench.click('Ludmila Orlovskaya');
    await workbench.press('Alt+m', 'Shift+C');
    assert.match(plain((await inList('Altai Corridor')) ?? ''), /Facility \(6\) · Product \(3\) · Place \(9\)/);
    await until(
      'all articles to be indexed',
      async () => !/of \d+ articles/.test(plain(await workbench.page.innerText('.part.statusbar'))),
      PATIENCE,
    );
    // The list gets the room of the other one.
    await workbench.page.locator('.part.sidebar .pane-header', { hasText: 'Entities' }).click();
    await workbench.press('Alt+m', 'Shift+C');
    // Among many articles it is not the first one.
    await row('Altai Corridor').click();
    await inList('Product');
    await workbench.goDownTo('Product');
    await workbench.press('ArrowRight');
    await inList('2024-04-08');
    await workbench.screenshot('journey-corpus-list');
    await workbench.press('ArrowDown', 'ArrowDown', 'Enter');
    await workbench.page
      .locator('.tab.active')
      .filter({ hasText: fileOf(8) })
      .first()
      .waitFor();
    await workbench.page.locator('.part.statusbar', { hasText: /Ln 7, Col \d+ \(14 selected\)/ }).waitFor();
  });

  it('mends a name over many files after a preview, and takes it back', async function () {
    this.timeout(PATIENCE);
    await row('6 articles, 6 mentions').click();
    await workbench.press('Control+Enter');
    await until(
      'the preview',
      async () => (await workbench.choices()).some((each) => each.includes(fileOf(8))),
      PATIENCE,
    );
    const title = await workbench.page.locator('.quick-input-title').innerText();
    assert.equal(plain(title), '“Altai Corridor” becomes Facility in 9 articles');
    await workbench.screenshot('journey-corpus-preview');
    await workbench.accept();
    await until('the sidecars to be mended', () => labelsNow().every((labels) => labels === 'FAC,FAC'));
    await until('the message', async () =>
      (await workbench.notifications()).some((message) => message.includes('changed in 9 articles')),
    );
    await until('the finding to go', async () => !(await list()).some(isOfCorridor), PATIENCE);
    await workbench.command('Newsmark: Take Back What Was Mended Last');
    await until(
      'the sidecars to be as before',
      () => labelsNow().join(' ') === 'FAC FAC FAC FAC FAC FAC PRODUCT PRODUCT PRODUCT',
    );
    await until('the finding to be back', async () => (await list()).some(isOfCorridor), PATIENCE);
  });

  it('dismisses what is as it should be, for all who share the folder', async () => {
    await row('Altai Corridor').click();
    await workbench.press('Delete');
    const file = path.join(workbench.folder, 'newsmark.dismissed.jsonl');
    await until('the finding to go', async () => !(await list()).some(isOfCorridor));
    await workbench.press('End');
    await inList('Dismissed');
    assert.match(
      readFileSync(file, 'utf8'),
      /"two labels", "about": "altai corridor", "sides": \["FAC", "GPE", "PRODUCT"\]/,
    );
    writeFileSync(file, '');
    await until('the file to be heeded', async () => !(await list()).some((each) => each.startsWith('Dismissed')));
    await workbench.press('Home');
    await inList('Altai Corridor');
  });
});
