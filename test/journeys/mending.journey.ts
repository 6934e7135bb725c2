import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { until } from '../support/until.ts';
import { Workbench } from '../support/workbench.ts';
import { status } from './filed.ts';

const ARTICLE = 'putin-china-visit.article';

const SIDECAR = {
  newsmark: 1,
  annotations: [
    {
      id: 'lost',
      start: 40,
      end: 45,
      quote: 'Putin',
      prefix: 'At a summit elsewhere, Mr ',
      suffix: ' and Xi would hear of nothing',
      label: 'PERSON',
      status: 'accepted',
    },
    {
      id: 'open',
      start: 0,
      end: 9,
      quote: 'Andrei Belousov',
      prefix: 'reshuffle this saw him appoint economist technocrat ',
      suffix: ' as defense minister on 12 May',
      label: 'PERSON',
      status: 'accepted',
      by: 'alice',
      conflicts: [{ status: 'rejected', by: 'bob', at: '2024-05-16T08:00:00Z' }],
    },
  ],
};

interface Filed {
  id: string;
  start: number;
  quote: string;
  status: string;
  conflicts?: unknown[];
}

describe('an annotator who comes back to an article that others worked on', () => {
  let workbench: Workbench;
  const sidecar = () => path.join(workbench.folder, `${ARTICLE}.newsmark.json`);

  async function filed(id: string, fits: (annotation: Filed) => boolean): Promise<Filed> {
    return until(`${id} to be written`, async () => {
      const { annotations }: { annotations: Filed[] } = JSON.parse(await readFile(sidecar(), 'utf8'));
      const found = annotations.find((annotation) => annotation.id === id);
      return found && fits(found) && found;
    });
  }

  before(async () => {
    workbench = await Workbench.open({
      folder: 'samples',
      file: ARTICLE,
      prepare: (folder) => writeFileSync(path.join(folder, `${ARTICLE}.newsmark.json`), JSON.stringify(SIDECAR)),
    });
    await until('the decisions to be read', async () => /2 decided/.test(await status(workbench)));
  });
  after(() => workbench.close());

  it('puts an annotation that is not in the text on the place it likes best of those offered, by keys', async () => {
    await workbench.command('Newsmark: Re-attach Annotation to the Best Place…');
    await until('the places in a list', async () => {
      const places = await workbench.choices();
      return places.length > 3 && places.every((place) => /Putin.*line \d+: …/.test(place));
    });
    const focused = workbench.page.locator('.quick-input-widget .monaco-list-row.focused');
    const first = await focused.getAttribute('aria-label');
    await workbench.press('ArrowDown');
    const second = await until('the next place', async () => {
      const label = await focused.getAttribute('aria-label');
      return label !== first && label;
    });
    await workbench.screenshot('journey-reattach');
    await workbench.accept();
    const { start, quote } = await filed('lost', (annotation) => annotation.start !== 40);
    assert.equal(quote, 'Putin');
    const text = await readFile(path.join(workbench.folder, ARTICLE), 'utf8');
    const line = [...text].slice(0, start).join('').split('\n').length;
    assert.match(second, new RegExp(`line ${line}: `));
  });

  it('sees what another side of a merge said otherwise, and settles it by keys', async () => {
    await workbench.command('Newsmark: Settle Disputed Decision…');
    const told = /alice: accepted, Person.*bob: rejected/s;
    await until('both sides in a list', async () => told.test((await workbench.choices()).join('\n')));
    await workbench.screenshot('journey-dispute');
    await workbench.press('ArrowDown');
    await workbench.accept();
    const settled = await filed('open', (annotation) => annotation.status === 'rejected');
    assert.equal(settled.conflicts, undefined);
  });

  it('sees it in Problems and in the tree as soon as a merge brings it', async () => {
    const raw = JSON.parse(await readFile(sidecar(), 'utf8'));
    const [open] = raw.annotations.filter(({ id }: Filed) => id === 'open');
    Object.assign(open, { status: 'accepted', by: 'alice', conflicts: [{ label: 'ORG', by: 'bob' }] });
    await writeFile(sidecar(), JSON.stringify(raw));
    await workbench.command('View: Show Newsmark');
    await workbench.command('Problems: Focus on Problems View');
    const problems = workbench.page.locator('.markers-panel .monaco-list-row');
    await until('the problem', async () => /bob: Organization/.test((await problems.allInnerTexts()).join()));
    await until('the tree', async () => (await workbench.tree()).some((row) => /Belousov/.test(row)));
    await workbench.treeRow('Belousov').click();
    await workbench.press('ArrowRight');
    await until('the row', async () => (await workbench.tree()).some((row) => /disputed/.test(row)));
    await workbench.screenshot('journey-dispute-problems');
  });
});
