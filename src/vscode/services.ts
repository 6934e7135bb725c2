import type * as vscode from 'vscode';
import type { Files } from '../core/ports';
import type { WorkerAnalyzer } from '../worker/client';
import type { ArticleChoice } from './articles/articleChoice';
import type { Knowledge } from './articles/knowledge';
import type { LabelSets } from './articles/labelSets';
import type { OpenArticles } from './articles/openArticles';
import type { WorkspaceArticles } from './articles/workspaceArticles';

/** What features are given; made once, in `activate`. */
export interface Services {
  readonly articles: OpenArticles;
  readonly analyzer: WorkerAnalyzer;
  readonly choice: ArticleChoice;
  /** All articles of the workspace, open or not. */
  readonly workspace: WorkspaceArticles;
  readonly labels: LabelSets;
  /** What is known of entities. */
  readonly knowledge: Knowledge;
  readonly files: Files;
  /** What is remembered of this workspace, on this machine. */
  readonly memory: vscode.Memento;
  readonly log: vscode.LogOutputChannel;
}

/** Sets a feature up. What it returns takes it down again. */
export type Feature = (services: Services) => vscode.Disposable;
