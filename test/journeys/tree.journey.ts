import assert from 'node:assert/strict';
import { until } from '../support/until.ts';
import { Workbench } from '../support/workbench.ts';
import { decisionsIn } from './filed.ts';

const ARTICLE = 'putin-china-visit.article';

/** The first people of the tree, and the first ones in the order of their names. */
const PEOPLE = ['Vladimir Putin', 'Xi Jinping', 'Dennis Wilder', 'Andrei Belousov', 'Alexander Gabuev', 'Kim Jong Un'];
const BY_NAME = ['Alexander Gabuev', 'Alicja Bachulska', 'Andrei Belousov', 'Antony Blinken', 'Dennis Wilder'];

/** As fast as a person who knows the keys. */
const quick = () => new Promise((resolve) => setTimeout(resolve, 120));

describe('a reader lays the tree out', () => {
  let workbench: Workbench;

  before(async () => {
    // High enough for the labels that these journeys look for, above the other views of the side bar.
    workbench = await Workbench.open({ folder: 'samples', file: ARTICLE, size: { width: 1280, height: 1000 } });
    await workbench.command('View: Show Newsmark');
    await rows('the tree to be filled', (list) => list.some((row) => row.startsWith('Vladimir Putin')));
  });
  after(() => workbench.close());

  const rows = (what: string, fits: (list: string[]) => boolean): Promise<string[]> =>
    until(what, async () => {
      const list = await workbench.tree();
      return fits(list) && list;
    });
  const isRow = (start: string) => (row: string) => row.startsWith(start);

  it('filters it while typing, and clears the filter', async () => {
    await workbench.command('Newsmark: Filter the Tree…');
    await workbench.answer('sher');
    const list = await rows('only Sher to be left', (all) => all.length > 0 && !all.some(isRow('Places')));
    assert.ok(list.some(isRow('Nathaniel Sher')), list.join('\n'));
    await workbench.command('Newsmark: Clear the Filter of the Tree');
    await rows('all to be back', (all) => all.some(isRow('Places')));
  });

  /** Accepts people that stand below each other, from the row that has the focus on, and takes it all back. */
  async function accept(people: readonly string[]): Promise<void> {
    for (let count = 0; count < people.length; count++) {
      await workbench.press('Control+Enter');
      await quick();
      await workbench.press('ArrowDown');
      await quick();
    }
    const decided = () => decisionsIn(workbench, ARTICLE);
    const isIn = (name: string) => (decision: string) => decision.startsWith(`${name} PERSON accepted`);
    await until('all of them to be accepted', async () => {
      const decisions = await decided();
      return people.every((name) => decisions.some(isIn(name)));
    });
    assert.ok(
      (await decided()).every((decision) => / PERSON accepted$/.test(decision)),
      (await decided()).join(', '),
    );
    for (const _ of people) await workbench.press('Alt+M', 'z');
    await until('them to be undecided again', async () => (await decided()).length === 0);
  }

  it('accepts one entity after the other by keys that do not wait for the tree', async () => {
    await workbench.command('Newsmark: Focus on Entities View');
    await workbench.press('Home', 'ArrowDown');
    await workbench.page.locator('.part.sidebar .monaco-list-row.focused', { hasText: 'Vladimir Putin' }).waitFor();
    await accept(PEOPLE);
  });

  it('orders it by name, and groups it by status', async () => {
    await workbench.command('Newsmark: Order of the Tree…');
    await workbench.choose('Name');
    await rows('names in order', (all) => {
      const people = all.slice(all.findIndex(isRow('People')) + 1, all.findIndex(isRow('Groups')));
      return people.length > 3 && people.every((row, index) => index === 0 || (people[index - 1] ?? '') <= row);
    });
    await workbench.command('Newsmark: Group the Tree By…');
    await workbench.choose('Status');
    await rows('groups by status', (all) => all[0]?.startsWith('Undecided') ?? false);
    await workbench.command('Newsmark: Group the Tree By…');
    await workbench.choose('Label');
    await rows('groups by label', (all) => all[0]?.startsWith('People') ?? false);
  });

  it('renames an entity with F2', async () => {
    await workbench.treeRow('Xi Jinping').click();
    await workbench.page.locator('.part.sidebar .monaco-list-row.selected', { hasText: 'Xi Jinping' }).waitFor();
    // The click also shows the mention in the editor, which has the keyboard then.
    await workbench.focusBy('Control+0', workbench.page.locator('.part.sidebar .monaco-list:focus'));
    await workbench.press('F2');
    await workbench.answer('Chairman Xi');
    await rows('the new name', (all) => all.some(isRow('Chairman Xi')));
    await workbench.command('Newsmark: Undo Decision');
    await rows('the old name', (all) => all.some(isRow('Xi Jinping')));
  });

  it('merges an entity into another by dragging it there', async () => {
    const from = workbench.treeRow('Alicja Bachulska');
    await from.dragTo(workbench.treeRow('Antony Blinken'));
    await rows('the merged entity', (all) => !all.some(isRow('Alicja')) && all.some(isRow('Antony Blinken2')));
    await workbench.command('Newsmark: Undo Decision');
    await rows('both to be back', (all) => all.some(isRow('Alicja')));
  });

  it('folds a label, and finds it folded after being elsewhere', async () => {
    const isFolded = (all: string[]) => all[0]?.startsWith('People') === true && all[1]?.startsWith('Groups') === true;
    /** Clicks before the row, again where the row was drawn anew just then: such a click is lost. */
    const click = (what: string, fits: (list: string[]) => boolean) =>
      until(what, async () => {
        await workbench.treeRow('People').locator('.monaco-tl-twistie').click();
        return until(what, async () => fits(await workbench.tree()), 3_000).catch(() => false);
      });
    await click('people to be folded', isFolded);
    await workbench.openFile('xinhua-news-agency.article');
    await rows('the other article', (all) => !isFolded(all));
    await workbench.openFile(ARTICLE);
    await rows('people to be folded still', isFolded);
    await click('people to be unfolded', (all) => !isFolded(all));
  });

  it('sees all articles of the workspace', async () => {
    await workbench.command('Newsmark: What the Tree Shows…');
    await workbench.choose('workspace');
    const list = await rows('the articles', (all) => all.some(isRow(ARTICLE)) && all.length > 3);
    assert.ok(list.some(isRow('un-north-korea-panel.article')), list.join('\n'));
    await workbench.treeRow(ARTICLE).locator('.monaco-tl-twistie').click();
    await rows('the open article to be unfolded', (all) => all.some(isRow('People')));
    await workbench.screenshot('journey-tree');
  });

  it('accepts one entity after the other there as well', async () => {
    await workbench.command('Newsmark: Focus on Entities View');
    await workbench.press('Home');
    await workbench.goDownTo('Alexander Gabuev');
    await accept(BY_NAME);
  });

  it('sees in the Explorer how far they are', async () => {
    await workbench.command('View: Show Explorer');
    const explorer = workbench.page.locator('.explorer-folders-view');
    await explorer.locator('.monaco-list-row', { hasText: ARTICLE }).first().waitFor();
    await explorer.locator('[class*="itemBadge"]').first().waitFor();
    await workbench.screenshot('journey-explorer');
  });
});
