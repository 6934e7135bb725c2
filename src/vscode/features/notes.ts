import * as vscode from 'vscode';
import { t } from '../../core/l10n';
import { writeNote } from '../../core/mentions/note';
import { say } from '../adapt/say';
import { carryOut, deciderFor, groundOf } from '../articles/deciding';
import { canDecide } from '../articles/sidecarTrouble';
import { targetOf } from '../articles/target';
import { COMMANDS } from '../contributions';
import type { Services } from '../services';

/** Notes on mentions, kept in the sidecar with the decision. */
export function registerNotes({ articles }: Services): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.note, async (argument?: unknown, selected?: unknown) => {
    const target = targetOf(articles, argument, selected);
    const [mention] = target?.mentions ?? [];
    if (!target || !mention) return say(t('There is no mention here to write a note on.'));
    if (!canDecide(target.article)) return;
    const note = await vscode.window.showInputBox({
      title: t('Note on “{0}”', mention.text),
      prompt: t('An empty note is removed.'),
      value: mention.annotation?.note ?? '',
    });
    if (note === undefined) return;
    const current = target.article.session.mentions.find(({ key }) => key === mention.key);
    if (!current) return say(t('The mention changed while you were writing. Please try again.'));
    carryOut(target.article, writeNote(groundOf(target.article), current, note, deciderFor(target.article)));
  });
}
