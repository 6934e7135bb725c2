/**
 * Takes the pictures of the README from the real workbench, and draws the extension's icon: `npm run screenshots`,
 * or some of them by name. They land in media/, replacing the old ones.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { until } from '../test/support/until.ts';
import { Workbench } from '../test/support/workbench.ts';
import { launchBrowser } from './host/browser.mjs';
import { ensureChromium } from './install/chromium.mjs';
import { ensureHost } from './install/vscodeHost.mjs';
import { root } from './root.mjs';

const ARTICLE = 'putin-china-visit.article';

async function main(): Promise<void> {
  await ensureChromium();
  await ensureHost('newest');
  const pictures: Readonly<Record<string, () => Promise<void>>> = {
    icon: drawIcon,
    'newsmark-light': () => showArticle('newsmark-light', 'Default Light Modern'),
    'newsmark-dark': () => showArticle('newsmark-dark', 'Default Dark Modern'),
    'review-light': () => showReview('review-light', 'Default Light Modern'),
    'hover-light': () => showCorpus('hover-light', 'Default Light Modern'),
    'profile-light': () => showProfile('profile-light', 'Default Light Modern'),
  };
  const wanted = process.argv.slice(2);
  for (const [name, take] of Object.entries(pictures)) if (wanted.length === 0 || wanted.includes(name)) await take();
}

async function drawIcon(): Promise<void> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
  const svg = await readFile(path.join(root, 'media', 'icon.svg'), 'utf8');
  await page.setContent(`<style>body{margin:0}</style>${svg}`);
  await page.screenshot({ path: path.join(root, 'media', 'icon.png'), omitBackground: true });
  await browser.close();
}

/** The article with some decisions made, the tree beside it and the hover over a name. */
async function showArticle(name: string, theme: string): Promise<void> {
  const workbench = await Workbench.open({
    folder: path.join(root, 'samples'),
    file: ARTICLE,
    settings: { 'workbench.colorTheme': theme, 'editor.lineNumbers': 'off', 'editor.fontSize': 14 },
    size: { width: 1320, height: 780 },
  });
  try {
    await workbench.command('View: Show Newsmark');
    await until('the tree to be filled', async () =>
      (await workbench.tree()).some((row) => row.startsWith('Vladimir')),
    );
    for (const entity of ['Vladimir Putin', 'Janet Yellen', 'Carnegie China', 'Chinese', 'Kremlin']) {
      const row = workbench.treeRow(entity);
      await row.hover();
      await row.getByRole('button', { name: /Accept Mention/ }).click();
      await until(`${entity} to be accepted`, async () =>
        (await row.getAttribute('aria-label'))?.includes(', decided'),
      );
    }
    await workbench.treeRow('Nathaniel Sher').click();
    // The editor may still be scrolling to him.
    await until('the hover over him', async () => (await workbench.hoverOver('Nathaniel Sher')).includes('Nathaniel'));
    await workbench.screenshot(name, 'media');
  } finally {
    await workbench.close();
  }
}

/** The first suggestions of the article in review mode. */
async function showReview(name: string, theme: string): Promise<void> {
  const workbench = await Workbench.open({
    folder: path.join(root, 'samples'),
    file: ARTICLE,
    settings: { 'workbench.colorTheme': theme, 'editor.lineNumbers': 'off', 'editor.fontSize': 14 },
    size: { width: 1100, height: 420 },
  });
  try {
    await until('the article to be read', async () => /open/.test(await workbench.page.innerText('.part.statusbar')));
    await workbench.press('Control+1', 'Control+Home', 'Alt+M', 'v');
    await until('the first suggestion', async () => /Group\?/.test(await workbench.page.innerText('.part.statusbar')));
    await workbench.press('Enter');
    await until('the next one', async () => /Person\?/.test(await workbench.page.innerText('.part.statusbar')));
    await workbench.screenshot(name, 'media');
  } finally {
    await workbench.close();
  }
}

/** What the other articles of the folder say of somebody. */
async function showCorpus(name: string, theme: string): Promise<void> {
  const workbench = await Workbench.open({
    folder: path.join(root, 'samples'),
    file: 'xi-jinping-europe.article',
    settings: { 'workbench.colorTheme': theme, 'editor.lineNumbers': 'off', 'editor.fontSize': 14 },
    size: { width: 1200, height: 640 },
  });
  try {
    await workbench.press('Control+B', 'Control+1', 'ArrowDown', 'ArrowDown');
    await until('the other articles to be indexed', async () =>
      /In\s[4-9]\sarticles/.test(await workbench.hoverOver('Xi Jinping', 1)),
    );
    // The hover is taller than it may be: what is said of other articles is scrolled to, as a reader would.
    const edge = await workbench.page.locator('.monaco-hover:not(.hidden)').first().boundingBox();
    if (edge) await workbench.page.mouse.move(edge.x + 60, edge.y + 30, { steps: 8 });
    await workbench.page.mouse.wheel(0, 110);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await workbench.screenshot(name, 'media');
  } finally {
    await workbench.close();
  }
}

/** The profile of a name over all samples, beside the article. */
async function showProfile(name: string, theme: string): Promise<void> {
  const workbench = await Workbench.open({
    folder: path.join(root, 'samples'),
    file: ARTICLE,
    settings: { 'workbench.colorTheme': theme, 'editor.lineNumbers': 'off', 'editor.fontSize': 14 },
    size: { width: 1320, height: 1000 },
  });
  try {
    await until('the article to be read', async () => /open/.test(await workbench.page.innerText('.part.statusbar')));
    await workbench.press('Control+b');
    await workbench.click('Xi Jinping');
    await workbench.command('Newsmark: Show Profile');
    await until('the profile of all articles', async () => {
      const texts = workbench.page.frames().map((frame) => frame.locator('main').allInnerTexts());
      const shown = (await Promise.all(texts)).flat().find((text) => text.includes('Xi Jinping'));
      return shown?.includes('Named in one sentence') && !shown.includes('Reading');
    });
    await workbench.screenshot(name, 'media');
  } finally {
    await workbench.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
