import * as vscode from 'vscode';
import { fileNameOf } from '../adapt/fileName';
import { COMMANDS } from '../contributions';
import type { OpenArticle } from './openArticle';

/** What a person should know about a sidecar that is not as it should be. */
export function troubleOf({ session, sidecar }: OpenArticle): string | undefined {
  const { sidecarState: state } = session;
  const name = fileNameOf(sidecar);
  switch (state.kind) {
    case 'ready':
      return undefined;
    case 'broken':
      return `${name} can't be read, so nothing is written to it. ${state.problems[0].message} Mend it, or set it aside and start afresh.`;
    case 'newer':
      return `${name} was written by a newer Newsmark (format ${state.version}). It is shown, and left as it is.`;
    case 'unreadable':
      return `${name} can't be opened: ${state.reason}`;
    case 'unsaved':
      return `${name} can't be written: ${state.reason} Your decisions are kept in this window and written as soon as it works.`;
  }
}

/** What can be done about the trouble, by its kind. */
const HELP = Object.freeze({
  ready: [],
  broken: ['Open It', 'Set It Aside'],
  newer: ['Open It'],
  unreadable: ['Try Again'],
  unsaved: ['Try Again'],
} as const);

/** Tells the person what is wrong, with buttons for what can be done. */
export async function offerHelp(article: OpenArticle, message: string): Promise<void> {
  const action = await vscode.window.showErrorMessage(message, ...HELP[article.session.sidecarState.kind]);
  if (action === 'Open It') await vscode.commands.executeCommand(COMMANDS.openSidecar, article.uri);
  if (action === 'Set It Aside') await vscode.commands.executeCommand(COMMANDS.setSidecarAside, article.uri);
  if (action === 'Try Again') article.sync();
}

/**
 * Whether decisions about an article can be kept. Where they can't, because its sidecar is not one to be written, the
 * person is told; a decision that could not be kept must not look made.
 */
export function canDecide(article: OpenArticle): boolean {
  const { kind } = article.session.sidecarState;
  const message = troubleOf(article);
  if (message === undefined || kind === 'unsaved' || kind === 'unreadable') return true;
  void offerHelp(article, message);
  return false;
}
