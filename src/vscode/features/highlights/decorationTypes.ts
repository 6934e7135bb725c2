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
      labelOf(label).group === 'quotation'
        ? quotation(label, style)
        : style === 'accepted'
          ? accepted(label)
          : suggested(label),
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

/**
 * A quotation is long and holds other mentions: nothing is drawn under its words that could drown theirs. It has
 * a bar where it and each of its lines begins, as in mail; an accepted one is filled as well.
 */
function quotation(label: string, style: MarkStyle): vscode.DecorationRenderOptions {
  const { color } = labelOf(label);
  const isAccepted = style === 'accepted';
  return {
    rangeBehavior: CLOSED,
    ...(isAccepted && { backgroundColor: new vscode.ThemeColor(`newsmark.${color}Background`) }),
    borderColor: new vscode.ThemeColor(`newsmark.${color}`),
    borderStyle: isAccepted ? 'solid' : 'dotted',
    borderWidth: '0 0 0 2px',
    ...(isAccepted && {
      overviewRulerColor: new vscode.ThemeColor(`newsmark.${color}`),
      overviewRulerLane: vscode.OverviewRulerLane.Right,
    }),
  };
}

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
