import { assert } from 'chai';
import * as vscode from 'vscode';
import { until } from '../support/until';
import { filed, goTo, mention, openArticle, readText, STORY, write, written } from './support';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`newsmark.${command}`, ...args);

const at = (words: string) => ({ start: STORY.indexOf(words), end: STORY.indexOf(words) + words.length, quote: words });

/** Opens an article that has a sidecar already. */
async function openWith(sidecar: object) {
  const uri = await write('story.txt', STORY);
  const file = vscode.Uri.joinPath(uri, '..', 'story.txt.newsmark.json');
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(sidecar)));
  const opened = await openArticle(uri);
  await until('the sidecar to be read', () => opened.article.session.set.annotations.length > 0);
  return { ...opened, uri };
}

describe('what a sidecar holds beside accepted names', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('imported suggestions wait for a decision, and can be accepted', async () => {
    const { article, editor } = await openWith({
      newsmark: 1,
      annotations: [{ id: 'i1', ...at('goods to Russia'), label: 'EVENT', status: 'suggested', source: 'brat' }],
    });
    assert.strictEqual(mention(article, 'goods to Russia').status, 'suggested');
    goTo(editor, 'goods to Russia', true);
    await run('accept');
    const { annotations } = await filed(article, (sidecar) => sidecar.annotations[0]?.status === 'accepted');
    assert.strictEqual(annotations[0]?.source, 'brat');
  });

  it('relations go with an annotation and come back with it; notes and unknown fields stay', async () => {
    const relation = { id: 'r', type: 'in', from: 'b', to: 'a', strength: 3 };
    const { article, editor } = await openWith({
      newsmark: 1,
      annotations: [
        { id: 'a', ...at('Beijing'), label: 'GPE', status: 'accepted', note: 'the capital', confidence: 0.5 },
        { id: 'b', ...at('Xi Jinping'), label: 'PERSON', status: 'accepted' },
      ],
      relations: [relation],
      project: { name: 'China' },
    });
    const relations = async () => JSON.parse(await readText(article.sidecar)).relations;
    goTo(editor, 'Beijing');
    await run('remove');
    await filed(article, ({ annotations }) => annotations.length === 1);
    assert.deepEqual(await relations(), []);
    await run('undo');
    await filed(article, ({ annotations }) => annotations.length === 2);
    assert.deepEqual(await relations(), [relation]);
    const raw = await readText(article.sidecar);
    assert.include(raw, '"note": "the capital"');
    assert.include(raw, '"confidence": 0.5');
    assert.include(raw, '"project": { "name": "China" }');
  });

  it('an annotator’s decisions are in a file of their own, blind to others', async () => {
    const settings = vscode.workspace.getConfiguration('newsmark');
    await settings.update('annotator', 'alice', vscode.ConfigurationTarget.Global);
    try {
      const uri = await write('story.txt', STORY);
      const others = { newsmark: 1, annotations: [{ id: 'x', ...at('Beijing'), label: 'ORG', status: 'accepted' }] };
      await vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(uri, '..', 'story.txt.newsmark.json'),
        new TextEncoder().encode(JSON.stringify(others)),
      );
      const { article, editor } = await openArticle(uri);
      assert.match(article.sidecar.path, /\/story\.txt\.alice\.newsmark\.json$/);
      assert.strictEqual(mention(article, 'Beijing').label, 'GPE');
      goTo(editor, 'Beijing');
      await run('accept');
      await filed(article, ({ annotations }) => annotations.length === 1);
      await written(article.sidecar, '"by": "alice"');
    } finally {
      await settings.update('annotator', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

describe('a decision that another side of a merge contradicts', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is in Problems, in the hover, and settled by a quick fix, for either side', async () => {
    for (const [title, status] of [
      ['Keep “Beijing” as it is', 'accepted'],
      ['Take for “Beijing” what is said by bob: rejected', 'rejected'],
    ]) {
      const { uri, article, editor } = await openWith({
        newsmark: 1,
        annotations: [
          {
            id: 'b',
            ...at('Beijing'),
            label: 'GPE',
            status: 'accepted',
            conflicts: [{ status: 'rejected', by: 'bob' }],
          },
        ],
      });
      const problem = await until('the dispute to be in Problems', () =>
        vscode.languages.getDiagnostics(uri).find(({ code }) => code === 'dispute'),
      );
      assert.include(problem.message, 'bob: rejected');
      const place = editor.document.positionAt(at('Beijing').start + 1);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, place);
      const words = hovers
        .flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value))
        .join();
      assert.match(words, /bob:(?: |&nbsp;)rejected/);
      assert.include(words, 'Settle…');
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        problem.range,
      );
      const fix = actions.find((action) => action.title === title);
      assert.ok(fix?.command, actions.map((action) => action.title).join());
      await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
      assert.strictEqual(article.session.set.annotations[0]?.status, status);
      await until('the problem to be gone', () => vscode.languages.getDiagnostics(uri).length === 0);
      await filed(article, ({ annotations }) => annotations.every((each) => !('conflicts' in each)));
    }
  });
});

