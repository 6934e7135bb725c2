import type * as vscode from 'vscode';

/** Appends a link; neither its words nor its address, which a file may say, can be anything else than that. */
export function appendLink(card: vscode.MarkdownString, words: string, address: string): vscode.MarkdownString {
  return card
    .appendMarkdown('[')
    .appendText(words)
    .appendMarkdown(`](${inMarkdown(address)})`);
}

/** An address that can't end the Markdown link it stands in. */
export function inMarkdown(address: string): string {
  return address.replace(
    /[()[\]\\<>"'`\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
