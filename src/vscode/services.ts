import type * as vscode from 'vscode';
import type { Files } from '../core/ports';
import type { ArticleChoice } from './articles/articleChoice';
import type { OpenArticles } from './articles/openArticles';

/** What features are given; made once, in `activate`. */
export interface Services {
  readonly articles: OpenArticles;
  readonly choice: ArticleChoice;
  readonly files: Files;
  readonly log: vscode.LogOutputChannel;
}

/** What the kind of host gives, beside what every host has. */
export interface Host {
  /** The machine's own files, by file path, where the host can get at them. */
  readonly localFiles?: Files;
}

/** Sets a feature up. What it returns takes it down again. */
export type Feature = (services: Services) => vscode.Disposable;
