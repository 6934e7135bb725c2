import * as vscode from 'vscode';
import type { ArticleSession } from '../../core/session';
import type { Fault, FaultKind } from '../../core/sidecar/fault';
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
      return `${name} can’t be read, so nothing is written to it. ${state.problems[0].message} Mend it, or set it aside and start afresh.${waiting(session)}`;
    case 'newer':
      return `${name} was written by a newer Newsmark (format ${state.version}). It is shown, and left as it is.`;
    case 'unreadable':
      return `${name} can’t be opened. ${adviceOn(state.fault)}${waiting(session)}`;
    case 'unsaved':
      return `${name} can’t be written. ${adviceOn(state.fault)}${waiting(session)}`;
  }
}

/** What becomes of decisions that the file could not take. */
function waiting({ hasUnsaved, isKept }: ArticleSession): string {
  if (!hasUnsaved) return '';
  return isKept
    ? ' Your decisions are kept safe until then, also if you close the window.'
    : ' Your decisions are kept in this window until then: leave it open.';
}

/** What is wrong with a file, and what to do. */
const ADVICE: Readonly<Record<FaultKind, string>> = Object.freeze({
  full: 'The disk is full: make room on it, and the decisions are written by themselves.',
  'read-only': 'The file system is read-only: make it writable, or copy the article to a folder of your own.',
  permission: 'You may not write there: ask for the permission, or copy the article to a folder of your own.',
  'folder gone': 'Its folder is not there any more: bring it back, and the decisions are written by themselves.',
  'is a folder': 'A folder of this name is in its place: give the folder another name.',
  link: 'It is a symbolic link that leads nowhere: mend the link, or remove it.',
  name: 'Its name is too long for the file system: give the article a shorter one.',
  busy: 'Another program holds it: close that, and the decisions are written by themselves.',
  unavailable:
    'The disk or the connection to it does not answer: check it, and the decisions are written by themselves.',
  other: '',
});

function adviceOn({ kind, reason }: Fault): string {
  return kind === 'other' ? reason : `${ADVICE[kind]} (${reason})`;
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
