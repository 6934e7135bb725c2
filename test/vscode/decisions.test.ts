import { assert } from 'chai';
import * as vscode from 'vscode';
import { until } from '../support/until';
import { filed, goTo, mention, openArticle, readText, STORY, services, write } from './support';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`newsmark.${command}`, ...args);

describe('decisions', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('are made at the cursor and written beside the article', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Nathaniel Sher');
    await run('accept');
    assert.strictEqual(mention(article, 'Nathaniel Sher').status, 'accepted');
    const { annotations } = await filed(article, ({ annotations: list }) => list.length === 1);
    const [decision] = annotations;
    assert.strictEqual(STORY.slice(decision?.start, decision?.end), 'Nathaniel Sher');
    assert.strictEqual(decision?.label, 'PERSON');
    assert.strictEqual(decision?.status, 'accepted');
    assert.ok(article.sidecar.path.endsWith('/story.txt.newsmark.json'));
    assert.strictEqual(await readText(article.uri), STORY, 'the article itself is untouched');
  });

  it('reach every mention of an entity', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Vladimir Putin');
    await run('rejectEntity');
    assert.deepEqual(
      article.session.mentions.filter(({ text }) => text.includes('Putin')).map(({ status }) => status),
      ['rejected', 'rejected'],
    );
  });

  it('are made once by a row of the tree that is pressed twice, and on its words where they are by now', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    const rowOf = (words: string) => ({ kind: 'mention', id: words, article, mentions: [mention(article, words)] });
    const row = rowOf('Xi Jinping');
    await run('accept', row, [row]);
    await run('accept', row, [row]);
    assert.deepEqual(
      article.session.set.annotations.map(({ quote }) => quote),
      ['Xi Jinping'],
    );
    const [decided, open] = [rowOf('Xi Jinping'), rowOf('Beijing')];
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'News: '));
    await run('accept', open, [open]);
    await run('reject', decided, [decided]);
    assert.deepEqual(
      article.session.set.annotations.map(({ start, end }) => article.session.text.slice(start, end)),
      ['Xi Jinping'],
      'what has moved without a name of its own is not guessed at',
    );
  });

  it('are made by several links of one hover, one after the other', async () => {
    const { article } = await openArticle(await write('story.txt', STORY));
    const link = { uri: article.uri.toString(), keys: [mention(article, 'Beijing').key] };
    await run('accept', link);
    await run('reject', link);
    assert.strictEqual(mention(article, 'Beijing').status, 'rejected');
    assert.lengthOf(article.session.set.annotations, 1);
  });

  it('mark the selection with a label, several selections at once', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    const text = editor.document.getText();
    editor.selections = ['Every month', 'worth of goods'].map((words) => {
      const at = text.indexOf(words);
      return new vscode.Selection(editor.document.positionAt(at), editor.document.positionAt(at + words.length));
    });
    await run('mark', { label: 'EVENT' });
    assert.strictEqual(mention(article, 'worth of goods').label, 'EVENT');
    assert.strictEqual(mention(article, 'Every month').status, 'accepted');
    await filed(article, ({ annotations }) => annotations.length === 2);
  });

  it('change the label of the mention under the cursor', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Carnegie China');
    await run('mark', { label: 'FAC' });
    assert.strictEqual(mention(article, 'Carnegie China').label, 'FAC');
  });

  it('are undone and redone, apart from the text', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Beijing');
    await run('accept');
    await run('undo');
    assert.strictEqual(mention(article, 'Beijing').status, 'suggested');
    await run('redo');
    assert.strictEqual(mention(article, 'Beijing').status, 'accepted');
    assert.strictEqual(editor.document.getText(), STORY);
  });

  it('count code points, whatever the file’s line ends and marks', async () => {
    const raw = `\ufeff😀 First line.\r\n\r\n${STORY.replaceAll('\n', '\r\n')}`;
    const { article, editor } = await openArticle(await write('story.txt', raw));
    goTo(editor, 'Beijing');
    await run('accept');
    const { annotations, article: facts } = await filed(article, (sidecar) => sidecar.annotations.length === 1);
    const points = [...raw.replace('\ufeff', '').replaceAll('\r\n', '\n')];
    assert.strictEqual(points.slice(annotations[0]?.start, annotations[0]?.end).join(''), 'Beijing');
    assert.strictEqual(facts.length, points.length);
  });

  it('stay on their words while the text is edited, and are filed anew when it is saved', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Beijing');
    await run('accept');
    const before = await filed(article, ({ annotations }) => annotations.length === 1);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Two new words. '));
    assert.strictEqual(mention(article, 'Beijing').status, 'accepted');
    await editor.document.save();
    const after = await filed(article, ({ article: facts }) => facts.sha256 !== before.article.sha256);
    const text = editor.document.getText();
    assert.strictEqual(text.slice(after.annotations[0]?.start, after.annotations[0]?.end), 'Beijing');
  });

  it('come back when words are deleted and the deletion is undone', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Beijing', true);
    await run('accept');
    await editor.edit((edit) => edit.delete(editor.selection));
    assert.strictEqual(article.session.orphans.length, 1);
    await vscode.commands.executeCommand('undo');
    await until('the annotation to be back', () => article.session.orphans.length === 0);
    assert.strictEqual(mention(article, 'Beijing').status, 'accepted');
  });

  it('are there again when the article is opened again', async () => {
    const uri = await write('story.txt', STORY);
    const { article, editor } = await openArticle(uri);
    goTo(editor, 'Beijing');
    await run('accept');
    goTo(editor, 'Russia,');
    await run('reject');
    await filed(article, ({ annotations }) => annotations.length === 2);
    // While it is being written, the session outlives its document, and goes on with the next one.
    await until('the writing to be over', () => !article.session.hasUnsaved);
    // VS Code keeps a document for a while after its tab is closed; a change of language closes it at once.
    const { articles } = await services();
    await vscode.languages.setTextDocumentLanguage(editor.document, 'markdown');
    await until('the article to be closed and opened', () => articles.get(uri) !== article);
    const { article: again } = await openArticle(uri);
    await until('the decisions to be read', () => again.session.set.annotations.length === 2);
    assert.strictEqual(mention(again, 'Beijing').status, 'accepted');
    assert.strictEqual(mention(again, 'Russia').status, 'rejected');
  });

  it('of somebody else are taken in when the sidecar changes on disk', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Beijing');
    await run('accept');
    const sidecar = await filed(article, ({ annotations }) => annotations.length === 1);
    const start = STORY.indexOf('China');
    const theirs = { id: 'theirs', start, end: start + 5, quote: 'China', label: 'GPE', status: 'accepted' };
    const changed = JSON.stringify({ ...sidecar, annotations: [...sidecar.annotations, theirs] });
    await vscode.workspace.fs.writeFile(article.sidecar, new TextEncoder().encode(changed));
    await until('their decision to be seen', () => mention(article, 'China').status === 'accepted');
    goTo(editor, 'Xi Jinping');
    await run('reject');
    const merged = await filed(article, ({ annotations }) => annotations.length === 3);
    assert.deepEqual(merged.annotations.map(({ quote }) => quote).sort(), ['Beijing', 'China', 'Xi Jinping']);
  });
});
