import * as vscode from 'vscode';
import type { Label } from '../../../core/annotation/labels';

/**
 * What a workspace's own label set says of a label. It is apart from the mention's card, whose links may run commands:
 * those of a file may not. Nor may it load pictures, for that would tell somebody what is being read.
 */
export function guidelineOf({ title, guideline, isOwn }: Label): vscode.MarkdownString | undefined {
  if (!isOwn || guideline.trim() === '') return undefined;
  const part = new vscode.MarkdownString('', true);
  part.appendMarkdown('$(book) **').appendText(title).appendMarkdown('**\n\n');
  return part.appendMarkdown(withoutPictures(guideline));
}

/** Markdown's picture becomes a link to it: an exclamation mark that is spelled out begins no picture. */
function withoutPictures(markdown: string): string {
  return markdown.replaceAll('![', '&#33;[');
}
