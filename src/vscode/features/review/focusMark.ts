import * as vscode from 'vscode';
import type { LabelSet } from '../../../core/annotation/labelSet';
import type { Mention } from '../../../core/mentions/mention';
import type { Focus } from '../../../core/review/review';
import { valueInWords } from '../../../core/values/valueInWords';
import { toRange } from '../../adapt/position';
import { tag } from '../../adapt/tag';
import type { OpenArticle } from '../../articles/openArticle';

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
    const range = toRange(session.text, span);
    editor.setDecorations(this.#type, [{ range, renderOptions: tag(range, tagOf(mention, session.labels), 'badge') }]);
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
