import * as vscode from 'vscode';
import type { Operation } from '../../../core/annotation/operation';
import { editEntity, splitOff } from '../../../core/curation/editEntities';
import { type EntityGroup, recordOf } from '../../../core/curation/entityGroup';
import { linksInWords, readLinks } from '../../../core/curation/links';
import { namesOf } from '../../../core/entities/claims';
import { t } from '../../../core/l10n';
import { say } from '../../adapt/say';
import { carryOut, deciderFor, groundOf } from '../../articles/deciding';
import { type EntityTarget, entityTargetOf, presentGroup } from '../../articles/entityTarget';
import type { OpenArticle } from '../../articles/openArticle';
import { canDecide } from '../../articles/sidecarTrouble';
import { targetOf } from '../../articles/target';
import { COMMANDS } from '../../contributions';
import type { Services } from '../../services';
import { merge, tellApart } from './merging';
import { EntityRename } from './renaming';

/** What can be said of entities: that two are one, or one is two, their names, aliases, links and notes. */
export function registerEntities({ articles }: Services): vscode.Disposable {
  const onEntity = (id: string, act: (target: EntityTarget, argument: unknown) => void | Promise<void>) =>
    vscode.commands.registerCommand(id, async (argument?: unknown, selected?: unknown) => {
      const target = entityTargetOf(articles, argument, selected);
      if (!target) return say(t('There is no name or figure here.'));
      if (canDecide(target.article)) await act(target, argument);
    });
  return vscode.Disposable.from(
    onEntity(COMMANDS.mergeEntity, merge),
    onEntity(COMMANDS.notSame, tellApart),
    onEntity(COMMANDS.renameEntity, rename),
    onEntity(COMMANDS.entityAliases, aliases),
    onEntity(COMMANDS.entityLink, link),
    onEntity(COMMANDS.entityNote, note),
    vscode.commands.registerCommand(COMMANDS.splitMention, (argument?: unknown, selected?: unknown) => {
      const target = targetOf(articles, argument, selected);
      if (!target) return say(t('There is no mention here.'));
      const { article } = target;
      const mentions = target.mentions.filter(({ quotation }) => !quotation);
      const others = article.session.mentions.filter(
        (mention) => mentions.some(({ entity }) => entity === mention.entity) && !mentions.includes(mention),
      );
      if (others.length === 0)
        return say(t('These are all the mentions of the entity: there is nothing to split it from.'));
      if (canDecide(article))
        carryOut(article, splitOff(groundOf(article), mentions, article.session.mentions, deciderFor(article)));
    }),
    vscode.languages.registerRenameProvider(
      [{ language: 'article' }, { language: 'plaintext' }, { language: 'markdown' }],
      new EntityRename(articles),
    ),
  );
}

interface Question {
  readonly title: string;
  readonly prompt: string;
  readonly value: string;
  readonly wrong?: (typed: string) => string | undefined;
}

/** Asks about the first entity of a target and does what the answer says. */
async function ask(
  { article, groups: [group] }: EntityTarget,
  { title, prompt, value, wrong }: Question,
  answer: (typed: string, group: EntityGroup) => Operation,
): Promise<void> {
  const { text } = article.session;
  const validateInput = wrong && { validateInput: wrong };
  const typed = await vscode.window.showInputBox({ title, prompt, value, ...validateInput });
  if (typed === undefined) return;
  const present = presentGroup(article, group, text);
  if (!present) return say(t('The article changed while you were writing. Please try again.'));
  carryOut(article, answer(typed, present));
}

const editing = (article: OpenArticle, group: EntityGroup, fields: Parameters<typeof editEntity>[2]) =>
  editEntity(groundOf(article), group, fields, deciderFor(article));

function rename(target: EntityTarget): Promise<void> {
  const [{ name }] = target.groups;
  const question = {
    title: t('Rename “{0}”', name),
    prompt: t('The name of the entity in the tree and in the hover. The article is not changed.'),
    value: name,
    wrong: (typed: string) => (typed.trim() === '' ? t('An entity needs a name.') : undefined),
  };
  return ask(target, question, (typed, group) => editing(target.article, group, { name: typed }));
}

function aliases(target: EntityTarget): Promise<void> {
  const [group] = target.groups;
  const record = recordOf(groundOf(target.article), group) ?? { name: group.name };
  const question = {
    title: t('Aliases of “{0}”', group.name),
    prompt: t('Names that mean it in this article, with semicolons between them.'),
    value: namesOf(record).join('; '),
  };
  return ask(target, question, (typed, present) => editing(target.article, present, { aliases: typed.split(';') }));
}

function link(target: EntityTarget): Promise<void> {
  const [group] = target.groups;
  const question = {
    title: t('Link “{0}” to a knowledge base', group.name),
    prompt: t(
      'A Wikidata id (Q7747), or addresses of pages about it with space between them. Nothing removes the links.',
    ),
    value: linksInWords(recordOf(groundOf(target.article), group)?.links),
    wrong: (typed: string) =>
      readLinks(typed) ? undefined : t('Ids such as Q7747 and web addresses, one for each knowledge base.'),
  };
  return ask(target, question, (typed, present) => editing(target.article, present, { links: readLinks(typed) ?? {} }));
}

function note(target: EntityTarget): Promise<void> {
  const [group] = target.groups;
  const question = {
    title: t('Note on the entity “{0}”', group.name),
    prompt: t('It shows wherever the entity is mentioned. An empty note is removed.'),
    value: recordOf(groundOf(target.article), group)?.note ?? '',
  };
  return ask(target, question, (typed, present) => editing(target.article, present, { note: typed }));
}
