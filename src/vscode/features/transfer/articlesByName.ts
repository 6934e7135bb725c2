import type * as vscode from 'vscode';
import type { ReadArticle } from '../../../core/formats/format';
import { Text } from '../../../core/text/text';
import { fileNameOf } from '../../adapt/fileName';
import { filesInOrder } from '../../adapt/filesInOrder';
import type { ChangedArticle } from '../../articles/changeArticle';
import type { Services } from '../../services';

/** An article of the workspace, as its file has it and as it is read. */
export interface FoundArticle extends ChangedArticle {
  /** With the line ends of the file: some tools count them. */
  readonly raw: string;
}

/** The workspace's articles, to be found by what another tool calls them, or by their words. */
export async function articlesByName({ workspace, articles, files, log }: Services) {
  const listed = await workspace.list();
  const byName = new Map<string, vscode.Uri[]>();
  for (const { uri } of listed)
    for (const key of new Set([fileNameOf(uri), stemOf(fileNameOf(uri))]))
      byName.set(key, [...(byName.get(key) ?? []), uri]);
  const textAt = async (uri: vscode.Uri) => {
    const raw = await files.read(uri.toString());
    const open = articles.get(uri)?.session.text;
    const text = open ?? (raw === undefined ? undefined : Text.of(raw));
    const isSaved = raw !== undefined && (!open || Text.of(raw).value === open.value);
    return text && { text, raw: isSaved ? raw : text.value };
  };
  const inkAt = async ({ uri }: { readonly uri: vscode.Uri }) => {
    try {
      return [inkOf((await textAt(uri))?.text.value ?? ''), uri] as const;
    } catch (error) {
      // One that can't be read is no reason to find none of the others.
      log.warn(`Not looked for by its words: ${uri.toString()}`, error);
      return ['', uri] as const;
    }
  };
  const allByInk = async () => {
    const found = new Map<string, vscode.Uri>();
    for await (const [ink, uri] of filesInOrder(listed, inkAt)) if (ink) found.set(ink, uri);
    return found;
  };
  // All texts are read only where one is asked for by its words.
  let byInk: ReturnType<typeof allByInk> | undefined;
  const ofInk = async (ink: string) => {
    byInk ??= allByInk();
    return (await byInk).get(ink);
  };
  const articleAt = async (uri: vscode.Uri): Promise<FoundArticle | undefined> => {
    const article = await textAt(uri);
    return article && { uri, ...article };
  };
  const find = async ({ name, text }: ReadArticle): Promise<FoundArticle | undefined> => {
    const base = name.split('/').at(-1) ?? name;
    const sameName = byName.get(base) ?? byName.get(stemOf(base)) ?? [];
    const samePath = sameName.filter(({ path }) => `${path}\n${stemOf(path)}\n`.includes(`/${name}\n`));
    const named = samePath.length === 1 ? samePath : sameName;
    const [only] = named.length === 1 ? named : [];
    const own = only && (await articleAt(only));
    if (text === undefined || (own && inkOf(own.text.value) === inkOf(text))) return own;
    // The same words under another name are more than the name alone: tools call articles “1”, “2”, “3”.
    const uri = await ofInk(inkOf(text));
    return uri ? articleAt(uri) : own;
  };
  return { find };
}

function stemOf(name: string): string {
  return name.replace(/(?<=.)\.[^.]*$/, '');
}

/** A text without its white space: what is the same in two programs' versions of it. */
function inkOf(text: string): string {
  return text.replace(/\s+/gu, '');
}
