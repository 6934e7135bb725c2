import type * as vscode from 'vscode';
import type { ReadArticle } from '../../../core/formats/format';
import { articlesMeant, inkOf, OwnArticles } from '../../../core/formats/ownArticles';
import { Text } from '../../../core/text/text';
import { filesInOrder } from '../../adapt/filesInOrder';
import { readableText } from '../../adapt/unreadable';
import type { ChangedArticle } from '../../articles/changeArticle';
import type { Services } from '../../services';

/** An article of the workspace, as its file has it and as it is read. */
export interface FoundArticle extends ChangedArticle {
  /** With the line ends of the file: some tools count them. */
  readonly raw: string;
}

/** The workspace's articles, to be found by what another tool calls them, or by their words. */
export async function articlesByName({ workspace, articles, files }: Services) {
  const listed = await workspace.list();
  const own = new OwnArticles<vscode.Uri>();
  for (const { uri } of listed) own.add(uri.path, uri);
  const textAt = async (uri: vscode.Uri) => {
    // One that can't be read is no reason to find none of the others.
    const raw = await readableText(files, uri.toString());
    const open = articles.get(uri)?.session.text;
    const text = open ?? (raw === undefined ? undefined : Text.of(raw));
    const isSaved = raw !== undefined && (!open || Text.of(raw).value === open.value);
    return text && { text, raw: isSaved ? raw : text.value };
  };
  const inkAt = async ({ uri }: { readonly uri: vscode.Uri }) => ({
    uri,
    ink: inkOf((await textAt(uri))?.text.value ?? ''),
  });
  const allByInk = async () => {
    const found = new Map<string, vscode.Uri[]>();
    for await (const { ink, uri } of filesInOrder(listed, inkAt)) found.set(ink, [...(found.get(ink) ?? []), uri]);
    // Of those that can't be read, or are empty, none is meant by that.
    found.delete('');
    return found;
  };
  let byInk: ReturnType<typeof allByInk> | undefined;
  const ofInk = async (ink: string) => {
    byInk ??= allByInk();
    return (await byInk).get(ink) ?? [];
  };
  const isAlone = async ([uri, ...others]: readonly vscode.Uri[], ink: string) =>
    uri !== undefined && others.length === 0 && inkOf((await textAt(uri))?.text.value ?? '') === ink;
  const find = async (article: ReadArticle): Promise<FoundArticle | undefined> => {
    const named = own.named(article);
    const ink = article.text === undefined ? undefined : inkOf(Text.of(article.text).value);
    // All articles are read only where the one of that name has other words.
    const same = ink === undefined ? [] : (await isAlone(named, ink)) ? named : await ofInk(ink);
    const [uri, ...others] = articlesMeant(named, same);
    const found = uri && others.length === 0 ? await textAt(uri) : undefined;
    return uri && found && { uri, ...found };
  };
  return { find };
}
