import * as vscode from 'vscode';
import type { LabelSet } from '../../../core/annotation/labelSet';
import { alikeTo } from '../../../core/curation/alike';
import { mergeEntities } from '../../../core/curation/editEntities';
import { type EntityGroup, entityGroups } from '../../../core/curation/entityGroup';
import { keepApart } from '../../../core/curation/notSame';
import { t } from '../../../core/l10n';
import type { Text } from '../../../core/text/text';
import { say } from '../../adapt/say';
import { carryOut, deciderFor, groundOf } from '../../articles/deciding';
import { type EntityTarget, presentGroup } from '../../articles/entityTarget';
import { likenessInWords } from '../../articles/likeness';
import type { OpenArticle } from '../../articles/openArticle';

/** Makes several entities one: those selected, the one a link names, or one that the person is asked for. */
export async function merge({ article, groups }: EntityTarget, argument: unknown): Promise<void> {
  const [first, ...others] = groups;
  const { text } = article.session;
  const into = others.length > 0 ? first : (named(article, argument) ?? (await pick(article, first)));
  if (!into) return;
  const rest = others.length > 0 ? others : [first];
  const present = presentGroups(article, [into, ...rest], text);
  if (!present) return say(t('The article changed while you were choosing. Please choose again.'));
  const [target, ...merged] = present;
  carryOut(article, mergeEntities(groundOf(article), target, merged, deciderFor(article)));
}

/**
 * Says that entities which look alike are not the same: those selected, the one a link names, or those that the person
 * picks of what is suggested.
 */
export async function tellApart({ article, groups }: EntityTarget, argument: unknown): Promise<void> {
  const [first, ...others] = groups;
  const { text } = article.session;
  const linked = named(article, argument);
  const apart = others.length > 0 ? others : linked ? [linked] : await pickAlike(article, first);
  if (!apart || apart.length === 0) return;
  const present = presentGroups(article, [first, ...apart], text);
  if (!present) return say(t('The article changed while you were choosing. Please choose again.'));
  const [one, ...rest] = present;
  carryOut(article, keepApart(groundOf(article), one, rest, deciderFor(article)));
}

type Groups = readonly [EntityGroup, ...EntityGroup[]];

/** Entities as they are now; undefined where one of them is not there any more, or the text is another one. */
function presentGroups(article: OpenArticle, groups: Groups, text: Text): Groups | undefined {
  const [first, ...others] = groups.flatMap((group) => presentGroup(article, group, text) ?? []);
  return first && others.length === groups.length - 1 ? [first, ...others] : undefined;
}

/** Asks which of those that may be the same are not. */
async function pickAlike({ session }: OpenArticle, group: EntityGroup): Promise<readonly EntityGroup[] | undefined> {
  const { labels } = session;
  const alike = alikeTo(group, entityGroups(session.mentions), session.set.entities, labels);
  if (alike.length === 0) {
    say(t('No entity of this article is taken for the same as “{0}”.', group.name));
    return undefined;
  }
  const items = alike.map((each) => itemOf(each.group, labels, likenessInWords(each.likeness)));
  const title = t('“{0}” Is Not …', group.name);
  const picked = await vscode.window.showQuickPick(items, { title, canPickMany: true, matchOnDescription: true });
  return picked?.flatMap((item) => item.group ?? []);
}

/** The entity that a link in a hover names as the other one. */
function named({ session }: OpenArticle, argument: unknown): EntityGroup | undefined {
  if (typeof argument !== 'object' || argument === null || !('into' in argument)) return undefined;
  return entityGroups(session.mentions).find(({ entity }) => entity === argument.into);
}

interface GroupItem extends vscode.QuickPickItem {
  readonly group?: EntityGroup;
}

/** Asks which entity it is the same as: those that look alike first, then those of its label, then all others. */
async function pick({ session }: OpenArticle, group: EntityGroup): Promise<EntityGroup | undefined> {
  const { labels } = session;
  const groups = entityGroups(session.mentions).filter(({ entity }) => entity !== group.entity);
  const alike = alikeTo(group, groups, session.set.entities, session.labels);
  const likely = new Set(alike.map((each) => each.group));
  const rest = groups.filter(
    (each) => !likely.has(each) && labels.of(each.label).group === labels.of(group.label).group,
  );
  const own = rest.filter(({ label }) => label === group.label);
  const others = rest.filter(({ label }) => label !== group.label);
  const items: GroupItem[] = [
    ...section(
      t('May be the same'),
      alike.map((each) => itemOf(each.group, labels, likenessInWords(each.likeness))),
    ),
    ...section(
      labels.of(group.label).plural,
      own.map((each) => itemOf(each, labels)),
    ),
    ...section(
      t('Others'),
      others.map((each) => itemOf(each, labels)),
    ),
  ];
  if (items.length === 0) {
    say(t('There is no other entity in this article.'));
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Merge “{0}” into …', group.name),
    placeHolder: t('The entity that it is the same as; its name stays'),
    matchOnDescription: true,
  });
  return picked?.group;
}

function section(title: string, items: readonly GroupItem[]): GroupItem[] {
  return items.length === 0 ? [] : [{ label: title, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function itemOf(group: EntityGroup, labels: LabelSet, why?: string): GroupItem {
  const { icon, title } = labels.of(group.label);
  const count = group.mentions.length === 1 ? t('1 mention') : t('{0} mentions', group.mentions.length);
  return { group, label: `$(${icon}) ${group.name}`, description: [title, count, ...(why ? [why] : [])].join(' · ') };
}
