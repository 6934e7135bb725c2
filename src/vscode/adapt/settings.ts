import * as vscode from 'vscode';

const INLAY_HINTS = ['off', 'dates', 'all'] as const;

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
  /** Publication date of articles that do not tell theirs; empty for none. */
  readonly published: string;
  /** Which values are shown within the text. */
  readonly inlayHints: InlayHintChoice;
  /** Whether selected words that are cut are marked whole. */
  readonly snapToWords: boolean;
  /** Name of the preset that gives the labels, where the folder has no file of its own for them. */
  readonly labelSet: string;
  /** Path of that file within its folder; empty for none. */
  readonly labelFile: string;
  /** Whether the name of its label stands behind each mention. */
  readonly labelNames: boolean;
}

/** The settings as they are for one resource. */
export function settingsFor(resource?: vscode.Uri): Settings {
  const section = vscode.workspace.getConfiguration('newsmark', resource ?? null);
  return {
    include: strings(section.get('include')),
    exclude: strings(section.get('exclude')),
    articleLanguage: section.get('articleLanguage') !== false,
    annotator: String(section.get('annotator') ?? ''),
    hiddenLabels: strings(section.get('hiddenLabels')),
    followCursor: section.get('tree.followCursor') !== false,
    published: String(section.get('published') ?? ''),
    inlayHints: INLAY_HINTS.find((choice) => choice === section.get('inlayHints')) ?? 'dates',
    snapToWords: section.get('snapToWords') !== false,
    labelSet: String(section.get('labelSet') ?? ''),
    labelFile: String(section.get('labelFile') ?? ''),
    labelNames: section.get('labelNames') === true,
  };
}

/** Settings are a person's text: entries that are not strings are passed over. */
function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}
