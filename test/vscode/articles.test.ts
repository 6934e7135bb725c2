import { assert } from 'chai';
import * as vscode from 'vscode';
import { until } from '../support/until';
import { filed, goTo, mention, openArticle, STORY, services, write } from './support';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`newsmark.${command}`, ...args);

/** Opens a file and waits until the extension has looked at it. */
async function show(uri: vscode.Uri): Promise<boolean> {
  const { articles, choice } = await services();
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  if (choice.of(document).isArticle) await until('the article to be open', () => articles.get(uri));
  return articles.get(uri) !== undefined;
}

describe('which files are articles', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('takes prose for an article, gives it the language, and wraps its lines', async () => {
    const uri = await write('story.txt', STORY);
    const { editor } = await openArticle(uri);
    assert.strictEqual(editor.document.languageId, 'article');
    const wrap = vscode.workspace.getConfiguration('editor', editor.document).get('wordWrap');
    assert.strictEqual(wrap, 'on');
  });

  it('gives it the language again when it is opened the next time', async () => {
    const uri = await write('story.txt', STORY);
    const opened = () =>
      until('the language to be given', async () => {
        await vscode.commands.executeCommand('vscode.open', uri);
        return vscode.window.activeTextEditor?.document.languageId === 'article';
      });
    await opened();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const isSame = (document: vscode.TextDocument) => document.uri.toString() === uri.toString();
    await until('the document to be closed', () => !vscode.workspace.textDocuments.some(isSame));
    await opened();
  });

  it('takes what is written into a new file for an article once it is saved', async () => {
    const { articles } = await services();
    const uri = await write('new.txt', '');
    assert.strictEqual(await show(uri), false);
    const editor = vscode.window.activeTextEditor;
    assert.ok(await editor?.edit((edit) => edit.insert(new vscode.Position(0, 0), STORY)));
    assert.ok(await editor?.document.save());
    await until('it to be an article', () => articles.get(uri));
  });

  it('leaves versions of an article alone that have no place for a sidecar, as in the local history', async () => {
    const { articles } = await services();
    const content = vscode.workspace.registerTextDocumentContentProvider('newsmark-history', {
      provideTextDocumentContent: () => STORY,
    });
    try {
      const uri = vscode.Uri.from({ scheme: 'newsmark-history', path: '/story.txt', query: '{"location":"x"}' });
      assert.strictEqual(await show(uri), false);
      assert.strictEqual(articles.get(uri), undefined);
    } finally {
      content.dispose();
    }
  });

  it('leaves Markdown its language', async () => {
    const { editor } = await openArticle(await write('story.md', `# Talks in Beijing\n\n${STORY}`));
    assert.strictEqual(editor.document.languageId, 'markdown');
  });

  const others: [name: string, content: string | Uint8Array][] = [
    ['README.md', STORY],
    ['requirements.txt', 'numpy==1.26.0\nspacy>=3.7\n'],
    ['CMakeLists.txt', 'cmake_minimum_required(VERSION 3.20)\nproject(x)\n'],
    ['empty.txt', ''],
    ['table.txt', 'id;name;amount\n1;a;5\n2;b;6\n3;c;7\n'],
    ['story.py', STORY],
  ];
  for (const [name, content] of others) {
    it(`leaves ${name} alone`, async () => assert.strictEqual(await show(await write(name, content)), false));
  }

  it('leaves a binary file named .txt alone, even when told otherwise', async () => {
    const { articles, choice } = await services();
    const uri = await write('picture.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3]));
    // The editor itself may refuse to show it as text; then there is nothing to leave alone.
    try {
      await show(uri);
    } catch {
      return;
    }
    await choice.set(uri, true);
    assert.strictEqual(articles.get(uri), undefined);
  });

  it('leaves a file of 10 MB alone and says so; told otherwise, it recognizes what is in sight, also of what is typed', async () => {
    const { articles, choice } = await services();
    const pages = Array.from({ length: 45_000 }, (_, page) => `On page ${page}: ${STORY}`);
    const uri = await write('long.txt', pages.join(''));
    assert.strictEqual(await show(uri), false);
    assert.strictEqual(choice.of(await vscode.workspace.openTextDocument(uri)).reason, 'large');
    await run('turnOn');
    const marked = (from: number, words: string) =>
      until(`${words} to be marked`, () => {
        const article = articles.get(uri);
        const marks = article?.session.marksIn({ start: from, end: from + 400 }) ?? [];
        return marks.some(({ text }) => text === words) && article;
      });
    const article = await marked(0, 'Vladimir Putin');
    assert.isTrue(article.isPartly);
    const editor = vscode.window.activeTextEditor ?? assert.fail('no editor');
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(0, 0), 'Angela Merkel met Emmanuel Macron in Berlin.\n\n'),
    );
    await marked(0, 'Emmanuel Macron');
    const end = editor.document.lineCount - 1;
    editor.revealRange(new vscode.Range(end, 0, end, 0));
    await marked(article.session.text.length - 400, 'Nathaniel Sher');
  }).timeout(60_000);

  it('turns a file on and off by command', async () => {
    const { articles } = await services();
    const uri = await write('README.md', STORY);
    await show(uri);
    await run('turnOn');
    await until('it to be an article', () => articles.get(uri)?.session.isAnalyzed);
    await run('turnOff');
    await until('it to be none', () => articles.get(uri) === undefined);
  });

  it('gives back the language when a file is turned off', async () => {
    const uri = await write('story.txt', STORY);
    await openArticle(uri);
    await run('turnOff');
    await until('plain text', () => vscode.window.activeTextEditor?.document.languageId === 'plaintext');
  });

  it('reads an article with emoji, right-to-left text and astral letters', async () => {
    const text = `😀😀 𝒜 talk.\n\nالتقى الرئيس الروسي في بكين. Vladimir Putin met Xi Jinping in Beijing on 5 May 2024.\n`;
    const { article } = await openArticle(await write('mixed.article', text));
    assert.strictEqual(mention(article, 'Beijing').label, 'GPE');
  });

  it('reads the publication date, and resolves dates against it', async () => {
    const { article } = await openArticle(await write('story.txt', `---\npublished: 2024-05-14\n---\n${STORY}`));
    assert.strictEqual(mention(article, 'May 16').value, '2024-05-16');
    assert.ok(!article.session.mentions.some(({ start }) => start < 20), 'front matter is not annotated');
  });
});

