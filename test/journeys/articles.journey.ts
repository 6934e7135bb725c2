import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '../support/until.ts';
import { Workbench } from '../support/workbench.ts';
import { filed, status } from './filed.ts';

const NOTE = 'Vladimir Putin met Xi Jinping in Beijing on Thursday. They spoke about trade worth $240 billion.\n';

describe('a corpus builder opens files of all kinds', () => {
  let folder: string;
  let workbench: Workbench;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'newsmark-files-'));
    await writeFile(path.join(folder, 'story.txt'), NOTE);
    await writeFile(path.join(folder, 'README.md'), `# A project\n\n${NOTE}`);
    await writeFile(path.join(folder, 'spoiled.txt'), NOTE);
    await writeFile(path.join(folder, 'spoiled.txt.newsmark.json'), '{ "newsmark": 1, oops }\n');
    workbench = await Workbench.open({ folder });
    await workbench.command('View: Show Newsmark');
  });
  after(async () => {
    await workbench.close();
    await rm(folder, { recursive: true });
  });

  const view = () => workbench.page.locator('.part.sidebar');

  it('is welcomed while no article is open', async () => {
    await until('the welcome', async () => /No article is open/.test(await view().innerText()));
  });

  it('sees that a README is left alone, and can turn it on there', async () => {
    await workbench.openFile('README.md');
    await until('the status bar to say so', async () => /No article/.test(await status(workbench)));
    await view().getByRole('button', { name: 'Treat It as an Article' }).click();
    await until('it to be read', async () => (await workbench.tree()).some((row) => row.startsWith('Vladimir Putin')));
  });

  it('decides by keyboard alone, from the article to the tree and back', async () => {
    await workbench.openFile('story.txt');
    await until('it to be read', async () => /open/.test(await status(workbench)));
    await until('its tree', async () => (await workbench.tree()).some((row) => row.startsWith('Amounts of money')));
    // Chords in the article: to the first suggestion, accept it, to the next, reject it.
    await workbench.press('Alt+M', 'ArrowDown', 'Alt+M', 'Enter');
    await until('one decision', async () => /1 decided/.test(await status(workbench)));
    await workbench.press('Alt+M', 'ArrowDown', 'Alt+M', 'Backspace');
    await until('two decisions', async () => /2 decided/.test(await status(workbench)));
    // The tree: its rows are reached with the arrows, and decided on with keys.
    await workbench.press('Alt+M', 'ArrowDown', 'Alt+M', 's');
    const focused = workbench.page.locator('.part.sidebar .monaco-list:focus .monaco-list-row.focused');
    await until('the keyboard to be on its row', async () => /Beijing/.test((await focused.allInnerTexts()).join()));
    await workbench.press('Control+Enter');
    await until('three decisions', async () => /3 decided/.test(await status(workbench)));
    const decisions = await filed(workbench, 'story.txt', 3);
    assert.deepEqual(decisions, [
      'Beijing GPE accepted',
      'Vladimir Putin PERSON accepted',
      'Xi Jinping PERSON rejected',
    ]);
  });

  it('gives the tree’s rows names that a screen reader can say', async () => {
    const labels = await workbench.page
      .locator('.part.sidebar .monaco-list-row')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
    assert.ok(
      labels.some((label) => /^People, \d mentions?, \d undecided/.test(label)),
      labels.join('\n'),
    );
    assert.ok(labels.every((label) => label.length > 3));
  });

  it('is told that a sidecar is broken, and its decisions are not touched', async () => {
    await workbench.openFile('spoiled.txt');
    const message = await until('the message', async () => {
      const messages = await workbench.notifications();
      return messages.find((text) => text.includes('spoiled.txt.newsmark.json'));
    });
    assert.match(message, /can’t be read, so nothing is written to it/);
    assert.equal(
      await readFile(path.join(workbench.folder, 'spoiled.txt.newsmark.json'), 'utf8'),
      '{ "newsmark": 1, oops }\n',
    );
    await workbench.screenshot('journey-broken-sidecar');
  });
});
