import * as vscode from 'vscode';
import type { Mention } from '../../../core/mentions/mention';
import type { OpenArticles } from '../../articles/openArticles';
import { targetOf } from '../../articles/target';

/** The part of a mention by which it is found again. */
export type Named = Pick<Mention, 'start' | 'end' | 'label'>;

/**
 * The name that a command is about: at the cursor, in a link, in a row of the tree; of a quotation the one who speaks.
 * @returns undefined where there is none: figures are no names
 */
export function namedBy(
  articles: OpenArticles,
  argument: unknown,
): { readonly uri: vscode.Uri; readonly mention: Named } | undefined {
  const target = targetOf(articles, argument);
  if (!target) return inClosed(argument);
  const { article, mentions } = target;
  const { labels, mentions: all } = article.session;
  const names = mentions.flatMap(({ entity, label, speaker }) => {
    const wanted = labels.of(label).group === 'quotation' ? speaker?.entity : entity;
    return all.find((each) => each.entity === wanted && labels.of(each.label).group === 'entity') ?? [];
  });
  const [mention] = names;
  return mention && { uri: article.uri, mention };
}

/** The first mention of a row of the tree whose article is not open. */
function inClosed(row: unknown): { readonly uri: vscode.Uri; readonly mention: Named } | undefined {
  if (!isObject(row) || !isObject(row.article) || !(row.article.uri instanceof vscode.Uri)) return undefined;
  const [mention] = Array.isArray(row.mentions) ? (row.mentions as readonly Mention[]) : [];
  return mention && { uri: row.article.uri, mention };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
