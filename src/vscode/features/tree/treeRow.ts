import type * as vscode from 'vscode';
import type { Text } from '../../../core/text/text';
import type { MentionRow as CoreMentionRow, Row as CoreRow } from '../../../core/tree/row';
import type { TreeContent } from '../../../core/tree/rowsOf';
import type { OpenArticle } from '../../articles/openArticle';

/** An article as the tree shows it: open, or read from its files. */
export interface TreeArticle {
  readonly uri: vscode.Uri;
  readonly session: TreeContent & { readonly text: Text };
}

/** A row of an article's tree, or an article among others. */
export type Row = CoreRow<TreeArticle> | ArticleRow;
export type MentionRow = CoreMentionRow<TreeArticle>;

/** An article of the workspace; what is in it is read when the row is unfolded. */
export interface ArticleRow {
  readonly kind: 'article';
  readonly id: string;
  readonly uri: vscode.Uri;
  /** Its session, where it is open. */
  readonly open?: OpenArticle;
  /** Whether there is something to unfold. */
  readonly isFilled: boolean;
}
