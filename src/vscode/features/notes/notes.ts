import * as vscode from 'vscode';
import { t } from '../../../core/l10n';
import { placeKey } from '../../../core/mentions/marks';
import type { Mention } from '../../../core/mentions/mention';
import { writeNote } from '../../../core/mentions/note';
import { setContext } from '../../adapt/context';
import { toRange } from '../../adapt/position';
import { say } from '../../adapt/say';
import { carryOut, deciderFor, groundOf } from '../../articles/deciding';
import type { OpenArticle } from '../../articles/openArticle';
import type { OpenArticles } from '../../articles/openArticles';
import { canDecide } from '../../articles/sidecarTrouble';
import { targetOf } from '../../articles/target';
import { whenStill } from '../../articles/whenStill';
import { COMMANDS, CONTEXT_KEYS } from '../../contributions';
import type { Services } from '../../services';
import { NoteComment } from './noteComment';
import { NoteThreads } from './noteThreads';

/** Notes on mentions: shown and written as comments in the editor, kept in the sidecar with the decision. */
export function registerNotes({ articles, log }: Services): vscode.Disposable {
  const threads = new NoteThreads();
  const told = () => setContext(log, CONTEXT_KEYS.writingNote, threads.writing !== undefined);
  const leave = () => {
    const uri = threads.writing?.thread.uri;
    threads.stopWriting();
    const article = uri === undefined ? undefined : articles.get(vscode.Uri.parse(uri));
    if (article) threads.show(article);
    told();
    return vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  };
  for (const article of articles.all) threads.show(article);
  // Keys outlive an extension host that was started again.
  told();
  return vscode.Disposable.from(
    threads,
    whenStill(articles, {
      on: ['opened', 'text', 'decisions', 'labels'],
      draw: (article) => {
        threads.show(article);
        told();
      },
      gone: (article) => {
        threads.hide(article);
        told();
      },
    }),
    vscode.commands.registerCommand(COMMANDS.note, async (argument?: unknown, selected?: unknown) => {
      const target = targetOf(articles, argument, selected);
      const [mention] = target?.mentions ?? [];
      if (!target || !mention) return say(t('There is no mention here to write a note on.'));
      if (!canDecide(target.article)) return;
      await show(target.article, mention);
      const writing = threads.write(target.article, mention);
      told();
      await writing;
    }),
    vscode.commands.registerCommand(COMMANDS.editNote, async (comment?: unknown) => {
      const found = comment instanceof NoteComment ? annotated(articles, comment) : undefined;
      if (found && canDecide(found.article)) await threads.write(found.article, found.mention);
      told();
    }),
    vscode.commands.registerCommand(COMMANDS.saveNote, async (comment?: unknown) => {
      const draft = comment instanceof NoteComment ? comment : threads.writing;
      if (!draft) return;
      if (!write(articles, draft, draft.typed)) return;
      await leave();
    }),
    vscode.commands.registerCommand(COMMANDS.discardNote, leave),
    vscode.commands.registerCommand(COMMANDS.deleteNote, (comment?: unknown) => {
      if (comment instanceof NoteComment) write(articles, comment, '');
    }),
  );
}

/** Brings a mention into sight, with the cursor at it. */
async function show(article: OpenArticle, mention: Mention): Promise<void> {
  const range = toRange(article.session.text, mention);
  const editor = await vscode.window.showTextDocument(article.document, { preserveFocus: false });
  if (!range.contains(editor.selection.active)) editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function annotated(
  articles: OpenArticles,
  { thread }: NoteComment,
): { article: OpenArticle; mention: Mention } | undefined {
  const article = articles.get(vscode.Uri.parse(thread.uri));
  // It may have been decided on while the note was written.
  const mention = article?.session.mentions.find((each) => each.key === thread.key || placeKey(each) === thread.key);
  return article && mention && { article, mention };
}

/** @returns whether the note could be written; where it could not, the words stay in the box */
function write(articles: OpenArticles, comment: NoteComment, note: string): boolean {
  const found = annotated(articles, comment);
  if (!found) {
    say(t('The mention changed while you were writing. Copy your words and write them on it anew.'));
    return false;
  }
  const { article, mention } = found;
  if (!canDecide(article)) return false;
  carryOut(article, writeNote(groundOf(article), mention, note, deciderFor(article)));
  return true;
}
