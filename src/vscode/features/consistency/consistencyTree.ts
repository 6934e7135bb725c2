import * as vscode from 'vscode';
import type { CorpusIndex } from '../../../core/corpus/corpusIndex';
import { FindingList, type FindingRow } from '../../../core/corpus/findingList';
import { placesIn } from '../../../core/corpus/findingPlaces';
import type { Findings } from './findings';
import { itemOf } from './item';
import type { ArticleRow, Row } from './row';

/** What is inconsistent as a list: by kind, with the sides of each, and the places that say so. */
export class ConsistencyTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #index: CorpusIndex;
  readonly #list = new FindingList();
  readonly #changed = new vscode.EventEmitter<Row[] | undefined>();
  readonly #listening: vscode.Disposable;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(findings: Findings, index: CorpusIndex) {
    this.#index = index;
    this.#listening = findings.onDidChange(() => this.#show(findings));
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changed.dispose();
  }

  /** The first finding of the list. */
  first(): Row | undefined {
    return this.#list.headings[0]?.findings[0];
  }

  getChildren(row?: Row): Row[] {
    if (!row) return [...this.#list.headings];
    switch (row.kind) {
      case 'heading':
        return [...row.findings];
      case 'finding':
        return this.#sides(row);
      case 'side': {
        const { finding, side } = row;
        return this.#newestFirst(side.articles).flatMap((path): ArticleRow[] => {
          const mentions = placesIn(this.#index, path, finding, [side]);
          return mentions.length > 0 ? [{ kind: 'article', parent: row, path, mentions }] : [];
        });
      }
      case 'article':
        if (row.mentions.length < 2) return [];
        return row.mentions.map((mention) => ({ kind: 'mention', parent: row, mention }));
      case 'mention':
        return [];
    }
  }

  getParent(row: Row): Row | undefined {
    if (row.kind === 'heading') return undefined;
    return row.kind === 'finding' ? row.heading : row.parent;
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return itemOf(row, this.#index);
  }

  #show({ sorted, isGrowing }: Findings): void {
    const change = this.#list.show(sorted, isGrowing);
    if (change === 'all') this.#changed.fire(undefined);
    else if (change.length > 0) this.#changed.fire([...change]);
  }

  #newestFirst(paths: readonly string[]): readonly string[] {
    const dates = new Map(paths.map((path) => [path, this.#index.entry(path)?.published ?? '']));
    const key = (path: string) => `${dates.get(path)}\n${path}`;
    return paths.toSorted((a, b) => (key(a) < key(b) ? 1 : -1));
  }

  #sides(row: FindingRow): Row[] {
    const { finding } = row;
    if (finding.kind === 'alike articles')
      return this.#newestFirst(finding.articles).map((path) => ({ kind: 'article', parent: row, path, mentions: [] }));
    return finding.sides.map((side) => ({ kind: 'side', parent: row, finding, side }));
  }
}
