import * as vscode from 'vscode';
import { fillFrom } from '../../../core/annotation/labelColors';
import type { Label } from '../../../core/annotation/labels';

/** How a mention is drawn: what a person accepted is filled and underlined, what is only proposed is broken. */
export type MarkStyle = 'accepted' | 'suggested';

/** Lines that tell names from figures, and decisions from proposals, where colors do not. */
const LINES = Object.freeze({
  entity: { accepted: ['solid', '2px'], suggested: ['dotted', '2px'] },
  figure: { accepted: ['double', '3px'], suggested: ['dashed', '2px'] },
  quotation: { accepted: ['solid', '2px'], suggested: ['dotted', '2px'] },
} as const);

/** One decoration type per label and style, made when first needed and kept: types are dear, ranges are cheap. */
export class DecorationTypes implements vscode.Disposable {
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();

  get(label: Label, style: MarkStyle): vscode.TextEditorDecorationType {
    const { color, colors, group } = label;
    const key = JSON.stringify([style, group, ...(colors ? [colors.light, colors.dark] : [color])]);
    const known = this.#types.get(key);
    if (known) return known;
    const options =
      group === 'quotation' ? quotation(label, style) : style === 'accepted' ? accepted(label) : suggested(label);
    const made = vscode.window.createTextEditorDecorationType(options);
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
 * Text on a fill has the editor's own color: a theme's colors for numbers and strings are made for its background, and
 * many of them can't be read on another one.
 */
const READABLE = Object.freeze({ color: new vscode.ThemeColor('editor.foreground') });

/**
 * A quotation is long and holds other mentions: nothing is drawn under its words that could drown theirs. It has
 * a bar where it and each of its lines begins, as in mail; an accepted one is filled as well.
 */
function quotation(label: Label, style: MarkStyle): vscode.DecorationRenderOptions {
  const isAccepted = style === 'accepted';
  return {
    rangeBehavior: CLOSED,
    ...(isAccepted && READABLE),
    ...inColor(label, (line, fill) => ({
      ...(isAccepted && { backgroundColor: fill, overviewRulerColor: line }),
      borderColor: line,
    })),
    borderStyle: LINES.quotation[style][0],
    borderWidth: `0 0 0 ${LINES.quotation[style][1]}`,
    ...(isAccepted && { overviewRulerLane: vscode.OverviewRulerLane.Right }),
  };
}

function accepted(label: Label): vscode.DecorationRenderOptions {
  return {
    rangeBehavior: CLOSED,
    ...READABLE,
    ...inColor(label, (line, fill) => ({ backgroundColor: fill, borderColor: line, overviewRulerColor: line })),
    ...under(label, 'accepted'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  };
}

function suggested(label: Label): vscode.DecorationRenderOptions {
  return {
    rangeBehavior: CLOSED,
    ...inColor(label, (line, fill) => ({ borderColor: line, overviewRulerColor: fill })),
    ...under(label, 'suggested'),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
  };
}

function under({ group }: Label, style: MarkStyle): vscode.ThemableDecorationRenderOptions {
  const [borderStyle, width] = LINES[group][style];
  return { borderStyle, borderWidth: `0 0 ${width} 0` };
}

type Color = string | vscode.ThemeColor;

/** Options that depend on the label's colors: one for all themes where those are theme colors, else one for each kind. */
function inColor(
  { color, colors }: Label,
  options: (line: Color, fill: Color) => vscode.ThemableDecorationRenderOptions,
): vscode.DecorationRenderOptions {
  if (!colors)
    return options(new vscode.ThemeColor(`newsmark.${color}`), new vscode.ThemeColor(`newsmark.${color}Background`));
  return {
    light: options(colors.light, fillFrom(colors.light, 'light')),
    dark: options(colors.dark, fillFrom(colors.dark, 'dark')),
  };
}
