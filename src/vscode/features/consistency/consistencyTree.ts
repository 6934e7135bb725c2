import type * as vscode from 'vscode';
import type { Inconsistency } from '../../../core/corpus/consistency';
import type { CorpusIndex } from '../../../core/corpus/corpusIndex';
import { placesIn } from '../../../core/corpus/findingPlaces';
import type { ListedFindings } from '../../../core/corpus/listedFindings';
import type { Findings } from './findings';
import { itemOf } from './item';
import type { ArticleRow, FindingRow, HeadingRow, Row } from './row';

/** The kinds in the order of the list. */
const KINDS: readonly Inconsistency['kind'][] = ['two labels', 'two links', 'alike names', 'alike articles'];

const NONE: ListedFindings = Object.freeze({ shown: [], total: 0 });

/** What is inconsistent as a list: by kind, with the sides of each, and the places that say so. */
export class ConsistencyTree implements vscode.TreeDataProvider<Row> {
  readonly #findings: Findings;
  readonly #index: CorpusIndex;
  readonly onDidChangeTreeData: vscode.Event<undefined>;

  constructor(findings: Findings, index: CorpusIndex) {
    this.#findings = findings;
    this.#index = index;
    this.onDidChangeTreeData = (listener, self, disposables) =>
      findings.onDidChange(() => listener.call(self, undefined), undefined, disposables);
  }

  /** The first finding of the list. */
  first(): Row | undefined {
    const [heading] = this.getChildren();
    return heading && this.getChildren(heading)[0];
  }

  getChildren(row?: Row): Row[] {
    if (!row) return this.#headings();
    switch (row.kind) {
      case 'heading':
        return this.#under(row);
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
    if (row.kind !== 'finding') return row.parent;
    return { kind: 'heading', of: row.isDismissed ? 'dismissed' : row.finding.kind };
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return itemOf(row, this.#index, row.kind === 'heading' ? this.#listed(row) : NONE);
  }

  #headings(): Row[] {
    const there = new Set<HeadingRow['of']>(this.#findings.open?.keys());
    if (this.#findings.dismissed.total > 0) there.add('dismissed');
    return [...KINDS, 'dismissed' as const].filter((of) => there.has(of)).map((of) => ({ kind: 'heading', of }));
  }

  #under(heading: HeadingRow): FindingRow[] {
    const isDismissed = heading.of === 'dismissed';
    return this.#listed(heading).shown.map((finding) => ({ kind: 'finding', finding, isDismissed }));
  }

  #listed({ of }: HeadingRow): ListedFindings {
    return (of === 'dismissed' ? this.#findings.dismissed : this.#findings.open?.get(of)) ?? NONE;
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
