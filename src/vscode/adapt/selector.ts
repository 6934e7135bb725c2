import type * as vscode from 'vscode';

/** The languages that articles are in. */
export const ARTICLE_LANGUAGES: vscode.DocumentSelector = [
  { language: 'article' },
  { language: 'plaintext' },
  { language: 'markdown' },
];
