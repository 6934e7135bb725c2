import * as vscode from 'vscode';
import type { LabelSet } from '../../../core/annotation/labelSet';
import type { Mention } from '../../../core/mentions/mention';
import type { Focus } from '../../../core/review/review';
import { valueInWords } from '../../../core/values/valueInWords';
import { toRange } from '../../adapt/position';
import type { OpenArticle } from '../../articles/openArticle';

/**
 * The label stands as a small tag over the end of the words. In the line it would push the words behind it out of sight:
 * the editor wraps its lines without what decorations add to them, and takes no position for them but in this way.
 */
const TAG_STYLE = Object.freeze({
  position: 'absolute',
  'z-index': '1',
  transform: 'translate(-100%, -55%)',
  padding: '0 0.35em',
  'font-size': '0.7em',
  'line-height': '1.25',
  'border-radius': '0.25em',
  'white-space': 'nowrap',
});

/** Draws a frame around what is to be decided next, and its label behind it. */
export class FocusMark implements vscode.Disposable {
  readonly #type = vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    outlineStyle: 'solid',
    outlineWidth: '2px',
    outlineColor: new vscode.ThemeColor('focusBorder'),
    overviewRulerColor: new vscode.ThemeColor('focusBorder'),
    overviewRulerLane: vscode.OverviewRulerLane.Full,
  });

  show(editor: vscode.TextEditor, { session }: OpenArticle, { mention, span }: Focus): void {
    if (!mention) {
      editor.setDecorations(this.#type, []);
      return;
    }
    const after = {
      contentText: tagOf(mention, session.labels),
      color: new vscode.ThemeColor('badge.foreground'),
      backgroundColor: new vscode.ThemeColor('badge.background'),
      textDecoration: ['none', ...Object.entries(TAG_STYLE).map(([name, value]) => `${name}: ${value}`)].join('; '),
    };
    editor.setDecorations(this.#type, [{ range: toRange(session.text, span), renderOptions: { after } }]);
  }

  hide(): void {
    for (const editor of vscode.window.visibleTextEditors) editor.setDecorations(this.#type, []);
  }

  dispose(): void {
    this.#type.dispose();
  }
}

/** Longest value that a tag tells, in characters. */
const LONGEST_VALUE = 40;

/** The label, and the value that is accepted with it. */
function tagOf({ label, status, value }: Mention, labels: LabelSet): string {
  const { title } = labels.of(label);
  const words = value === undefined ? '' : valueInWords(value);
  const told = words !== '' && words.length <= LONGEST_VALUE ? `${title}: ${words}` : title;
  return status === 'suggested' ? `${told}?` : told;
}
