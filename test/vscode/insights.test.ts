import { assert } from 'chai';
import * as vscode from 'vscode';
import { until } from '../support/until';
import { goTo, mention, openArticle, STORY, write } from './support';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`newsmark.${command}`, ...args);

/** Titles of the panels that are open. */
const panels = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview)
    .map(({ label }) => label);

const titled = (title: string) => until(`the panel “${title}”`, () => panels().includes(title));

describe('views', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('open in one panel, that of the name at the cursor first', async () => {
    const { editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Xi Jinping');
    await run('showProfile');
    await titled('Xi Jinping');
    await run('showTimeline');
    await titled('Newsmark: Timeline');
    await run('showFigures');
    await titled('Newsmark: Figures');
    await run('showFrequent');
    await titled('Newsmark: Most frequent');
    assert.lengthOf(panels(), 1);
  });

  it('show the profile of what a link or a row of the tree names, of a quotation the speaker’s', async () => {
    const { article } = await openArticle(await write('story.txt', STORY));
    const uri = article.uri.toString();
    await run('showProfile', { uri, keys: [mention(article, 'Putin').key] });
    await titled('Vladimir Putin');
    const said = article.session.mentions.find(({ quotation, text }) => quotation && text.includes('exports'));
    assert.ok(said);
    await run('showProfile', { article, mentions: [said] });
    await titled('Nathaniel Sher');
    assert.lengthOf(panels(), 1);
  });

  it('close with their panel, and open again', async () => {
    await openArticle(await write('story.txt', STORY));
    await run('showFrequent');
    await titled('Newsmark: Most frequent');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('no panel', () => panels().length === 0);
    await openArticle(await write('other.txt', STORY));
    await run('showFigures');
    await titled('Newsmark: Figures');
  });
});
