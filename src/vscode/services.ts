import type * as vscode from 'vscode';
import type { Files } from '../core/ports';
import type { ArticleChoice } from './articles/articleChoice';
import type { LabelSets } from './articles/labelSets';
import type { OpenArticles } from './articles/openArticles';

/** What features are given; made once, in `activate`. */
export interface Services {
  readonly articles: OpenArticles;
  readonly choice: ArticleChoice;
  readonly labels: LabelSets;
  readonly files: Files;
  readonly log: vscode.LogOutputChannel;
}

/** Sets a feature up. What it returns takes it down again. */
export type Feature = (services: Services) => vscode.Disposable;
