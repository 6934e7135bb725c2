import type * as vscode from 'vscode';
import type { DismissalReading } from '../core/corpus/dismissals';
import type { Lanes } from '../core/lanes';
import type { Drawer, Files } from '../core/ports';
import type { WorkerAnalyzer } from '../worker/client';
import type { ArticleChoice } from './articles/articleChoice';
import type { FolderFiles } from './articles/folderFiles';
import type { Knowledge } from './articles/knowledge';
import type { LabelSets } from './articles/labelSets';
import type { Lookup } from './articles/lookup';
import type { OpenArticles } from './articles/openArticles';
import type { WorkspaceArticles } from './articles/workspaceArticles';
import type { Corpus } from './corpus/corpus';

/** What features are given; made once, in `activate`. */
export interface Services {
  readonly articles: OpenArticles;
  readonly analyzer: WorkerAnalyzer;
  readonly choice: ArticleChoice;
  /** All articles of the workspace, open or not. */
  readonly workspace: WorkspaceArticles;
  /** What they mention, over all of them. */
  readonly corpus: Corpus;
  /** What looks inconsistent over them, and is as it should be. */
  readonly dismissals: FolderFiles<DismissalReading>;
  readonly labels: LabelSets;
  /** What is known of entities. */
  readonly knowledge: Knowledge;
  readonly lookup: Lookup;
  readonly files: Files;
  /** Keeps what is done to one file in order. */
  readonly lanes: Lanes;
  /** The folder of the extension itself. */
  readonly extension: vscode.Uri;
  /** What is remembered of this workspace, on this machine. */
  readonly memory: vscode.Memento;
  /** What is kept for this workspace in the extension's own storage, in a folder of that name. */
  readonly drawer: (name: string) => Drawer;
  readonly log: vscode.LogOutputChannel;
}

/** Sets a feature up. What it returns takes it down again. */
export type Feature = (services: Services) => vscode.Disposable;
