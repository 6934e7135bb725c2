import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../support/until.ts';
import { Workbench } from '../support/workbench.ts';
import { filed, status } from './filed.ts';

const ARTICLE = 'putin-china-visit.article';

/** Waits for a message in the lower right corner that has these words in it. */
function told(workbench: Workbench, words: RegExp): Promise<string> {
  return until(`to be told ${words}`, async () => (await workbench.notifications()).find((text) => words.test(text)));
}

async function acceptAt(workbench: Workbench, words: string): Promise<void> {
  // Of two windows, the keyboard is in one.
  await workbench.page.bringToFront();
  await workbench.click(words);
  await workbench.page.locator('.monaco-editor.focused').first().waitFor();
  await workbench.press('Alt+M', 'Enter');
}

/** How many decisions a window knows of. */
async function decided(workbench: Workbench): Promise<number> {
  return Number(/(\d+) decided/.exec(await status(workbench))?.[1]);
}

/** Presses again where a window that just came to the front has not taken the key: it knows of no more than before. */
async function takes(workbench: Workbench, words: string, known: number): Promise<void> {
  // A window behind another one is not drawn.
  await workbench.page.bringToFront();
  const isTaken = () => until('the key to be taken', async () => (await decided(workbench)) > known, 5_000);
  await isTaken().catch(async () => {
    await acceptAt(workbench, words);
    await isTaken();
  });
}

describe('a researcher whose disk fails', () => {
  let workbench: Workbench;
  let isMounted = false;

  before(async function () {
    workbench = await Workbench.open({
      folder: 'samples',
      file: ARTICLE,
      prepare: (folder) => {
        isMounted = mountOver(folder);
      },
    });
    // Only root may mount a file system of its own.
    if (!isMounted) this.skip();
    await until('the article to be read', async () => /0 decided/.test(await status(workbench)));
  });
  after(async () => {
    if (isMounted) execFileSync('umount', ['-l', workbench.folder]);
    await workbench.close();
  });

  it('is told that it is full, goes on deciding, and finds all written once there is room', async () => {
    await acceptAt(workbench, 'Vladimir Putin');
    await filed(workbench, ARTICLE, 1);
    const filler = path.join(workbench.folder, 'filler');
    const { bavail, bsize } = statfsSync(workbench.folder);
    writeFileSync(filler, Buffer.alloc(bavail * bsize));
    await acceptAt(workbench, 'Xi Jinping');
    const message = await told(workbench, /disk is full/);
    assert.match(message, /make room on it.*Your decisions are kept safe until then, also if you close the window/s);
    assert.match(await status(workbench), /Decisions not written yet/);
    await workbench.screenshot('journey-full-disk');
    rmSync(filler);
    const decisions = await filed(workbench, ARTICLE, 2);
    assert.ok(decisions.includes('Xi Jinping PERSON accepted'), decisions.join());
    await until('the status bar to say so', async () => /2 decided/.test(await status(workbench)));
    await told(workbench, /Your decisions are written to putin-china-visit\.article\.newsmark\.json now/);
  });

  it('is told that it is read-only, and keeps the decisions even over a crash', async () => {
    execFileSync('mount', ['-o', 'remount,ro', workbench.folder]);
    await acceptAt(workbench, 'Nathaniel Sher');
    await told(workbench, /file system is read-only/);
    await workbench.crash();
    execFileSync('mount', ['-o', 'remount,rw', workbench.folder]);
    await workbench.comeBack(ARTICLE);
    const decisions = await filed(workbench, ARTICLE, 3);
    assert.ok(decisions.includes('Nathaniel Sher PERSON accepted'), decisions.join());
    await until('the decisions to be counted', async () => /3 decided/.test(await status(workbench)));
    const left = () => readdirSync(workbench.folder).filter((name) => /\.(tmp|lock)$/.test(name));
    await until('nothing to be left beside the sidecar', () => left().length === 0);
  });
});

