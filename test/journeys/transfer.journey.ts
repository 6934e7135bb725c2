import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { quoteAt } from '../../src/core/annotation/quote.ts';
import { EMPTY_SIDECAR } from '../../src/core/sidecar/filed.ts';
import { writeSidecar } from '../../src/core/sidecar/write.ts';
import { until } from '../support/until.ts';
import { Workbench } from '../support/workbench.ts';
import { filed, status } from './filed.ts';

const ARTICLE = 'xi-jinping-europe.article';

/** A sidecar with the first occurrences of some words accepted. */
function sidecar(text: string, labels: Readonly<Record<string, string>>): string {
  const annotations = Object.entries(labels).map(([words, label]) => {
    const start = text.indexOf(words);
    const place = { start, end: start + words.length };
    return { id: `${words}-${label}`, ...place, ...quoteAt(text, place), label, status: 'accepted' as const };
  });
  return writeSidecar({ ...EMPTY_SIDECAR, annotations });
}

describe('annotations go to another tool by keyboard alone', () => {
  let workbench: Workbench;
  let questions = 0;
  const file = (name: string) => path.join(workbench.folder, name);

  before(async () => {
    workbench = await Workbench.open({
      folder: 'samples',
      file: ARTICLE,
      prepare: (folder) => {
        const text = readFileSync(path.join(folder, ARTICLE), 'utf8');
        const raw = sidecar(text, { Xi: 'PERSON', Paris: 'GPE' });
        writeFileSync(path.join(folder, `${ARTICLE}.newsmark.json`), raw);
      },
    });
    await until('the article to be read', async () => /open/.test(await status(workbench)));
  });
  after(() => workbench.close());

  /** Answers the question that stands in the middle of the window with its first button. */
  async function agree(words: RegExp): Promise<string> {
    const box = workbench.page.locator('.monaco-dialog-box');
    const text = await until(`the question ${words}`, async () => {
      const shown = (await box.count()) > 0 ? await box.innerText() : '';
      return words.test(shown) && shown;
    });
    await workbench.screenshot(`transfer-question-${++questions}`);
    await workbench.press('Enter');
    await until('the question to go', async () => (await box.count()) === 0);
    return text;
  }

  /** Names a folder in the editor's own dialog, once that has come up with the folder that it offers. */
  async function chooseFolder(folder: string): Promise<void> {
    const input = workbench.page.locator('.quick-input-widget input').first();
    await until('the dialog to offer a folder', async () => /^\/.+\/$/.test(await input.inputValue()));
    await until('the folder to stand in the dialog', async () => {
      // What the dialog itself puts there while it reads folders comes behind what is typed.
      if ((await input.inputValue()) !== folder) await input.fill(folder);
      await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: '..' }).first().waitFor();
      return (await input.inputValue()) === folder;
    });
    await workbench.acceptDialog();
  }

  it('with all that can be chosen in one list', async () => {
    await workbench.command('Newsmark: Export Articles…');
    await workbench.choose('CoNLL-2003', (row) => row.startsWith('CoNLL-2003'));
    await workbench.choose('Parts', (row) => row.startsWith('Parts'));
    await workbench.choose('train', (row) => row.startsWith('train=80'));
    await workbench.choose('Data card', (row) => row.startsWith('Data card'));
    const rows = await until('the list to come back', async () => {
      const shown = await workbench.choices();
      return shown.some((row) => /^Data card.*Markdown/.test(row)) && shown;
    });
    assert.deepEqual(
      rows.map((row) => row.split(',')[0]),
      [
        'Export as CoNLL-2003',
        'Format',
        'Annotations',
        'Labels',
        'Parts',
        'Seed',
        'Tokens',
        'Tags',
        'Data card',
        'License',
      ],
    );
    await workbench.screenshot('export-list');
    await workbench.choose('Export as', (row) => row.startsWith('Export as'));
    assert.match(await agree(/Export 1 article as CoNLL-2003/), /2 annotations, 3 files\ntrain: \d, dev: \d, test: \d/);
    await chooseFolder(`${workbench.folder}/`);
    await until('the files to be written', async () => existsSync(file('DATACARD.md')));
    const tags = ['train', 'dev', 'test'].map((part) => readFileSync(file(`${part}.conll`), 'utf8')).join('');
    assert.match(tags, /^Xi -X- _ B-PERSON$/m);
    assert.match(readFileSync(file('DATACARD.md'), 'utf8'), /seed 1/);
  });

  it('and two versions that git left in the sidecar come together where the editor tells of them', async () => {
    const text = readFileSync(file(ARTICLE), 'utf8');
    const [ours, theirs] = [
      sidecar(text, { Xi: 'PERSON', Paris: 'GPE' }),
      sidecar(text, { Xi: 'PERSON', Serbia: 'GPE' }),
    ];
    writeFileSync(file(`${ARTICLE}.newsmark.json`), `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> theirs\n`);
    const offer = workbench.page.locator('.notifications-toasts .monaco-button', { hasText: /^Merge$/ });
    await offer.waitFor();
    await workbench.screenshot('merge-offer');
    await offer.focus();
    await workbench.press('Enter');
    await agree(/Merge the two versions/);
    assert.deepEqual(await filed(workbench, ARTICLE, 3), [
      'Paris GPE accepted',
      'Serbia GPE accepted',
      'Xi PERSON accepted',
    ]);
  });
});
