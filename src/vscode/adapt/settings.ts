import * as vscode from 'vscode';
import { TREE_GROUPINGS, TREE_ORDERS, type TreeChoice } from '../../core/tree/treeChoice';

const INLAY_HINTS = ['off', 'dates', 'all'] as const;

const TREE_SCOPES = ['article', 'open', 'workspace'] as const;

/** Whether the tree shows the article that the person is in, all open ones, or those of the workspace. */
export type TreeScope = (typeof TREE_SCOPES)[number];

/** No values within the text, those of relative dates, or those of all figures that are not plain. */
export type InlayHintChoice = (typeof INLAY_HINTS)[number];

/** The extension's settings, read where they are needed; the manifest holds their defaults and descriptions. */
export interface Settings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Whether plain-text articles get the language `article`. */
  readonly articleLanguage: boolean;
  readonly annotator: string;
  /** Labels that are not highlighted. */
  readonly hiddenLabels: readonly string[];
  readonly followCursor: boolean;
  readonly treeScope: TreeScope;
  readonly treeOrder: TreeChoice['order'];
  readonly treeGroupBy: TreeChoice['groupBy'];
  /** Labels that the tree leaves out. */
  readonly treeHiddenLabels: readonly string[];
  /** Publication date of articles that do not tell theirs; empty for none. */
  readonly published: string;
  /** Which values are shown within the text. */
  readonly inlayHints: InlayHintChoice;
  /** Whether the Explorer shows how far people are with each article. */
  readonly explorerBadges: boolean;
  /** Whether selected words that are cut are marked whole. */
  readonly snapToWords: boolean;
  /** Name of the preset that gives the labels, where the folder has no file of its own for them. */
  readonly labelSet: string;
  /** Path of that file within its folder; empty for none. */
  readonly labelFile: string;
  /** Whether the name of its label stands behind each mention. */
  readonly labelNames: boolean;
  /** Whether Wikidata and Wikipedia may be asked. */
  readonly lookup: boolean;
  /** Where Wikidata is, and Wikipedia. */
  readonly lookupServer: string;
  readonly lookupPages: string;
  /** Whether all articles of the workspace are indexed in the background. */
  readonly corpus: boolean;
}

/** By resource: reading them takes longer than much of what asks for them at each key press. */
const known = new Map<string, Settings>();

/** More resources than a person has open at a time. */
const MOST_KNOWN = 100;

/** Forgets the settings when they change; goes before all that asks for them then. */
export function watchSettings(): vscode.Disposable {
  const forget = () => known.clear();
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeConfiguration(forget),
    vscode.workspace.onDidChangeWorkspaceFolders(forget),
    new vscode.Disposable(forget),
  );
}

/** The settings as they are for one resource. */
export function settingsFor(resource?: vscode.Uri): Settings {
  const key = resource?.toString() ?? '';
  const before = known.get(key);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const settings = readSettings(resource);
  known.set(key, settings);
  return settings;
}

function readSettings(resource: vscode.Uri | undefined): Settings {
  const section = vscode.workspace.getConfiguration('newsmark', resource ?? null);
  return {
    include: strings(section.get('include')),
    exclude: strings(section.get('exclude')),
    articleLanguage: section.get('articleLanguage') !== false,
    annotator: String(section.get('annotator') ?? ''),
    hiddenLabels: strings(section.get('hiddenLabels')),
    followCursor: section.get('tree.followCursor') !== false,
    treeScope: oneOf(TREE_SCOPES, section.get('tree.scope'), 'article'),
    treeOrder: oneOf(TREE_ORDERS, section.get('tree.order'), 'frequency'),
    treeGroupBy: oneOf(TREE_GROUPINGS, section.get('tree.groupBy'), 'label'),
    treeHiddenLabels: strings(section.get('tree.hiddenLabels')),
    published: String(section.get('published') ?? ''),
    inlayHints: oneOf(INLAY_HINTS, section.get('inlayHints'), 'dates'),
    explorerBadges: section.get('explorerBadges') !== false,
    snapToWords: section.get('snapToWords') !== false,
    labelSet: String(section.get('labelSet') ?? ''),
    labelFile: String(section.get('labelFile') ?? ''),
    labelNames: section.get('labelNames') === true,
    lookup: section.get('lookup') === true,
    lookupServer: String(section.get('lookupServer') ?? ''),
    lookupPages: String(section.get('lookupPages') ?? ''),
    corpus: section.get('corpus.enabled') !== false,
  };
}

function oneOf<T extends string>(choices: readonly T[], value: unknown, usual: T): T {
  return choices.find((choice) => choice === value) ?? usual;
}

/** Settings are a person's text: entries that are not strings are passed over. */
function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}
