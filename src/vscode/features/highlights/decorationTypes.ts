import * as vscode from 'vscode';
import { labelOf } from '../../../core/annotation/labels';

/** How a mention is drawn: what a person accepted is filled and underlined, what is only proposed is dotted. */
export type MarkStyle = 'accepted' | 'suggested';

/** One decoration type per label and style, made when first needed and kept: types are dear, ranges are cheap. */
export class DecorationTypes implements vscode.Disposable {
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();

  get(label: string, style: MarkStyle): vscode.TextEditorDecorationType {
    const key = `${style} ${label}`;
    const known = this.#types.get(key);
    if (known) return known;
    const made = vscode.window.createTextEditorDecorationType(
      style === 'accepted' ? accepted(label) : suggested(label),
    );
    this.#types.set(key, made);
    return made;
  }

  dispose(): void {
    for (const type of this.#types.values()) type.dispose();
    this.#types.clear();
  }
}

/** Edges are closed, so that what is typed beside a mark does not join it. */
const CLOSED = vscode.DecorationRangeBehavior.ClosedClosed;

function accepted(label: string): vscode.DecorationRenderOptions {
  const { color } = labelOf(label);
  return {
    rangeBehavior: CLOSED,
    backgroundColor: new vscode.ThemeColor(`newsmark.${color}Background`),
    borderColor: new vscode.ThemeColor(`newsmark.${color}`),
    borderStyle: 'solid',
    borderWidth: '0 0 2px 0',
    overviewRulerColor: new vscode.ThemeColor(`newsmark.${color}`),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  };
}

function suggested(label: string): vscode.DecorationRenderOptions {
  const { color } = labelOf(label);
  return {
    rangeBehavior: CLOSED,
    borderColor: new vscode.ThemeColor(`newsmark.${color}`),
    borderStyle: 'dotted',
    borderWidth: '0 0 2px 0',
    overviewRulerColor: new vscode.ThemeColor(`newsmark.${color}Background`),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
  };
}
