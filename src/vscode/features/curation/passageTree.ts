import * as vscode from 'vscode';
import type { Curator } from '../../../core/agreement/curator';
import type { Passage, PassageKind } from '../../../core/agreement/passages';
import { t } from '../../../core/l10n';
import { shortened } from '../../../core/mentions/decide';
import type { OpenArticle } from '../../articles/openArticle';
import { COMMANDS } from '../../contributions';
import { choiceInWords, kindInWords, verdictInWords } from './passageWords';

/** A heading, or a passage below one. */
export type Row = { readonly kind: PassageKind } | { readonly passage: Passage };

/** What is hardest to decide comes first. */
const ORDER: readonly PassageKind[] = ['conflict', 'partial', 'agreed'];

/** The passages as a list, by kind, with what became of each. */
export class PassageTree implements vscode.TreeDataProvider<Row> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #shown: { readonly article: OpenArticle; readonly curator: Curator } | undefined;

  show(article: OpenArticle, curator: Curator): void {
    this.#shown = { article, curator };
    this.#changed.fire(undefined);
  }

  hide(): void {
    this.#shown = undefined;
    this.#changed.fire(undefined);
  }

  getChildren(row?: Row): Row[] {
    const passages = this.#shown?.curator.passages ?? [];
    if (!row) return ORDER.filter((kind) => passages.some((each) => each.kind === kind)).map((kind) => ({ kind }));
    if ('passage' in row) return [];
    return passages.filter(({ kind }) => kind === row.kind).map((passage) => ({ passage }));
  }

  getParent(row: Row): Row | undefined {
    return 'passage' in row ? { kind: row.passage.kind } : undefined;
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return 'passage' in row ? this.#passageItem(row.passage) : this.#heading(row.kind);
  }

  #heading(kind: PassageKind): vscode.TreeItem {
    const own = this.#shown?.curator.passages.filter((passage) => passage.kind === kind) ?? [];
    const open = own.filter(({ verdict }) => verdict === 'open').length;
    const item = new vscode.TreeItem(kindInWords(kind), vscode.TreeItemCollapsibleState.Expanded);
    item.id = kind;
    item.description = t('{0} of {1} open', open, own.length);
    return item;
  }

  #passageItem(passage: Passage): vscode.TreeItem {
    const { session } = this.#shown?.article ?? {};
    if (!session) return new vscode.TreeItem('');
    const { text, labels } = session;
    const words = shortened(text.slice(passage.start, passage.end));
    const said = passage.choices.map((choice) => choiceInWords(choice, passage, text.value, labels)).join(' · ');
    const item = new vscode.TreeItem(words);
    item.id = `${passage.kind} ${passage.start} ${passage.end}`;
    item.description = said;
    item.iconPath = new vscode.ThemeIcon(iconOf(passage));
    item.tooltip = `${words}\n${said}\n${verdictInWords(passage, labels)}`;
    item.accessibilityInformation = { label: `${words}, ${said}, ${verdictInWords(passage, labels)}` };
    const { start } = passage;
    item.command = { command: COMMANDS.curationGoTo, title: t('Go to it'), arguments: [{ start }] };
    return item;
  }
}

function iconOf({ verdict }: Passage): string {
  if (verdict === 'open') return 'circle-large-outline';
  return verdict === 'none' ? 'circle-slash' : 'pass-filled';
}
