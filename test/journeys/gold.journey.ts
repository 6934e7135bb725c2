import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { until } from '../support/until.ts';
import { Workbench } from '../support/workbench.ts';
import { status } from './filed.ts';

const ARTICLE = 'putin-china-visit.article';
const GOLD = 'test/fixtures/article/putin-china-visit.article.gold.newsmark.json';

interface Filed {
  id: string;
  start: number;
  end: number;
  quote: string;
  label: string;
  status: string;
  value?: string;
  note?: string;
  entity?: string;
}

interface Sidecar {
  entities: { id: string; name: string; aliases?: string[] }[];
  annotations: Filed[];
  relations: { type: string; from: string; to: string }[];
}

/** What the article mentions by the fixture that was made by hand. */
const gold: Sidecar = JSON.parse(readFileSync(GOLD, 'utf8'));

/** A decision as far as a person made it: where, what, and the value that goes with it. */
const decision = ({ start, end, label, value }: Filed) => `${start}-${end} ${label} ${value ?? ''}`;
const accepted = ({ annotations }: Sidecar) => annotations.filter((each) => each.status === 'accepted');

describe('a researcher annotates the whole article by keyboard alone', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ folder: 'samples', file: ARTICLE });
  });
  after(() => workbench.close());

  const filed = (what: string, fits: (sidecar: Sidecar) => boolean): Promise<Sidecar> =>
    until(what, async () => {
      const file = path.join(workbench.folder, `${ARTICLE}.newsmark.json`);
      const raw = await readFile(file, 'utf8').catch(() => '{"entities":[],"annotations":[],"relations":[]}');
      const sidecar: Sidecar = JSON.parse(raw);
      return fits(sidecar) && sidecar;
    });
  const countIs = (count: number) => (sidecar: Sidecar) => accepted(sidecar).length === count;

  const inCursor = async (words: string) => {
    await workbench.selectWords(words);
    await workbench.press('ArrowLeft', 'ArrowRight');
  };

  it('accepts what is proposed, all of it at once', async () => {
    await until('the article to be read', async () => /open/.test(await status(workbench)));
    await workbench.press('Control+1', 'Control+Home', 'Alt+M', 'v');
    await until('review mode', async () => /Enter yes/.test(await workbench.page.innerText('.part.statusbar')));
    await workbench.press('Control+Shift+Enter');
    const sidecar = await filed('most of the article', (each) => accepted(each).length > 200);
    await workbench.press('Escape');
    const right = new Set(gold.annotations.map(decision));
    const share = accepted(sidecar).filter((each) => right.has(decision(each))).length / gold.annotations.length;
    assert.ok(share > 0.9, `${share} of the gold was proposed`);
  });

  it('takes back what is wrong and marks what is missing, until it is as it should be', async () => {
    const sidecar = await filed('the proposals', (each) => accepted(each).length > 200);
    const right = new Set(gold.annotations.map(decision));
    const there = new Set(accepted(sidecar).map(decision));
    let count = accepted(sidecar).length;
    for (const wrong of accepted(sidecar).filter((each) => !right.has(decision(each)))) {
      await workbench.selectWords(wrong.quote);
      await workbench.press('Alt+M', 'Backspace');
      await filed(`${wrong.quote} to go`, countIs(--count));
    }
    for (const missing of gold.annotations.filter((each) => !there.has(decision(each)))) {
      await workbench.selectWords(missing.quote);
      await workbench.press('Alt+M', missing.label === 'ORG' ? 'o' : 'u');
      await filed(`${missing.quote} to be there`, countIs(++count));
    }
    const done = await filed('as many as should be', countIs(gold.annotations.length));
    assert.deepEqual(accepted(done).map(decision).sort(), gold.annotations.map(decision).sort());
  });

  it('undoes a part of it and does it again', async () => {
    const all = gold.annotations.length;
    await workbench.press('Alt+M', 'z', 'Alt+M', 'z', 'Alt+M', 'z');
    await filed('three to be undone', countIs(all - 3));
    await workbench.press('Alt+M', 'y', 'Alt+M', 'y', 'Alt+M', 'y');
    await filed('three to be there again', countIs(all));
  });

  it('merges two entities, splits one off, notes and relates', async () => {
    await inCursor('Carnegie China');
    await workbench.press('Alt+M', 'Shift+M');
    await workbench.choose('Carnegie Russia');
    const merged = await filed('the merged entity', ({ entities }) =>
      entities.some(({ aliases = [] }) => aliases.includes('Carnegie China')),
    );
    await inCursor('Carnegie China');
    await workbench.press('Alt+M', 'Shift+X');
    await filed('it to be split off', ({ entities }) => entities.length > merged.entities.length);
    await inCursor('Nathaniel Sher');
    await workbench.press('Alt+M', 'k');
    await workbench.page.locator('.review-widget .monaco-editor.focused').waitFor();
    await workbench.page.keyboard.type('An analyst of trade.');
    await workbench.press('Control+Enter');
    await filed('the note', ({ annotations }) => annotations.some(({ note }) => note === 'An analyst of trade.'));
    await inCursor('$300 million');
    await workbench.press('Alt+M', 'ArrowRight');
    await workbench.page.locator('.part.statusbar', { hasText: 'From “$300 million”' }).waitFor();
    await inCursor('Nathaniel Sher');
    await workbench.press('Alt+M', 'ArrowRight');
    const { annotations, relations } = await filed('the relation', (each) => each.relations.length === 1);
    const quoteOf = (id: string | undefined) => annotations.find((each) => each.id === id)?.quote;
    assert.deepEqual(
      [relations[0]?.type, quoteOf(relations[0]?.from), quoteOf(relations[0]?.to)],
      ['counts', '$300 million', 'Nathaniel Sher'],
    );
    await workbench.screenshot('journey-gold');
  });

  it('has it all in the sidecar as the gold has it', async () => {
    const done = await filed('the whole article', countIs(gold.annotations.length));
    assert.deepEqual(accepted(done).map(decision).sort(), gold.annotations.map(decision).sort());
    assert.match(await status(workbench), /· 0 open/);
  });
});
