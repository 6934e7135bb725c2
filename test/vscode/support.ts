import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Mention } from '../../src/core/mentions/mention';
import type { OpenArticle } from '../../src/vscode/articles/openArticle';
import type { Services } from '../../src/vscode/services';
import { until } from '../support/until';

export const STORY =
  'Russian President Vladimir Putin will travel to China on May 16. Putin plans to meet Xi Jinping in Beijing.\n\n' +
  'Every month, China exports more than $300 million worth of goods to Russia, said Nathaniel Sher of Carnegie China.\n';

/** What the extension gives to its tests. */
export async function services(): Promise<Services> {
  const extension = vscode.extensions.getExtension<Services>('newsmark.newsmark');
  assert.ok(extension, 'the extension is installed');
  const exported = extension.isActive ? extension.exports : await extension.activate();
  assert.ok(exported, 'the extension runs in test mode');
  return exported;
}

let count = 0;

/** A file of its own for a test, in a folder of its own in the workspace. */
export async function write(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  const uri = vscode.Uri.joinPath(folder.uri, `test-${++count}`, name);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return uri;
}

export async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** Opens a file in an editor and waits until it is recognized as an article and analyzed. */
export async function openArticle(uri: vscode.Uri): Promise<{ article: OpenArticle; editor: vscode.TextEditor }> {
  const { articles } = await services();
  await vscode.window.showTextDocument(uri);
  // A plain-text article gets another language, which closes it and opens it again.
  return until(`${uri.path} to be analyzed`, () => {
    const editor = vscode.window.activeTextEditor;
    const article = articles.get(uri);
    if (!article?.session.isAnalyzed || editor?.document !== article.document) return undefined;
    return { article, editor };
  });
}

export function mention({ session }: OpenArticle, words: string, occurrence = 0): Mention {
  const found = session.mentions.filter(({ text }) => text === words)[occurrence];
  return found ?? assert.fail(`no mention “${words}” among ${session.mentions.map(({ text }) => text).join(', ')}`);
}

/** Puts the cursor into the middle of some words, or selects them. */
export function goTo(editor: vscode.TextEditor, words: string, isSelected = false): void {
  const offset = editor.document.getText().indexOf(words);
  assert.ok(offset >= 0, words);
  const at = (delta: number) => editor.document.positionAt(offset + delta);
  const middle = at(Math.floor(words.length / 2));
  editor.selection = isSelected ? new vscode.Selection(at(0), at(words.length)) : new vscode.Selection(middle, middle);
}

export interface Filed {
  article: { sha256: string; length: number };
  annotations: {
    id: string;
    start: number;
    end: number;
    quote: string;
    label: string;
    status: string;
    source?: string;
    by?: string;
  }[];
}

/** Waits until a file has these words in it. In a browser there is no file for a moment while it is written. */
export async function written(uri: vscode.Uri, words: string): Promise<void> {
  await until(`${words} in ${uri.path}`, async () => (await readText(uri).catch(() => '')).includes(words));
}

/** The sidecar's content once it fits. */
export function filed(article: OpenArticle, fits: (sidecar: Filed) => boolean): Promise<Filed> {
  return until('the sidecar to be written', async () => {
    try {
      const sidecar: Filed = JSON.parse(await readText(article.sidecar));
      return fits(sidecar) && sidecar;
    } catch {
      // Not there yet.
      return undefined;
    }
  });
}
