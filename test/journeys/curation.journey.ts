import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { quoteAt } from '../../src/core/annotation/quote.ts';
import { EMPTY_SIDECAR } from '../../src/core/sidecar/filed.ts';
import { writeSidecar } from '../../src/core/sidecar/write.ts';
import { until } from '../support/until.ts';
import { Workbench } from '../support/workbench.ts';
import { filed, status } from './filed.ts';

const ARTICLE = 'xi-jinping-europe.article';

describe('a curator decides between two annotators by keyboard alone', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ folder: 'samples', file: ARTICLE });
    await until('the article to be read', async () => /open/.test(await status(workbench)));
    await annotate('alice', { Xi: 'PERSON', Paris: 'GPE', Budapest: 'GPE', Macron: 'PERSON', Belgrade: 'GPE' });
    await annotate('bob', { Xi: 'PERSON', Paris: 'GPE', Budapest: 'ORG', 'Emmanuel Macron': 'PERSON', Serbia: 'GPE' });
  });
  after(() => workbench.close());

  /** An annotator's sidecar: the first occurrence of each of some words, under a label. */
  async function annotate(annotator: string, labels: Readonly<Record<string, string>>): Promise<void> {
    const text = await readFile(path.join(workbench.folder, ARTICLE), 'utf8');
    const annotations = Object.entries(labels).map(([words, label], index) => {
      const start = text.search(new RegExp(`\\b${words}\\b`));
      const place = { start, end: start + words.length };
      return { id: `${annotator}${index}`, ...place, ...quoteAt(text, place), label, status: 'accepted' as const };
    });
    const raw = writeSidecar({ ...EMPTY_SIDECAR, annotations });
    await writeFile(path.join(workbench.folder, `${ARTICLE}.${annotator}.newsmark.json`), raw);
  }

  const line = (shows: RegExp) =>
    until(`the line to show ${shows}`, async () => {
      const text = await workbench.page
        .locator('.part.statusbar [id$="newsmark.curation"]')
        .innerText()
        .catch(() => '');
      return shows.test(text) && text.trim();
    });

  it('is shown the first passage that is open, and what each says of it', async () => {
    await workbench.press('Control+1', 'Control+Home');
    await workbench.command('Newsmark: Curate Annotators’ Versions');
    assert.match(await line(/0 done/), /Agreed · 0 done, 6 left · 1 alice, bob: Person · Backspace neither · ↓ next$/);
    const rows = await until('the list', async () => {
      const shown = await workbench.tree('Curation');
      return shown.length > 6 && shown;
    });
    assert.deepEqual(rows.slice(0, 3), [
      'Conflict2 of 2 open',
      'Emmanuel Macronalice: Person “Macron” · bob: Person',
      'Budapestalice: Place · bob: Organization',
    ]);
    await workbench.screenshot('curation');
  });

  it('takes what is agreed at once, and decides the rest with one key each', async () => {
    await workbench.press('Control+Enter');
    assert.equal((await filed(workbench, ARTICLE, 2)).length, 2);
    for (let left = 4; left > 0; left--) {
      const text = await line(new RegExp(`, ${left} left`));
      await workbench.press(/Conflict/.test(text) ? '2' : 'Enter');
    }
    await line(/Everything is decided/);
    assert.deepEqual(await filed(workbench, ARTICLE, 6), [
      'Belgrade GPE accepted',
      'Budapest ORG accepted',
      'Emmanuel Macron PERSON accepted',
      'Paris GPE accepted',
      'Serbia GPE accepted',
      'Xi PERSON accepted',
    ]);
    await workbench.screenshot('curation-done');
  });

  it('undoes, and leaves', async () => {
    await workbench.press('z');
    await filed(workbench, ARTICLE, 5);
    await line(/1 left/);
    await workbench.press('ArrowDown', 'Backspace');
    const decisions = await filed(workbench, ARTICLE, 7);
    assert.deepEqual(
      decisions.filter((each) => each.startsWith('Budapest')),
      ['Budapest GPE rejected', 'Budapest ORG rejected'],
    );
    await workbench.press('Escape');
    await until(
      'the line to go',
      async () => (await workbench.page.locator('[id$="newsmark.curation"]').count()) === 0,
    );
  });
});
