import * as vscode from 'vscode';
import { t } from '../../core/l10n';
import type { ArticleSession } from '../../core/session';
import type { Fault, FaultKind } from '../../core/sidecar/fault';
import type { SidecarState } from '../../core/sidecar/store';
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
      return sentences(
        t('{0} can’t be read, so nothing is written to it.', name),
        state.problems[0].message,
        isUnmerged(state)
          ? t('Merge them: what either side decided is kept.')
          : t('Mend it, or set it aside and start afresh.'),
        waiting(session),
      );
    case 'newer':
      return t(
        '{0} was written by a newer Newsmark (format {1}). It is shown, and left as it is.',
        name,
        state.version,
      );
    case 'unreadable':
      return sentences(t('{0} can’t be opened.', name), adviceOn(state.fault), waiting(session));
    case 'unsaved':
      return sentences(t('{0} can’t be written.', name), adviceOn(state.fault), waiting(session));
  }
}

/** Whether git left two versions in the file. */
export function isUnmerged(state: SidecarState): boolean {
  return state.kind === 'broken' && state.problems.some((problem) => problem.isUnmerged);
}

/** What becomes of decisions that the file could not take. */
function waiting({ hasUnsaved, isKept }: ArticleSession): string {
  if (!hasUnsaved) return '';
  return isKept
    ? t('Your decisions are kept safe until then, also if you close the window.')
    : t('Your decisions are kept in this window until then: leave it open.');
}

/** What is wrong with a file, and what to do. */
const ADVICE: Readonly<Record<FaultKind, () => string>> = Object.freeze({
  full: () => t('The disk is full: make room on it, and the decisions are written by themselves.'),
  'read-only': () => t('The file system is read-only: make it writable, or copy the article to a folder of your own.'),
  permission: () => t('You may not write there: ask for the permission, or copy the article to a folder of your own.'),
  'folder gone': () =>
    t('Its folder is not there any more: bring it back, and the decisions are written by themselves.'),
  'is a folder': () => t('A folder of this name is in its place: give the folder another name.'),
  link: () => t('It is a symbolic link that leads nowhere: mend the link, or remove it.'),
  name: () => t('Its name is too long for the file system: give the article a shorter one.'),
  busy: () => t('Another program holds it: close that, and the decisions are written by themselves.'),
  unavailable: () =>
    t('The disk or the connection to it does not answer: check it, and the decisions are written by themselves.'),
  other: () => '',
});

function adviceOn({ kind, reason }: Fault): string {
  return kind === 'other' ? reason : `${ADVICE[kind]()} (${reason})`;
}

function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

type Help = 'merge' | 'open' | 'setAside' | 'tryAgain';

/** What can be done about the trouble, by its kind. */
const HELP: Readonly<Record<SidecarState['kind'] | 'unmerged', readonly Help[]>> = Object.freeze({
  ready: [],
  broken: ['open', 'setAside'],
  unmerged: ['merge', 'open', 'setAside'],
  newer: ['open'],
  unreadable: ['tryAgain'],
  unsaved: ['tryAgain'],
});

/** Tells the person what is wrong, with buttons for what can be done. */
export async function offerHelp(article: OpenArticle, message: string): Promise<void> {
  const { sidecarState: state } = article.session;
  const titles = { merge: t('Merge'), open: t('Open It'), setAside: t('Set It Aside'), tryAgain: t('Try Again') };
  const buttons = HELP[isUnmerged(state) ? 'unmerged' : state.kind].map((help) => ({ help, title: titles[help] }));
  const action = (await vscode.window.showErrorMessage(message, ...buttons))?.help;
  if (action === 'merge')
    await vscode.commands.executeCommand(COMMANDS.mergeVersion, { article: article.uri.toString() });
  if (action === 'open') await vscode.commands.executeCommand(COMMANDS.openSidecar, article.uri);
  if (action === 'setAside') await vscode.commands.executeCommand(COMMANDS.setSidecarAside, article.uri);
  if (action === 'tryAgain') article.sync();
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
