import { assert } from 'chai';
import * as vscode from 'vscode';
import { until } from '../support/until';
import { filed, goTo, mention, openArticle, readText, STORY, write, written } from './support';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`newsmark.${command}`, ...args);

const ofEntity = (name: string, mentions: readonly { name: string; text: string }[]) =>
  mentions.filter((each) => each.name === name).map(({ text }) => text);

describe('entities', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('are renamed by the editor’s own Rename, which leaves the article as it is', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Vladimir Putin');
    const position = editor.selection.active;
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      article.uri,
      position,
      'V. V. Putin',
    );
    assert.strictEqual(edit.size, 0);
    assert.deepEqual(ofEntity('V. V. Putin', article.session.mentions), ['Vladimir Putin', 'Putin']);
    assert.strictEqual(editor.document.getText(), STORY);
    await run('undo');
    assert.deepEqual(ofEntity('Vladimir Putin', article.session.mentions), ['Vladimir Putin', 'Putin']);
  });

  it('are not there to rename beside a mention', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'will travel');
    let message = '';
    try {
      await vscode.commands.executeCommand('vscode.prepareRename', article.uri, editor.selection.active);
    } catch (error) {
      message = String(error);
    }
    assert.include(message, 'no name or figure here');
  });

  it('are merged and split, which the sidecar tells and undo takes back', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    const [china, carnegie] = [mention(article, 'China'), mention(article, 'Carnegie China')];
    const uri = article.uri.toString();
    await run('mergeEntity', { uri, keys: [carnegie.key], into: china.entity });
    assert.strictEqual(mention(article, 'Carnegie China').name, 'China');
    goTo(editor, 'Carnegie China');
    await run('splitMention');
    assert.strictEqual(mention(article, 'Carnegie China').name, 'Carnegie China');
    await written(article.sidecar, '"name": "Carnegie China", "aliases": []');
    await run('undo');
    await run('undo');
    await filed(article, ({ annotations }) => annotations.length === 0);
    assert.deepEqual(article.session.set.entities, []);
  });

  it('are two where a person says so, which the hover does not ask again', async () => {
    const { article } = await openArticle(await write('story.txt', STORY));
    const [china, carnegie] = [mention(article, 'China'), mention(article, 'Carnegie China')];
    await run('notSame', { uri: article.uri.toString(), keys: [carnegie.key], into: china.entity });
    // There is no file before the first decision, and in a browser none for a moment while it is written.
    const inFile = () => readText(article.sidecar).catch(() => undefined);
    await written(article.sidecar, 'notSame');
    const entities: readonly { id: string; name: string; notSame?: unknown }[] = JSON.parse(
      await readText(article.sidecar),
    ).entities;
    const [own, other] = ['Carnegie China', 'China'].map((name) => entities.find((each) => each.name === name));
    assert.deepEqual(own?.notSame, [other?.id]);
    await run('undo');
    await until('the file', async () => (await inFile())?.includes('notSame') === false);
  });
});

describe('relations', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('are made by one key at either end', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'more than $300 million');
    await run('relate');
    assert.strictEqual(article.session.set.relations.length, 0);
    goTo(editor, 'Nathaniel Sher');
    await run('relate');
    const [relation] = article.session.set.relations;
    assert.strictEqual(relation?.type, 'counts');
    assert.strictEqual(mention(article, 'Nathaniel Sher').annotation?.id, relation?.to);
    await filed(article, ({ annotations }) => annotations.length === 2);
    await written(article.sidecar, '"type": "counts"');
    await run('removeRelation', { uri: article.uri.toString(), relations: [relation?.id] });
    assert.deepEqual(article.session.set.relations, []);
    await run('undo');
    assert.strictEqual(article.session.set.relations.length, 1);
  });

  it('are made also from a mention that is decided on in between', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'more than $300 million');
    await run('relate');
    await run('accept');
    goTo(editor, 'Nathaniel Sher');
    await run('relate');
    assert.deepEqual(
      article.session.set.relations.map(({ type }) => type),
      ['counts'],
    );
  });

  it('are shown in the hover', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    editor.selections = ['Beijing', 'Xi Jinping'].map((words) => {
      const at = editor.document.positionAt(STORY.indexOf(words) + 1);
      return new vscode.Selection(at, at);
    });
    const related = run('relate');
    // Both are names: the type is asked for, and the first one offered is taken.
    await until('the relation to be made', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return article.session.set.relations.length === 1;
    });
    await related;
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      article.uri,
      editor.document.positionAt(STORY.indexOf('Beijing') + 1),
    );
    const said = hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value)).join();
    assert.include(said, 'Xi&nbsp;Jinping](command:newsmark.goToMention');
  });
});

describe('a question about an entity', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('that is answered late takes back nothing of what others decided meanwhile', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Beijing');
    await run('accept');
    const [decided] = article.session.set.annotations;
    assert.ok(decided);
    const merging = run('mergeEntity');
    const noted = { title: 'note', edits: [{ before: decided, after: { ...decided, note: 'theirs' } }] };
    article.session.apply(noted);
    await until('another entity to be taken', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return article.session.set.entities.length === 1;
    });
    await merging;
    assert.deepEqual(
      article.session.set.annotations.map(({ note, entity }) => [note, entity === undefined]),
      [['theirs', false]],
    );
  });
});

describe('notes', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('are begun and given up without a trace', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Beijing');
    await run('note');
    await run('discardNote');
    assert.deepEqual(article.session.set.annotations, []);
  });
});
