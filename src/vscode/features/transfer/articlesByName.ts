import type * as vscode from 'vscode';
import type { ReadArticle } from '../../../core/formats/format';
import { Text } from '../../../core/text/text';
import { fileNameOf } from '../../adapt/fileName';
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
  let byInk: Map<string, vscode.Uri> | undefined;
  const ofInk = async (ink: string) => {
    if (!byInk) {
      byInk = new Map();
      for (const { uri } of listed) {
        try {
          byInk.set(inkOf((await textAt(uri))?.text.value ?? ''), uri);
        } catch (error) {
          // One that can't be read is no reason to find none of the others.
          log.warn(`Not looked for by its words: ${uri.toString()}`, error);
        }
      }
    }
    return byInk.get(ink);
  };
  const find = async ({ name, text }: ReadArticle): Promise<FoundArticle | undefined> => {
    const base = name.split('/').at(-1) ?? name;
    const sameName = byName.get(base) ?? byName.get(stemOf(base)) ?? [];
    const samePath = sameName.filter(({ path }) => `${path}\n${stemOf(path)}\n`.includes(`/${name}\n`));
    const named = samePath.length === 1 ? samePath : sameName;
    const uri = named.length === 1 ? named[0] : text === undefined ? undefined : await ofInk(inkOf(text));
    const own = uri && (await textAt(uri));
    return uri && own && { uri, ...own };
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