describe('a corpus builder whose files are moved about by others', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({ folder: 'samples', file: ARTICLE });
    await until('the article to be read', async () => /0 decided/.test(await status(workbench)));
    await acceptAt(workbench, 'Vladimir Putin');
    await filed(workbench, ARTICLE, 1);
  });
  after(() => workbench.close());

  it('is offered a sidecar back that somebody removed', async () => {
    // What comes and goes within a moment is no news to the editor.
    await workbench.treeRow(`${ARTICLE}.newsmark.json`).waitFor();
    rmSync(path.join(workbench.folder, `${ARTICLE}.newsmark.json`));
    await told(workbench, /was removed outside the editor, and with it 1 decision/);
    await workbench.page.getByRole('button', { name: 'Restore It' }).click();
    assert.deepEqual(await filed(workbench, ARTICLE, 1), ['Vladimir Putin PERSON accepted']);
  });

  it('sees what git puts in the place of the sidecar, and decides on top of it', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@localhost', ...args], {
        cwd: workbench.folder,
        stdio: 'ignore',
      });
    git('init');
    git('add', '.');
    git('commit', '-m', 'One decision');
    await acceptAt(workbench, 'Ukraine');
    await filed(workbench, ARTICLE, 2);
    await until('both to be counted', async () => /2 decided/.test(await status(workbench)));
    assert.ok(!(await workbench.tree()).includes('.git'), 'what the editor hides stays hidden');
    git('stash');
    await until('the second to be gone', async () => /1 decided/.test(await status(workbench)));
    git('stash', 'pop');
    await until('the second to be back', async () => /2 decided/.test(await status(workbench)));
    git('stash');
    await acceptAt(workbench, 'Beijing');
    const decisions = await filed(workbench, ARTICLE, 2);
    assert.ok(decisions.includes('Beijing GPE accepted'), decisions.join());
    await workbench.press('Alt+M', 'z');
    await filed(workbench, ARTICLE, 1);
    rmSync(path.join(workbench.folder, '.git'), { recursive: true });
  });

  it('decides in two windows at once, and loses nothing', async () => {
    const second = await workbench.secondWindow(ARTICLE);
    await until('the second window to read the article', async () => /1 decided/.test(await status(second)));
    await acceptAt(second, 'Nathaniel Sher');
    await until('the second window to decide', async () => /2 decided/.test(await status(second)));
    await workbench.page.bringToFront();
    await until('the first window to know of it', async () => (await decided(workbench)) === 2);
    await acceptAt(workbench, 'Beijing');
    await acceptAt(second, 'Moscow');
    await takes(workbench, 'Beijing', 2);
    await takes(second, 'Moscow', 2);
    await filed(workbench, ARTICLE, 4);
    for (const window of [workbench, second]) {
      // A window behind another one is not drawn.
      await window.page.bringToFront();
      await until('both windows to know of all', async () => /4 decided/.test(await status(window)));
    }
    await second.close();
    await workbench.page.bringToFront();
  });

  it('deletes the article and brings it back, its decisions with it', async () => {
    await workbench.command('File: Focus on Files Explorer');
    await workbench.treeRow(ARTICLE).click();
    await workbench.press('Delete');
    // Without a trash, the editor asks.
    const confirm = workbench.page.locator('.monaco-dialog-box .monaco-button').filter({ hasText: /^Delete$/ });
    const isGone = () => !readdirSync(workbench.folder).some((name) => name.startsWith(ARTICLE));
    await until('the article to go, or a question', async () => isGone() || (await confirm.isVisible()));
    if (await confirm.isVisible()) await confirm.click();
    // The editor asks before an extension’s part of a deletion.
    await workbench.page.locator('.monaco-dialog-box .monaco-button').filter({ hasText: /^OK$/ }).click();
    await until('article and sidecar to go', isGone);
    await workbench.treeRow(ARTICLE).waitFor({ state: 'detached' });
    const back = () => readdirSync(workbench.folder).filter((name) => name.startsWith(ARTICLE)).length;
    await until('the deletion to be undone', async () => {
      // The files go before the editor has written down how they come back; until then there is nothing to undo.
      await workbench.press('Control+Z');
      return until('a file to come back', () => back() > 0, 3_000).catch(() => false);
    });
    await until('both to come back', () => back() === 2);
    await filed(workbench, ARTICLE, 4);
    await workbench.openFile(ARTICLE);
    await until('the decisions to be there', async () => /4 decided/.test(await status(workbench)));
  });

  it('finds decisions written once the folder is back that was away', async () => {
    const away = `${workbench.folder}-away`;
    renameSync(workbench.folder, away);
    await acceptAt(workbench, 'Xi Jinping');
    await told(workbench, /folder is not there any more/);
    renameSync(away, workbench.folder);
    const decisions = await filed(workbench, ARTICLE, 5);
    assert.ok(decisions.includes('Xi Jinping PERSON accepted'), decisions.join());
  });
});

/** Puts a small file system over a folder, with the folder's files on it. @returns whether this machine lets us */
function mountOver(folder: string): boolean {
  const copy = `${folder}-files`;
  try {
    execFileSync('cp', ['-r', folder, copy]);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return false;
  } finally {
    mkdirSync(copy, { recursive: true });
  }
  execFileSync('cp', ['-r', `${copy}/.`, folder]);
  rmSync(copy, { recursive: true });
  return true;
}