describe('broken front matter', () => {
  it('is listed in Problems, and the article is read all the same', async () => {
    const uri = await write('story.txt', `---\ntitle: "Talks\npublished: 2024-05-14\n---\n${STORY}`);
    const { article } = await openArticle(uri);
    const [problem] = await until('the problem to be listed', () => {
      const list = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Newsmark');
      return list.length > 0 && list;
    });
    assert.ok((problem?.range.start.line ?? 9) <= 3);
    assert.strictEqual(mention(article, 'Beijing').label, 'GPE');
  });
});

describe('annotators', () => {
  const settings = () => vscode.workspace.getConfiguration('newsmark');
  afterEach(async () => {
    await settings().update('annotator', undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('decide blind to each other, each in a sidecar of their own', async () => {
    const uri = await write('story.txt', STORY);
    const { articles } = await services();
    const decide = async () => {
      const { article, editor } = await openArticle(uri);
      goTo(editor, 'Beijing');
      await run('accept');
      await filed(article, ({ annotations }) => annotations.length === 1);
      return article;
    };
    await decide();
    await settings().update('annotator', 'alice', vscode.ConfigurationTarget.Global);
    await until('her view of it', () => articles.get(uri)?.sidecar.path.endsWith('/story.txt.alice.newsmark.json'));
    const { article } = await openArticle(uri);
    assert.strictEqual(mention(article, 'Beijing').status, 'suggested');
    const hers = await decide();
    assert.strictEqual(mention(hers, 'Beijing').annotation?.by, 'alice');
  });
});

describe('the hover', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  async function hoverOn(uri: vscode.Uri, words: string): Promise<vscode.MarkdownString> {
    const { editor } = await openArticle(uri);
    const position = editor.document.positionAt(editor.document.getText().indexOf(words) + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
    const [content] = hovers.flatMap(({ contents }) => contents);
    assert.ok(content instanceof vscode.MarkdownString);
    return content;
  }

  it('tells what it is, how often it occurs, and offers decisions', async () => {
    const { value } = await hoverOn(await write('story.txt', STORY), 'Vladimir Putin');
    assert.match(value, /Vladimir/);
    assert.match(value, /Person/);
    assert.match(value.replaceAll('&nbsp;', ' '), /2 times in this article, first in line 1/);
    assert.match(value, /command:newsmark\.accept\?/);
  });

  it('shows a figure’s value', async () => {
    const { value } = await hoverOn(await write('story.txt', STORY), '$300 million');
    assert.match(value.replaceAll('&nbsp;', ' '), />300000000 USD/);
  });

  it('lets an article run nothing but decisions, and escapes its words', async () => {
    const evil =
      'President Vladimir [Putin](command:workbench.action.quit) <b>met</b> Xi Jinping in Moscow.\n\nThen they met again in Paris.\n';
    const content = await hoverOn(await write('evil.article', evil), 'Moscow');
    assert.ok(
      typeof content.isTrusted === 'object' &&
        content.isTrusted.enabledCommands.every((id) => id.startsWith('newsmark.')),
    );
    assert.ok(!content.supportHtml);
    assert.notMatch(content.value, /\]\(command:workbench/);
  });
});
