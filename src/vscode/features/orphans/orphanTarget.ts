import * as vscode from 'vscode';
import type { Annotation } from '../../../core/annotation/annotation';
import { t } from '../../../core/l10n';
import type { OpenArticle } from '../../articles/openArticle';
import type { OpenArticles } from '../../articles/openArticles';
import { isOrphanRow } from '../../articles/target';

/** Annotations of one article whose words are not in it. */
export interface OrphanTarget {
  readonly article: OpenArticle;
  readonly orphans: readonly [Annotation, ...Annotation[]];
}

/** An orphan named in a quick fix: plain JSON. */
export interface OrphanLink {
  readonly uri: string;
  readonly orphans: readonly string[];
}

/**
 * The orphans that a command is about: the rows it was called on in the tree, or those that a quick fix names; else the
 * person is asked which of the active article's is meant.
 * @returns undefined where there is none; `left` where the person thought better of it
 */
export async function orphanTarget(
  articles: OpenArticles,
  argument: unknown,
  selected: unknown,
): Promise<OrphanTarget | 'left' | undefined> {
  const rows = (Array.isArray(selected) && selected.length > 0 ? selected : [argument]).filter(isOrphanRow);
  const [row] = rows;
  if (row) return targetOf(row.article, new Set(rows.map(({ annotation }) => annotation.id)));
  if (isLink(argument)) {
    const article = articles.get(vscode.Uri.parse(argument.uri));
    return article && targetOf(article, new Set(argument.orphans));
  }
  const article = articles.active;
  if (!article || article.session.orphans.length === 0) return undefined;
  const id = await pick(article);
  return id === undefined ? 'left' : targetOf(article, new Set([id]));
}

/** The orphans as they are now: the article may have changed since the row was drawn. */
function targetOf(article: OpenArticle, ids: ReadonlySet<string>): OrphanTarget | undefined {
  const [first, ...others] = article.session.orphans.filter(({ id }) => ids.has(id));
  return first && { article, orphans: [first, ...others] };
}

async function pick({ session: { orphans, labels } }: OpenArticle): Promise<string | undefined> {
  if (orphans.length <= 1) return orphans[0]?.id;
  const items = orphans.map(({ id, label, quote, prefix, suffix }) => ({
    label: quote.replace(/\s+/g, ' '),
    description: labels.of(label).title,
    detail: `…${prefix}${quote}${suffix}…`.replace(/\s+/g, ' '),
    id,
  }));
  return (
    await vscode.window.showQuickPick(items, { title: t('Annotation that is not in the text'), matchOnDetail: true })
  )?.id;
}

function isLink(value: unknown): value is OrphanLink {
  return typeof value === 'object' && value !== null && 'uri' in value && 'orphans' in value;
}