describe('annotations whose words are not in the article', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const openWithOrphan = () =>
    openWith({
      newsmark: 1,
      annotations: [{ id: 'o', start: 10, end: 17, quote: 'Zyzzyva', label: 'EVENT', status: 'accepted', note: 'odd' }],
    });
  const problemsIn = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter(({ code }) => code === 'orphan');

  it('are listed in Problems, with quick fixes that can be undone', async () => {
    const { uri, article } = await openWithOrphan();
    const problem = await until('the orphan to be in Problems', () => problemsIn(uri)[0]);
    assert.include(problem.message, 'Event “Zyzzyva” is not in the text');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      problem.range,
    );
    const fix = actions.find(({ title }) => title === 'Delete the annotation “Zyzzyva”');
    assert.ok(fix?.command, actions.map(({ title }) => title).join());
    await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
    assert.deepEqual(article.session.orphans, []);
    assert.deepEqual(problemsIn(uri), []);
    await run('undo');
    assert.strictEqual(article.session.orphans.length, 1);
    assert.strictEqual(problemsIn(uri).length, 1);
  });

  it('can be put on words that are selected', async () => {
    const { uri, article, editor } = await openWithOrphan();
    goTo(editor, 'exports more', true);
    await run('reattachToSelection', { uri: uri.toString(), orphans: ['o'] });
    const { annotations } = await filed(article, (sidecar) => sidecar.annotations[0]?.quote === 'exports more');
    assert.strictEqual(annotations[0]?.start, STORY.indexOf('exports more'));
    assert.strictEqual(mention(article, 'exports more').annotation?.note, 'odd');
    assert.deepEqual(article.session.orphans, []);
  });

  it('go on the words selected in the editor that the person is in, where several show the article', async () => {
    const { uri, article, editor } = await openWithOrphan();
    goTo(editor, 'Vladimir Putin', true);
    const beside = await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.Beside);
    goTo(beside, 'exports more', true);
    await run('reattachToSelection', { uri: uri.toString(), orphans: ['o'] });
    assert.deepEqual(
      article.session.set.annotations.map(({ quote }) => quote),
      ['exports more'],
    );
  });

  it('have rows in the tree that no other mention is decided by', async () => {
    const { article, editor } = await openWithOrphan();
    goTo(editor, 'Beijing');
    const [annotation] = article.session.orphans;
    const row = { kind: 'orphan', id: 'orphan o', article, annotation };
    for (const command of ['accept', 'reject', 'rejectEntity', 'splitMention', 'settleDispute']) {
      await run(command, row, [row]);
      assert.strictEqual(mention(article, 'Beijing').status, 'suggested', command);
    }
  });

  it('can be disputed as well, and settled', async () => {
    const { uri, article } = await openWith({
      newsmark: 1,
      annotations: [
        {
          id: 'o',
          start: 10,
          end: 17,
          quote: 'Zyzzyva',
          label: 'EVENT',
          status: 'accepted',
          conflicts: [{ status: 'rejected', by: 'bob' }],
        },
      ],
    });
    const problem = await until('the orphan to be in Problems', () => problemsIn(uri)[0]);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      problem.range,
    );
    const fix = actions.find(({ title }) => title === 'Settle what is right about “Zyzzyva”…');
    const [link] = fix?.command?.arguments ?? [];
    assert.deepEqual(link, { uri: uri.toString(), keys: ['o'] }, actions.map(({ title }) => title).join());
    await run('settleDispute', { ...link, side: 0 });
    const [settled] = article.session.orphans;
    assert.deepEqual([settled?.status, settled?.conflicts], ['rejected', undefined]);
  });
});
