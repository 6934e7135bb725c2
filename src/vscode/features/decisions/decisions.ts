import * as vscode from 'vscode';
import type { Operation } from '../../../core/annotation/operation';
import { relabelEntities } from '../../../core/curation/editEntities';
import { t } from '../../../core/l10n';
import { likelyLabels } from '../../../core/marking/likelyLabels';
import { accept, add, reject, relabel, remove } from '../../../core/mentions/decide';
import { say } from '../../adapt/say';
import { carryOut, deciderFor, groundOf } from '../../articles/deciding';
import type { OpenArticle } from '../../articles/openArticle';
import { canDecide } from '../../articles/sidecarTrouble';
import { mentionsUnderCursors, presentIn, type Target, targetOf, wholeEntities } from '../../articles/target';
import { COMMANDS } from '../../contributions';
import type { Services } from '../../services';
import { markEverywhere } from './everywhere';
import { markInWorkspace } from './inWorkspace';
import { pickLabel } from './labelPick';
import { markedSpans } from './marking';

/** The commands by which a person decides: on mentions, on whole entities, on selected words. */
export function registerDecisions(services: Services): vscode.Disposable {
  const { articles } = services;
  type Decide = (target: Target, argument: unknown) => Operation | Promise<Operation | undefined>;
  const onTarget = (id: string, widen: (target: Target) => Target, decide: Decide) =>
    vscode.commands.registerCommand(id, async (argument?: unknown, selected?: unknown) => {
      const target = targetOf(articles, argument, selected);
      if (!target) return say(t('There is no mention here. Select words to mark them.'));
      if (!canDecide(target.article)) return;
      const operation = await decide(widen(target), selected);
      if (operation) carryOut(target.article, operation);
    });
  const itself = (target: Target) => target;
  const acceptAll: Decide = (target) => accept(groundOf(target.article), target.mentions, deciderFor(target.article));
  const rejectAll: Decide = (target) => reject(groundOf(target.article), target.mentions, deciderFor(target.article));
  const removeAll: Decide = (target) => remove(target.mentions);
  return vscode.Disposable.from(
    onTarget(COMMANDS.accept, itself, acceptAll),
    onTarget(COMMANDS.acceptEntity, wholeEntities, acceptAll),
    onTarget(COMMANDS.reject, itself, rejectAll),
    onTarget(COMMANDS.rejectEntity, wholeEntities, rejectAll),
    onTarget(COMMANDS.relabel, itself, (target, argument) => relabelTo(target, argument, relabel)),
    onTarget(COMMANDS.relabelEntity, wholeEntities, (target, argument) => relabelTo(target, argument, relabelEntities)),
    onTarget(COMMANDS.remove, itself, removeAll),
    onTarget(COMMANDS.removeEntity, wholeEntities, removeAll),
    vscode.commands.registerCommand(COMMANDS.mark, (argument?: unknown) => mark(articles.active, argument)),
    vscode.commands.registerCommand(COMMANDS.markEverywhere, (argument?: unknown) =>
      markEverywhere(articles.active, wordIn(argument, 'label')),
    ),
    vscode.commands.registerCommand(COMMANDS.markInWorkspace, (argument?: unknown) =>
      markInWorkspace(services, wordIn(argument, 'label')),
    ),
    vscode.commands.registerCommand(COMMANDS.undo, () => step(articles.active, 'undo')),
    vscode.commands.registerCommand(COMMANDS.redo, () => step(articles.active, 'redo')),
  );
}

/** @param argument `{ label }` from a quick fix; without it, the person is asked */
async function relabelTo(target: Target, argument: unknown, how: typeof relabel): Promise<Operation | undefined> {
  const words = target.mentions[0]?.text ?? '';
  const label = wordIn(argument, 'label') ?? (await askLabel(target.article, t('Change label of “{0}”', words), []));
  const mentions = label === undefined ? undefined : presentIn(target.article, target.mentions);
  if (label === undefined || !mentions) return undefined;
  return how(groundOf(target.article), mentions, label, deciderFor(target.article));
}

/**
 * Marks the selected words, or the word under the cursor, with a label; a mention that stands on just these words gets
 * the label instead.
 * @param argument `{ key }` of a label, or `{ label }`, from a keybinding; without it, the person is asked
 */
async function mark(article: OpenArticle | undefined, argument: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !article || editor.document !== article.document) return say(t('Marking works in an open article.'));
  if (!canDecide(article)) return;
  const isBare = editor.selections.every((selection) => selection.isEmpty);
  const standing = isBare ? mentionsUnderCursors(editor, article) : [];
  const spans = standing.length > 0 ? standing : markedSpans(editor, article);
  const [first] = spans;
  if (!first) return say(t('Select the words to mark first.'));
  const { text } = article.session;
  const words = text.slice(first.start, first.end);
  const { labels } = article.session;
  const key = wordIn(argument, 'key');
  const keyed = labels.labels.find((label) => key !== undefined && label.key === key)?.id;
  if (key !== undefined && keyed === undefined) return say(t('No label of {0} has the key {1}.', labels.title, key));
  const label =
    keyed ??
    wordIn(argument, 'label') ??
    (await askLabel(article, t('Mark “{0}” as', words), likelyLabels(article.session.mentions, first, words, labels)));
  if (label === undefined) return;
  const ground = groundOf(article);
  const decider = deciderFor(article);
  const present = presentIn(article, standing);
  if (present && present.length > 0) return carryOut(article, relabel(ground, present, label, decider));
  const operations = spans.map((span) => add(ground, span, label, article.session.mentions, decider));
  carryOut(article, joined(operations));
}

/** Asks for a label. Where the text changed meanwhile, the question has lost its object and there is no answer. */
async function askLabel(
  { session }: OpenArticle,
  title: string,
  likeliest: readonly string[],
): Promise<string | undefined> {
  const { text } = session;
  const label = await pickLabel(title, session.labels, likeliest);
  if (text === session.text) return label;
  say(t('The article changed while you were choosing. Please choose again.'));
  return undefined;
}

function joined(operations: readonly Operation[]): Operation {
  const title = operations.length === 1 ? (operations[0]?.title ?? '') : t('{0} marks', operations.length);
  return { title, edits: operations.flatMap((operation) => operation.edits) };
}

function step(article: OpenArticle | undefined, direction: 'undo' | 'redo'): void {
  if (!article) return;
  if (!canDecide(article)) return;
  const operation = article.session[direction]();
  if (operation) article.sync();
  const isUndo = direction === 'undo';
  if (operation) say(isUndo ? t('Undone: {0}', operation.title) : t('Redone: {0}', operation.title));
  else say(isUndo ? t('There is no decision to undo.') : t('There is no decision to redo.'));
}

function wordIn(argument: unknown, field: 'key' | 'label'): string | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const value: unknown = Reflect.get(argument, field);
  return typeof value === 'string' ? value : undefined;
}
