import { assert } from 'chai';
import * as vscode from 'vscode';
import { until } from '../support/until';
import { filed, goTo, mention, openArticle, readText, STORY, services, write } from './support';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`newsmark.${command}`, ...args);

describe('renaming an article', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('takes every annotator’s sidecar along, and the decisions are there under the new name', async () => {
    const uri = await write('story.txt', STORY);
    const { article, editor } = await openArticle(uri);
    goTo(editor, 'Beijing');
    await run('accept');
    await filed(article, ({ annotations }) => annotations.length === 1);
    const folder = vscode.Uri.joinPath(uri, '..');
    const alices = await readText(article.sidecar);
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(folder, 'story.txt.alice.newsmark.json'),
      new TextEncoder().encode(alices),
    );
    const renamed = vscode.Uri.joinPath(folder, 'talks.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, renamed);
    assert.ok(await vscode.workspace.applyEdit(edit));
    const names = await until('the sidecars to follow', async () => {
      const list = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
      return !list.some((name) => name.startsWith('story')) && list;
    });
    assert.deepEqual(names, ['talks.txt', 'talks.txt.alice.newsmark.json', 'talks.txt.newsmark.json']);
    const { article: again } = await openArticle(renamed);
    await until('the decision to be read', () => mention(again, 'Beijing').status === 'accepted');
  });
});

describe('a sidecar in trouble', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('that is broken is never written over, is listed in Problems, and can be set aside', async () => {
    const uri = await write('story.txt', STORY);
    const sidecar = vscode.Uri.joinPath(uri, '..', 'story.txt.newsmark.json');
    const broken = '{\n  "newsmark": 1,\n  "annotations": [oops]\n}\n';
    await vscode.workspace.fs.writeFile(sidecar, new TextEncoder().encode(broken));
    const { article, editor } = await openArticle(uri);
    const [problem] = await until('the problem to be listed', () => {
      const list = vscode.languages.getDiagnostics(sidecar).filter(({ source }) => source === 'Newsmark');
      return list.length > 0 && list;
    });
    assert.strictEqual(problem?.range.start.line, 2);
    goTo(editor, 'Beijing');
    await run('accept');
    assert.strictEqual(mention(article, 'Beijing').status, 'suggested', 'a decision that can not be kept is not made');
    assert.strictEqual(await readText(sidecar), broken);
    await run('setSidecarAside', uri);
    await until('the trouble to be over', () => article.session.sidecarState.kind === 'ready');
    await run('accept');
    await filed(article, ({ annotations }) => annotations.length === 1);
    const names = (await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(uri, '..'))).map(([name]) => name);
    const aside = names.find((name) => name.includes('broken'));
    assert.strictEqual(aside && (await readText(vscode.Uri.joinPath(uri, '..', aside))), broken);
  });

  it('is the one that was told of: no other is set aside for it, and none that is not broken', async () => {
    const { article, editor } = await openArticle(await write('story.txt', STORY));
    goTo(editor, 'Beijing');
    await run('accept');
    await filed(article, ({ annotations }) => annotations.length === 1);
    const closed = await write('closed.txt', STORY);
    for (const uri of [closed, article.uri]) await run('setSidecarAside', uri);
    const names = (await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(article.uri, '..'))).map(
      ([name]) => name,
    );
    assert.deepEqual(names.sort(), ['story.txt', 'story.txt.newsmark.json']);
  });

  it('that a newer version wrote is shown and left as it is', async () => {
    const uri = await write('story.txt', STORY);
    const sidecar = vscode.Uri.joinPath(uri, '..', 'story.txt.newsmark.json');
    const start = STORY.indexOf('Beijing');
    const raw = JSON.stringify({
      newsmark: 7,
      annotations: [{ id: 'a', start, end: start + 7, quote: 'Beijing', label: 'GPE', status: 'accepted' }],
    });
    await vscode.workspace.fs.writeFile(sidecar, new TextEncoder().encode(raw));
    const { article, editor } = await openArticle(uri);
    await until('its decisions to be shown', () => mention(article, 'Beijing').status === 'accepted');
    goTo(editor, 'Xi Jinping');
    await run('accept');
    assert.strictEqual(mention(article, 'Xi Jinping').status, 'suggested');
    assert.strictEqual(await readText(sidecar), raw);
  });

  it('that can not be written keeps its decisions until it can: a read-only file system', async () => {
    const files = new VirtualFiles();
    files.contents.set('/story.txt', new TextEncoder().encode(STORY));
    const provider = vscode.workspace.registerFileSystemProvider('newsmark-test', files, { isCaseSensitive: true });
    try {
      files.isReadOnly = true;
      const { article, editor } = await openArticle(vscode.Uri.from({ scheme: 'newsmark-test', path: '/story.txt' }));
      goTo(editor, 'Beijing');
      await run('accept');
      await until('the failure to be known', () => article.session.sidecarState.kind === 'unsaved');
      assert.strictEqual(mention(article, 'Beijing').status, 'accepted');
      files.isReadOnly = false;
      article.sync();
      await until('the decision to be written', () => files.contents.has('/story.txt.newsmark.json'));
      assert.deepEqual(
        [...files.contents.keys()].sort(),
        ['/story.txt', '/story.txt.newsmark.json'],
        'nothing else is left',
      );
    } finally {
      provider.dispose();
    }
  });
});

