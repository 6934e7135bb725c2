import { assert } from 'chai';
import * as vscode from 'vscode';
import { until } from '../support/until';
import { filed, goTo, mention, openArticle, readText, STORY, services, write } from './support';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`newsmark.${command}`, ...args);

/** An article under review from its beginning. */
async function review(name = 'story.txt') {
  const opened = await openArticle(await write(name, STORY));
  opened.editor.selection = new vscode.Selection(0, 0, 0, 0);
  await run('review');
  return opened;
}

function selected(editor: vscode.TextEditor): string {
  return editor.document.getText(editor.selection);
}

describe('review mode', () => {
  afterEach(async () => {
    await run('leaveReview');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('goes from suggestion to suggestion with a decision each', async () => {
    const { article, editor } = await review();
    const { mentions } = article.session;
    assert.strictEqual(selected(editor), mentions[0]?.text);
    await run('reviewAccept');
    assert.strictEqual(article.session.mentions[0]?.status, 'accepted');
    await run('reviewReject');
    await filed(article, ({ annotations }) => annotations.length === 2);
    await run('reviewUndo');
    assert.strictEqual(article.session.set.annotations.length, 1);
    await run('reviewRedo');
    assert.strictEqual(article.session.set.annotations.length, 2);
  });

  it('keeps the article from being typed into, and lets go of it', async () => {
    const { editor } = await review();
    await vscode.commands.executeCommand('default:type', { text: 'x' });
    assert.strictEqual(editor.document.getText(), STORY);
    await run('leaveReview');
    await until('the article to be editable again', async () => {
      await vscode.commands.executeCommand('default:type', { text: 'x' });
      return editor.document.getText() !== STORY;
    });
    await vscode.commands.executeCommand('undo');
  });

  it('lets go of a file that is an article no more', async () => {
    const { articles } = await services();
    const { article, editor } = await review('story.md');
    await run('turnOff');
    await until('it to be none', () => articles.get(article.uri) === undefined);
    await until('the file to be editable again', async () => {
      await vscode.commands.executeCommand('default:type', { text: 'x' });
      return editor.document.getText() !== STORY;
    });
    await vscode.commands.executeCommand('undo');
  });

  it('widens, narrows and labels', async () => {
    const { article, editor } = await review();
    await moved(editor, 'Carnegie China');
    await run('reviewResize', { side: 'start', how: 'wider' });
    assert.strictEqual(selected(editor), 'of Carnegie China');
    await run('reviewResize', { side: 'start', how: 'narrower' });
    assert.strictEqual(selected(editor), 'Carnegie China');
    await run('reviewLabel', { key: 'f' });
    assert.strictEqual(mention(article, 'Carnegie China').label, 'FAC');
  });

  it('decides for the rest of the article', async () => {
    const { article } = await review();
    await run('reviewAccept', { scope: 'rest' });
    assert.deepEqual(
      article.session.mentions.filter(({ status, label }) => status === 'suggested' && label !== 'QUOTATION'),
      [],
    );
  });

  it('loses no decision to keys that come fast', async () => {
    const { article } = await review();
    const before = article.session.mentions.length;
    await Promise.all(Array.from({ length: 5 }, () => run('reviewAccept')));
    await until('five decisions', () => article.session.set.annotations.length === 5);
    assert.ok(article.session.set.annotations.every(({ status }) => status === 'accepted'));
    assert.ok(article.session.mentions.length <= before);
  });

  it('ends with the article, and leaves others alone', async () => {
    const { editor } = await review();
    const other = await openArticle(await write('other.txt', STORY));
    await vscode.commands.executeCommand('default:type', { text: 'x' });
    await until('the other article to take what is typed', () => other.editor.document.getText() !== STORY);
    assert.strictEqual(editor.document.getText(), STORY);
    await vscode.commands.executeCommand('undo');
  });
});

describe('marking', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('snaps to words, unless told otherwise', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'onth, Chin', true);
    await run('mark', { label: 'EVENT' });
    assert.strictEqual(mention(article, 'month, China').label, 'EVENT');
    const settings = vscode.workspace.getConfiguration('newsmark', article.uri);
    await settings.update('snapToWords', false, vscode.ConfigurationTarget.Workspace);
    try {
      goTo(editor, 'oods', true);
      await run('mark', { label: 'PRODUCT' });
      assert.strictEqual(mention(article, 'oods').label, 'PRODUCT');
    } finally {
      await settings.update('snapToWords', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('marks everywhere in the article, once that is agreed', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'China');
    const marking = run('markEverywhere', { label: 'GPE' });
    await agreed(marking);
    const places = article.session.mentions.filter(({ text, label }) => text === 'China' && label === 'GPE');
    assert.ok(places.length >= 2 && places.every(({ status }) => status === 'accepted'));
    assert.strictEqual(article.session.canUndo?.title, `Mark “China” as Place in ${places.length} places`);
  });

  it('marks everywhere in the workspace, in closed articles too', async () => {
    const closed = await write('closed.txt', `Carnegie China is quoted here as well. ${STORY}`);
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Carnegie China', true);
    const marking = run('markInWorkspace', { label: 'ORG' });
    await agreed(marking, () => article.session.set.annotations.length > 0);
    const sidecar = closed.with({ path: `${closed.path}.newsmark.json` });
    const { annotations }: { annotations: { quote: string; label: string }[] } = await until('its sidecar', async () =>
      JSON.parse(await readText(sidecar).catch(() => 'null')),
    );
    assert.deepEqual(
      annotations.map(({ quote, label }) => `${quote} ${label}`),
      ['Carnegie China ORG', 'Carnegie China ORG'],
    );
    assert.strictEqual((await services()).articles.get(closed), undefined);
  });
});

/** Puts the cursor into some words, and waits until the editor has told of just that. */
async function moved(editor: vscode.TextEditor, words: string): Promise<void> {
  const told: vscode.Selection[] = [];
  const listener = vscode.window.onDidChangeTextEditorSelection(({ selections }) => told.push(...selections));
  goTo(editor, words);
  const wanted = editor.selection;
  await until('the editor to tell of it', () => told.some((selection) => selection.isEqual(wanted)));
  listener.dispose();
}

/** Accepts the quick pick that a command shows, as soon as it is there. */
async function agreed(marking: Thenable<unknown>, isDone: () => boolean = () => false): Promise<void> {
  let isOver = false;
  void Promise.resolve(marking).then(() => {
    isOver = true;
  });
  await until('the list to be accepted', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isOver || isDone();
  });
}
