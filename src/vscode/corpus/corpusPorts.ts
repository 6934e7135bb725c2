import type * as vscode from 'vscode';
import type { CorpusStore } from '../../core/corpus/corpusStore';
import type { Indexer } from '../../worker/indexer';
import type { ArticleChoice } from '../articles/articleChoice';
import type { Knowledge } from '../articles/knowledge';
import type { LabelSets } from '../articles/labelSets';
import type { OpenArticles } from '../articles/openArticles';
import type { WorkspaceArticles } from '../articles/workspaceArticles';

/** What the corpus works with. */
export interface CorpusPorts {
  readonly articles: OpenArticles;
  readonly choice: ArticleChoice;
  readonly workspace: WorkspaceArticles;
  readonly labels: LabelSets;
  readonly knowledge: Knowledge;
  readonly log: vscode.LogOutputChannel;
  readonly indexer: Indexer;
  /** Opens the place where the index is kept; undefined where it lives in memory alone. */
  readonly openStore: () => CorpusStore | undefined;
  /** Version of the program: another one may recognize other things. */
  readonly version: string;
}
