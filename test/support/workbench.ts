/** The real workbench of VS Code in a browser, with the extension under development, driven as a user would. */
import { cp, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/host/browser.mjs';
import { kindSettings } from '../../scripts/host/commandLine.mjs';
import { boxOfTextInPage, isBareInPage } from '../../scripts/host/editorText.mjs';
import { type Server, startServer } from '../../scripts/host/server.mjs';
import { removeOnStop } from '../../scripts/process/cleanup.mjs';
import { root } from '../../scripts/root.mjs';
import { until } from './until.ts';

export interface WorkbenchOptions {
  /** Opened as a copy, which `Workbench.folder` names. */
  readonly folder: string;
  /** Opened once the workbench is ready: a name inside the folder. */
  readonly file?: string;
  readonly host?: 'newest' | 'oldest';
  /** Where the extension runs: Node.js, or a web worker as on vscode.dev. */
  readonly kind?: 'node' | 'web';
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Without trust, the folder opens in Restricted Mode. */
  readonly trust?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
  /** Told of the copy before it is opened. */
  readonly prepare?: (folder: string) => void;
  /** The extension's folder: this project's, unless told otherwise. */
  readonly extension?: string;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How long a list may take to be typed into, and to show what is typed, in milliseconds. */
const TYPED = 3_000;
const LISTED = 1_000;

const opened = new Set<Workbench>();

/** Those that have not been closed: for a look at them after a failure. */
export function openWorkbenches(): readonly Workbench[] {
  return [...opened];
}

export class Workbench {
  readonly page: Page;
  /** The copy of the folder, whose files a test may read and write. */
  readonly folder: string;
  private readonly end: () => Promise<void>;
  private server: Server;
  private readonly options: WorkbenchOptions;

  private constructor(
    page: Page,
    folder: string,
    server: Server,
    options: WorkbenchOptions,
    end: (server: Server) => Promise<void>,
  ) {
    this.page = page;
    this.folder = folder;
    this.server = server;
    this.options = options;
    this.end = () => end(this.server);
  }

  static async open(options: WorkbenchOptions): Promise<Workbench> {
    const { host = 'newest', kind, trust = true, extension = root, size = { width: 1280, height: 800 } } = options;
    const where = kind === 'web' ? await kindSettings({ extensions: [extension], kind }) : {};
    const settings = { ...where, ...options.settings };
    const copy = await copyOf(options.folder);
    options.prepare?.(copy.folder);
    const server = await startServer({ host, trust, settings, extension });
    const browser = await launchBrowser();
    const context = await browser.newContext({ viewport: size });
    const page = await context.newPage();
    // Leaving a page that has unsaved text asks; a reload means to leave.
    page.on('dialog', (dialog) => void dialog.accept());
    const workbench = new Workbench(page, copy.folder, server, options, async (running) => {
      await browser.close();
      await running.stop();
      await copy.remove();
    });
    opened.add(workbench);
    await page.goto(server.url(copy.folder));
    await workbench.ready();
    if (options.file) await workbench.openFile(options.file);
    return workbench;
  }

  async close(): Promise<void> {
    opened.delete(this);
    await this.end();
  }

  /** Another window on the same folder. */
  async secondWindow(file: string): Promise<Workbench> {
    const page = await this.page.context().newPage();
    const window = new Workbench(page, this.folder, this.server, this.options, () => page.close());
    opened.add(window);
    await page.goto(this.server.url(this.folder));
    await window.ready();
    await window.openFile(file);
    return window;
  }

  /** Everything ends at once, as when the power fails: editor, extension host, server. */
  async crash(): Promise<void> {
    await this.server.kill();
    await this.page.goto('about:blank');
  }

  /** After a crash: the same user, the same machine, a new start. */
  async comeBack(file: string): Promise<void> {
    const { host = 'newest', trust = true, extension = root } = this.options;
    this.server = await startServer({ host, trust, extension, data: this.server.data });
    await this.page.goto(this.server.url(this.folder));
    await this.ready();
    await this.openFile(file);
  }

  /** Loads the window again; unsaved text comes back, as it does in VS Code. */
  async reload(): Promise<void> {
    // The window's own command, not the browser's: it waits until what is open has been written down.
    const loaded = this.page.waitForEvent('load');
    await this.pickFrom('F1', '>Developer: Reload Window', (row) => row.startsWith('Developer: Reload Window'));
    await loaded;
    await this.ready();
  }

  /** Opens a file of the folder through Quick Open. */
  async openFile(name: string): Promise<void> {
    const base = path.basename(name);
    await this.pickFrom('Control+P', name, (row) => row.startsWith(base));
    await this.quickInputLeaves(name);
    await this.page.locator('.tab.active').filter({ hasText: base }).first().waitFor();
    // Keys that come before the editor has the focus go elsewhere.
    await this.page.locator('.part.editor .monaco-editor.focused').first().waitFor();
  }

  /** Runs a command through the command palette, by its title there (with its category). */
  async command(title: string): Promise<void> {
    const text = `>${title}`;
    await this.pickFrom('F1', text, (row) => row.startsWith(title));
    await this.quickInputLeaves(text);
  }

  /** Types into the quick input that is open, and accepts the row that then has the focus. */
  async choose(text: string, isWanted: (row: string) => boolean = (row) => row.includes(text)): Promise<void> {
    await this.quickInput().locator('input').first().waitFor();
    await until(`a choice for “${text}”`, () => this.find(text, isWanted));
    await this.page.keyboard.press('Enter');
    await this.quickInputLeaves(text);
  }

  /** Opens a list by a key and accepts one of its rows. What just opens elsewhere may close it: then it is opened again. */
  private async pickFrom(key: string, text: string, isWanted: (row: string) => boolean): Promise<void> {
    const input = this.quickInput().locator('input').first();
    await this.page.keyboard.press(key);
    await until(`a choice for “${text}”`, async () => {
      if (await input.isVisible()) return this.find(text, isWanted);
      await this.page.keyboard.press(key);
      return false;
    });
    await this.page.keyboard.press('Enter');
  }

  /**
   * Types into the quick input that is open. Typed anew each time: a list does not grow by itself when an extension has
   * come up.
   * @returns whether the row that is wanted has the focus then
   */
  private async find(text: string, isWanted: (row: string) => boolean): Promise<boolean> {
    const widget = this.quickInput();
    const focused = widget.locator('.monaco-list-row.focused');
    try {
      for (const typed of ['', text]) await widget.locator('input').first().fill(typed, { timeout: TYPED });
      return await until('the choice', async () => isWanted(await ariaLabel(focused)), LISTED);
    } catch {
      // It is not there, or the list has closed.
      return false;
    }
  }

  /** Types a value into the input box that is open, and accepts it. */
  async answer(text: string): Promise<void> {
    const input = this.quickInput().locator('input').first();
    await input.waitFor();
    await input.fill(text);
    await this.page.keyboard.press('Enter');
    await this.quickInputLeaves(text);
  }

  /** Accepts the list or the question that is open as it stands. Until it has left, it takes all keys. */
  async accept(): Promise<void> {
    await this.page.keyboard.press('Enter');
    await this.quickInput().locator('input').first().waitFor({ state: 'hidden' });
  }

  /**
   * Accepts the editor's own dialog for files as it stands. While it reads a folder, it takes no key; a page beside it may
   * take the keyboard back.
   */
  async acceptDialog(): Promise<void> {
    const input = this.quickInput().locator('input').first();
    await until('the dialog to go', async () => {
      await input.press('Enter', { timeout: 2_000 }).catch(() => undefined);
      return until('it to be gone', async () => !(await input.isVisible()), 2_000).catch(() => false);
    });
  }

  /** The labels of the quick pick that is open. */
  async choices(): Promise<string[]> {
    const rows = this.quickInput().locator('.monaco-list-row');
    await rows.first().waitFor();
    return rows.evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label') ?? ''));
  }

  /** Presses keys one after the other: `press('Control+K', 'Control+I')`. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Clicks into the middle of a text in the editor. */
  async click(text: string, occurrence = 1): Promise<void> {
    // Values shown within the text may move the words away under the mouse: then they are clicked where they are.
    await until(`a click on “${text}”`, async () => {
      const { x, y } = center(await this.bareBoxOf(text, occurrence));
      await this.page.mouse.click(x, y);
      const box = await this.page.evaluate(boxOfTextInPage, { text, occurrence });
      const now = box && center(box);
      return !now || (now.x === x && now.y === y);
    });
  }

  /** Presses a key until what it leads to has the keyboard: what just opens elsewhere may take it away. */
  async focusBy(key: string, focused: Locator): Promise<void> {
    await until(`${key} to lead there`, async () => {
      await this.page.keyboard.press(key);
      return until('the focus', () => focused.first().isVisible(), 2_000).catch(() => false);
    });
  }

  /** Selects words with the editor's own search, from the start of the article on, and goes back to the text. */
  async selectWords(words: string): Promise<void> {
    const search = this.page.locator('.find-widget.visible');
    await this.press('Control+1', 'Control+Home');
    // What is typed before the search has the keyboard goes into the article.
    await this.focusBy('Control+F', search.locator(':focus'));
    const input = search.locator('textarea, input').first();
    const count = search.locator('.matchesCount');
    // The search begins with the word at the cursor, whose count says nothing of these words.
    await input.fill('');
    await until('nothing to be looked for', async () => /^No/.test(await count.innerText()));
    await input.fill(words);
    await until(`“${words}” to be found`, async () => /\d+ of \d+/.test(await count.innerText()));
    await this.page.locator('.part.statusbar', { hasText: `(${words.length} selected)` }).waitFor();
    await this.page.keyboard.press('Escape');
    await this.page.locator('.part.editor .monaco-editor.focused').first().waitFor();
  }

  /** Selects a text in the editor with the mouse. */
  async select(text: string, occurrence = 1): Promise<void> {
    const { x, y, width, height } = await this.bareBoxOf(text, occurrence);
    const middle = y + height / 2;
    await this.page.mouse.move(x + 0.5, middle);
    await this.page.mouse.down();
    await this.page.mouse.move(x + width - 0.5, middle, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Rests the mouse on a text in the editor; gives what the hover shows. */
  async hoverOver(text: string, occurrence = 1): Promise<string> {
    return until(`a hover over “${text}”`, async () => {
      const { x, y } = center(await this.boxOf(text, occurrence));
      // An older hover has to go before a new one can be told from it.
      await this.page.mouse.move(1, 1);
      await until('no hover to be shown', async () => (await this.hoverText()) === '');
      await this.page.mouse.move(x - 3, y);
      await this.page.mouse.move(x, y, { steps: 3 });
      // An extension that is just starting has no hover yet: then come again.
      const hover = await until('a hover', async () => (await this.hoverText()) || undefined, 3000).catch(
        () => undefined,
      );
      // Values shown within the text may have moved the words away under the mouse.
      const now = center(await this.boxOf(text, occurrence));
      return now.x === x && now.y === y ? hover : undefined;
    });
  }

  /** What the open hover shows; empty while there is none, or none that is complete. */
  private async hoverText(): Promise<string> {
    const parts = await this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').allInnerTexts();
    const shown = parts.join('\n').trim();
    return /^Loading\.\.\.$/m.test(shown) ? '' : shown;
  }

  /** The rows in sight of a tree view, named by its title; without a name, of the side bar's first one. */
  async tree(name?: string): Promise<string[]> {
    const rows = this.treeView(name).locator('.monaco-list-row');
    const texts = await rows.evaluateAll((elements) =>
      elements.map((element) => ({
        top: element.getBoundingClientRect().top,
        text: (element.querySelector('.monaco-icon-label-container')?.textContent ?? element.textContent ?? '').trim(),
      })),
    );
    return texts.sort((a, b) => a.top - b.top).map(({ text }) => text);
  }

  /** A row of a tree view, for clicks. */
  treeRow(text: string, name?: string): Locator {
    return this.treeView(name).locator('.monaco-list-row').filter({ hasText: text }).first();
  }

  /** Goes down by key, row by row, in the view that has the keyboard, until a row that begins so has the focus. */
  async goDownTo(start: string): Promise<void> {
    const rows = this.page.locator('.part.sidebar .monaco-list:focus .monaco-list-row.focused');
    const focused = async () => (await rows.allInnerTexts())[0]?.trim() ?? '';
    while (!(await focused()).startsWith(start)) {
      const before = await focused();
      await this.page.keyboard.press('ArrowDown');
      await until('the next row', async () => (await focused()) !== before);
    }
  }

  /** The messages that are shown in the lower right corner. */
  async notifications(): Promise<string[]> {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
  }

  /** Saves what the workbench looks like to `dist/screenshots`, or to another folder under the project's. */
  async screenshot(name: string, folder = 'dist/screenshots'): Promise<string> {
    const file = path.join(root, folder, `${name}.png`);
    await mkdir(path.dirname(file), { recursive: true });
    // Half-faded hovers are no picture of anything.
    await this.page.screenshot({ path: file, animations: 'disabled' });
    return file;
  }

  /** Until the workbench has come up. */
  private async ready(): Promise<void> {
    await this.page.locator('.part.statusbar .statusbar-item').first().waitFor({ timeout: 60_000 });
    await this.page.locator('.part.sidebar .pane-body').first().waitFor();
  }

  private quickInput(): Locator {
    return this.page.locator('.quick-input-widget');
  }

  /** Either it closes, or the command goes on with a question of its own. */
  private async quickInputLeaves(text: string): Promise<void> {
    const input = this.quickInput().locator('input').first();
    await until(`“${text}” to be accepted`, async () => {
      return !(await input.isVisible()) || (await input.inputValue()) !== text;
    });
  }

  private treeView(name?: string): Locator {
    const panes = this.page.locator('.part.sidebar .pane, .part.panel .pane');
    const title = (text: string) => this.page.locator('.pane-header .title', { hasText: new RegExp(`^${text}$`, 'i') });
    return (name ? panes.filter({ has: title(name) }) : panes).first();
  }

  /** Where a text is that the mouse can reach: a hover that covers it goes once the mouse has left. */
  private bareBoxOf(text: string, occurrence: number): Promise<Box> {
    return until(`“${text}” in the editor, with nothing over it`, async () => {
      const box = await this.page.evaluate(boxOfTextInPage, { text, occurrence });
      if (!box || (await this.page.evaluate(isBareInPage, center(box)))) return box;
      await this.page.mouse.move(1, 1);
      return undefined;
    });
  }

  private boxOf(text: string, occurrence: number): Promise<Box> {
    return until(`“${text}” in the editor`, () => this.page.evaluate(boxOfTextInPage, { text, occurrence }));
  }
}

/** Unlike `getAttribute`, it does not wait for an element that is not there. */
async function ariaLabel(elements: Locator): Promise<string> {
  return elements.evaluateAll(([first]) => first?.getAttribute('aria-label') ?? '');
}

function center({ x, y, width, height }: Box): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}

async function copyOf(folder: string): Promise<{ folder: string; remove: () => Promise<void> }> {
  const parent = await mkdtemp(path.join(tmpdir(), 'nm-'));
  const remove = removeOnStop(parent);
  // The copy keeps its name: the workbench shows it.
  const copy = path.join(parent, path.basename(folder));
  await cp(folder, copy, { recursive: true });
  return { folder: copy, remove };
}
