import * as vscode from 'vscode';
import { oriented, relate, relationTypes, unrelate } from '../../../core/curation/relate';
import { t } from '../../../core/l10n';
import type { Mention } from '../../../core/mentions/mention';
import { setContext } from '../../adapt/context';
import { say } from '../../adapt/say';
import { carryOut, deciderFor, groundOf } from '../../articles/deciding';
import type { OpenArticle } from '../../articles/openArticle';
import { canDecide } from '../../articles/sidecarTrouble';
import { presentIn, targetOf } from '../../articles/target';
import { COMMANDS, CONTEXT_KEYS } from '../../contributions';
import type { Services } from '../../services';
import { relationTargetOf } from './relationTarget';

/** Where an arrow begins that the person has not ended yet. */
interface Begun {
  readonly article: OpenArticle;
  readonly mention: Mention;
}

/** Arrows between mentions: begun at one and ended at another, by one key each; or between two that are selected. */
export function registerRelations({ articles, log }: Services): vscode.Disposable {
  let begun: Begun | undefined;
  const hint = vscode.window.createStatusBarItem('newsmark.relating', vscode.StatusBarAlignment.Left, -100);
  hint.name = t('Newsmark: relation');
  hint.command = COMMANDS.discardRelation;
  const begin = (article?: OpenArticle, mention?: Mention) => {
    begun = article && mention && { article, mention };
    setContext(log, CONTEXT_KEYS.relating, begun !== undefined);
    if (!mention) return hint.hide();
    hint.text = `$(arrow-right) ${t('From “{0}”: go to the other mention, same key; Escape gives up', oneLine(mention.text))}`;
    hint.show();
  };
  // Keys outlive an extension host that was started again.
  begin();
  return vscode.Disposable.from(
    hint,
    vscode.commands.registerCommand(COMMANDS.relate, async (argument?: unknown, selected?: unknown) => {
      const target = targetOf(articles, argument, selected);
      const [first, second] = target?.mentions ?? [];
      if (!target || !first) return say(t('There is no mention here to relate.'));
      if (!canDecide(target.article)) return;
      // It may have been decided on since, or stand elsewhere.
      const [from] = (begun?.article === target.article && presentIn(target.article, [begun.mention])) || [];
      if (!from && !second) return begin(target.article, first);
      begin();
      await between(target.article, from ?? first, from ? first : (second ?? first));
    }),
    vscode.commands.registerCommand(COMMANDS.discardRelation, () => begin()),
    vscode.commands.registerCommand(COMMANDS.removeRelation, async (argument?: unknown, selected?: unknown) => {
      const target = await relationTargetOf(articles, argument, selected);
      if (!target) return say(t('There is no relation here.'));
      if (target === 'left') return;
      if (canDecide(target.article)) carryOut(target.article, unrelate(target.relations));
    }),
    articles.onDidActivate((article) => {
      if (begun && begun.article !== article) begin();
    }),
  );
}

async function between(article: OpenArticle, first: Mention, second: Mention): Promise<void> {
  if (first.key === second.key) return say(t('A mention can’t be related to itself. Begin again at the other one.'));
  const { text, set, labels } = article.session;
  const [from, to] = oriented(first, second, labels);
  const type = await typeOf(from, to, relationTypes(from, to, set.relations, labels));
  if (type === undefined) return;
  const [start, end] = (text === article.session.text && presentIn(article, [from, to])) || [];
  if (!start || !end) return say(t('The article changed while you were choosing. Please begin again.'));
  carryOut(article, relate(groundOf(article), start, end, type, deciderFor(article)));
}

/** The type of an arrow: the only one that fits, or one that the person chooses or writes. */
async function typeOf(from: Mention, to: Mention, types: readonly string[]): Promise<string | undefined> {
  if (types.length === 1) return types[0];
  const list = vscode.window.createQuickPick();
  list.title = `“${oneLine(from.text)}” → “${oneLine(to.text)}”`;
  list.placeholder = t('Choose the relation, or write another one');
  const show = () => {
    const written = oneLine(list.value);
    const isNew = written !== '' && !types.includes(written);
    list.items = [...types, ...(isNew ? [written] : [])].map((label) => ({ label }));
  };
  show();
  return new Promise((resolve) => {
    list.onDidChangeValue(show);
    list.onDidAccept(() => {
      resolve(list.activeItems[0]?.label);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

function oneLine(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= 40 ? line : `${[...line].slice(0, 39).join('')}…`;
}
