import * as vscode from 'vscode';
import type { Relation } from '../../../core/annotation/annotation';
import { type RelationEnd, relationEnds } from '../../../core/curation/relate';
import { t } from '../../../core/l10n';
import type { OpenArticle } from '../../articles/openArticle';
import type { OpenArticles } from '../../articles/openArticles';
import { targetOf } from '../../articles/target';

/** Relations of one article that a command is about. */
export interface RelationTarget {
  readonly article: OpenArticle;
  readonly relations: readonly Relation[];
}

/**
 * The relations that a command is about: the rows it was called on in the tree, those that a link names, or else those
 * of the mention at the cursor; the person is asked which where there are several.
 * @returns undefined where there is none; `left` where the person thought better of it
 */
export async function relationTargetOf(
  articles: OpenArticles,
  argument: unknown,
  selected: unknown,
): Promise<RelationTarget | 'left' | undefined> {
  const rows = (Array.isArray(selected) && selected.length > 0 ? selected : [argument]).filter(isRow);
  const [row] = rows;
  if (row) return present(row.article, new Set(rows.map(({ end }) => end.relation.id)));
  if (isLink(argument)) {
    const article = articles.get(vscode.Uri.parse(argument.uri));
    return article && present(article, new Set(argument.relations));
  }
  const target = targetOf(articles, argument, selected);
  const [mention] = target?.mentions ?? [];
  if (!target || !mention) return undefined;
  const { mentions, set } = target.article.session;
  const ends = relationEnds(mentions, set.relations)(mention);
  if (ends.length === 0) return undefined;
  const id = await pick(ends);
  return id === undefined ? 'left' : present(target.article, new Set([id]));
}

/** The relations as they are now: the article may have changed since the row was drawn. */
function present(article: OpenArticle, ids: ReadonlySet<string>): RelationTarget | undefined {
  const relations = article.session.set.relations.filter(({ id }) => ids.has(id));
  return relations.length > 0 ? { article, relations } : undefined;
}

async function pick(ends: readonly RelationEnd[]): Promise<string | undefined> {
  if (ends.length <= 1) return ends[0]?.relation.id;
  const items = ends.map(({ relation, isOutgoing, other }) => ({
    label: `${isOutgoing ? '→' : '←'} ${relation.type}: ${other.text.replace(/\s+/g, ' ')}`,
    id: relation.id,
  }));
  return (await vscode.window.showQuickPick(items, { title: t('Remove which relation?') }))?.id;
}

function isRow(value: unknown): value is { readonly article: OpenArticle; readonly end: RelationEnd } {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'relation';
}

function isLink(value: unknown): value is { readonly uri: string; readonly relations: readonly string[] } {
  return typeof value === 'object' && value !== null && 'uri' in value && 'relations' in value;
}
