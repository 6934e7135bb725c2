import * as vscode from 'vscode';

/**
 * Appends words of articles, escaped as `appendText` does it, but for the spaces between them: it makes all of them
 * unbreakable, so that a long sentence does not wrap where a person would break it. The first stays so, as "1. May" would
 * begin a list.
 * @param words on one line
 */
export function appendWords(card: vscode.MarkdownString, words: string): vscode.MarkdownString {
  const { value } = new vscode.MarkdownString('', true).appendText(words);
  const first = value.indexOf(UNBREAKABLE) + UNBREAKABLE.length;
  return card.appendMarkdown(value.slice(0, first) + value.slice(first).replaceAll(UNBREAKABLE, ' '));
}

const UNBREAKABLE = '&nbsp;';