describe('a sidecar that takes its time', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is waited for: what is decided is at no moment shown as undecided', async () => {
    const files = new VirtualFiles();
    const start = STORY.indexOf('Beijing');
    const annotation = { id: 'a', start, end: start + 7, quote: 'Beijing', label: 'GPE', status: 'accepted' };
    files.contents.set('/story.txt', new TextEncoder().encode(STORY));
    files.contents.set(
      '/story.txt.newsmark.json',
      new TextEncoder().encode(JSON.stringify({ newsmark: 1, entities: [], annotations: [annotation] })),
    );
    // Longer than the recognizers take, and far from as long as a sidecar is waited for.
    files.delay = 150;
    const { articles } = await services();
    const statuses = new Set<string>();
    const provider = vscode.workspace.registerFileSystemProvider('newsmark-slow', files, { isCaseSensitive: true });
    const listening = articles.onDidChange(({ article: { uri, session } }) => {
      // Others, of tests before, may just be closed.
      if (uri.scheme !== 'newsmark-slow') return;
      for (const { text, status } of session.mentions) if (text === 'Beijing') statuses.add(status);
    });
    try {
      await openArticle(vscode.Uri.from({ scheme: 'newsmark-slow', path: '/story.txt' }));
      assert.deepEqual([...statuses], ['accepted']);
    } finally {
      listening.dispose();
      provider.dispose();
    }
  });

  it('is waited for when its article is renamed, and comes along', async () => {
    const files = new VirtualFiles();
    files.contents.set('/story.txt', new TextEncoder().encode(STORY));
    const provider = vscode.workspace.registerFileSystemProvider('newsmark-renamed', files, { isCaseSensitive: true });
    const at = (path: string) => vscode.Uri.from({ scheme: 'newsmark-renamed', path });
    try {
      const { editor } = await openArticle(at('/story.txt'));
      files.delay = 200;
      goTo(editor, 'Beijing');
      await run('accept');
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(at('/story.txt'), at('/talks.txt'));
      assert.ok(await vscode.workspace.applyEdit(edit));
      const { article: again } = await openArticle(at('/talks.txt'));
      await until('the decision to be read', () => mention(again, 'Beijing').status === 'accepted');
      assert.deepEqual([...files.contents.keys()].sort(), ['/talks.txt', '/talks.txt.newsmark.json']);
    } finally {
      provider.dispose();
    }
  });

  it('is waited for when its article is deleted, and goes with it', async () => {
    const files = new VirtualFiles();
    files.contents.set('/story.txt', new TextEncoder().encode(STORY));
    const provider = vscode.workspace.registerFileSystemProvider('newsmark-deleted', files, { isCaseSensitive: true });
    try {
      const uri = vscode.Uri.from({ scheme: 'newsmark-deleted', path: '/story.txt' });
      const { article, editor } = await openArticle(uri);
      files.delay = 200;
      goTo(editor, 'Beijing');
      await run('accept');
      const edit = new vscode.WorkspaceEdit();
      edit.deleteFile(uri);
      assert.ok(await vscode.workspace.applyEdit(edit));
      await article.session.sync();
      assert.deepEqual([...files.contents.keys()], []);
    } finally {
      provider.dispose();
    }
  });
});

/** A flat file system in memory, as a virtual workspace has one. */
class VirtualFiles implements vscode.FileSystemProvider {
  readonly contents = new Map<string, Uint8Array>();
  isReadOnly = false;
  /** How long sidecars take to be read, in milliseconds. */
  delay = 0;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.#contentOf(uri).length };
  }

  readDirectory(): [string, vscode.FileType][] {
    return [...this.contents.keys()].map((name) => [name.slice(1), vscode.FileType.File]);
  }

  createDirectory(): void {
    this.#mayWrite();
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    if (uri.path.endsWith('.json')) await new Promise((resolve) => setTimeout(resolve, this.delay));
    return this.#contentOf(uri);
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.#mayWrite();
    this.contents.set(uri.path, content);
  }

  delete(uri: vscode.Uri): void {
    this.#mayWrite();
    if (!this.contents.delete(uri.path)) missing(uri);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.#mayWrite();
    this.contents.set(to.path, this.#contentOf(from));
    this.contents.delete(from.path);
  }

  #contentOf(uri: vscode.Uri): Uint8Array {
    return this.contents.get(uri.path) ?? missing(uri);
  }

  #mayWrite(): void {
    if (this.isReadOnly) throw vscode.FileSystemError.NoPermissions('This file system is read-only.');
  }
}

function missing(uri: vscode.Uri): never {
  throw vscode.FileSystemError.FileNotFound(uri);
}
