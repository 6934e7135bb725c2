import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { placeKey } from '../../core/mentions/marks';
import { isShown, type Mention } from '../../core/mentions/mention';
import { mentionAt } from '../../core/mentions/mentionAt';
import { sameSpan } from '../../core/text/span';
import { toOffset, toSpan } from '../adapt/position';
import { OpenArticle } from './openArticle';
import type { OpenArticles } from './openArticles';

export { mentionAt };

/** Mentions of one article that a command is about. */
export interface Target {
  readonly article: OpenArticle;
  readonly mentions: readonly Mention[];
}

/** Mentions named in a link: plain JSON, so that a hover can hold it. */
export interface MentionLink {
  readonly uri: string;
  readonly keys: readonly string[];
}

/** A row of the entity tree that stands for mentions. */
export interface MentionHolder {
  readonly article: OpenArticle;
  readonly mentions: readonly Mention[];
}

/** A row of the entity tree that stands for an annotation whose words are not in the text. */
interface OrphanHolder {
  readonly article: OpenArticle;
  readonly annotation: Annotation;
}

/**
 * What a command is about: the rows it was called on in the tree, the mentions a link names, or else those under the
 * cursors of the active editor.
 * @returns undefined where there is nothing
 */
export function targetOf(articles: OpenArticles, argument?: unknown, selected?: unknown): Target | undefined {
  const given: readonly unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [argument];
  const rows = given.filter(isHolder);
  const [first] = rows;
  if (first)
    return held(
      articles,
      first.article,
      rows.flatMap((row) => row.mentions),
    );
  // A row of a relation, say, holds no mention; what the cursor is on meanwhile is not meant by it.
  if (given.some(isRow)) return undefined;
  if (isMentionLink(argument)) return linked(articles, argument);
  const editor = vscode.window.activeTextEditor;
  const article = editor && articles.get(editor.document.uri);
  if (!article) return undefined;
  const mentions = mentionsUnderCursors(editor, article);
  return mentions.length > 0 ? { article, mentions } : undefined;
}

/** All mentions of the entities that a target's mentions refer to. */
export function wholeEntities({ article, mentions }: Target): Target {
  const entities = new Set(mentions.map((mention) => mention.entity));
  return {
    article,
    mentions: article.session.mentions.filter((mention) => isShown(mention) && entities.has(mention.entity)),
  };
}

/** The mentions that the selections are in: one that is selected exactly, else the one a cursor is in. */
export function mentionsUnderCursors(editor: vscode.TextEditor, { session }: OpenArticle): readonly Mention[] {
  const { text } = session;
  const found = editor.selections.flatMap((selection) => {
    const span = toSpan(text, selection);
    const marks = session.marksIn(span);
    const exact = marks.find((mark) => isShown(mark) && sameSpan(mark, span));
    const mark = exact ?? mentionAt(marks, toOffset(text, selection.active));
    return mark ? [session.mentionOf(mark)] : [];
  });
  return unique(found);
}

/**
 * Mentions as they are now: since they were shown, the article may have been edited, or decided about.
 * @returns undefined where one of them is not there any more
 */
export function presentIn({ session }: OpenArticle, mentions: readonly Mention[]): readonly Mention[] | undefined {
  const byKey = new Map(session.mentions.map((mention) => [mention.key, mention]));
  const byPlace = new Map(session.mentions.map((mention) => [placeKey(mention), mention]));
  const present = mentions.flatMap((mention) => {
    const now = byKey.get(mention.key) ?? byPlace.get(placeKey(mention));
    return now?.text === mention.text ? [now] : [];
  });
  return present.length === mentions.length ? unique(present) : undefined;
}

/** The mentions that rows of the tree hold, in their article as it is open now. */
function held(articles: OpenArticles, { uri }: OpenArticle, mentions: readonly Mention[]): Target | undefined {
  const article = articles.get(uri);
  const present = article && presentIn(article, mentions);
  return article && present && { article, mentions: present };
}

function linked(articles: OpenArticles, link: MentionLink): Target | undefined {
  const article = articles.get(vscode.Uri.parse(link.uri));
  if (!article) return undefined;
  const keys = new Set(link.keys);
  // What was undecided when the link was made may have been decided on since, by a link beside it.
  const mentions = article.session.mentions.filter((mention) => keys.has(mention.key) || keys.has(placeKey(mention)));
  return mentions.length > 0 ? { article, mentions } : undefined;
}

function unique(mentions: readonly Mention[]): readonly Mention[] {
  return [...new Map(mentions.map((mention) => [mention.key, mention])).values()];
}

function isHolder(value: unknown): value is MentionHolder {
  // Rows of articles that are not open have nothing that could be decided on.
  return (
    isObject(value) &&
    'mentions' in value &&
    Array.isArray(value.mentions) &&
    'article' in value &&
    value.article instanceof OpenArticle
  );
}

/** Whether it is a row of the entity tree, whatever that stands for. */
function isRow(value: unknown): boolean {
  return isObject(value) && 'kind' in value && 'id' in value && ('article' in value || 'uri' in value);
}

export function isOrphanRow(value: unknown): value is OrphanHolder {
  return (
    isObject(value) &&
    'kind' in value &&
    value.kind === 'orphan' &&
    'article' in value &&
    value.article instanceof OpenArticle
  );
}

export function isMentionLink(value: unknown): value is MentionLink {
  return (
    isObject(value) && 'uri' in value && typeof value.uri === 'string' && 'keys' in value && Array.isArray(value.keys)
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
