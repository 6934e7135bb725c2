import * as vscode from 'vscode';
import { Text } from '../../core/text/text';
import { readableText } from '../adapt/unreadable';
import type { Services } from '../services';

/**
 * The text of an article as it is now, be it open or not.
 * @param path the article's URI
 * @returns undefined where it is gone, or no text any more
 */
export async function articleText({ articles, files }: Services, path: string): Promise<Text | undefined> {
  const open = articles.get(vscode.Uri.parse(path, true));
  if (open) return open.session.text;
  const raw = await readableText(files, path);
  return raw === undefined ? undefined : Text.of(raw);
}
