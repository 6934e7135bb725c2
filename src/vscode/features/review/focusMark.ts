import * as vscode from 'vscode';
import { labelOf } from '../../../core/annotation/labels';
import type { Focus } from '../../../core/review/review';
import { toRange } from '../../adapt/position';
import type { OpenArticle } from '../../articles/openArticle';

/** Draws a frame around what is to be decided next, and its label behind it. */
export class FocusMark implements vscode.Disposable {
  readonly #type = vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    outline: '2px solid',
    outlineColor: new vscode.ThemeColor('focusBorder'),
    overviewRulerColor: new vscode.ThemeColor('focusBorder'),
    overviewRulerLane: vscode.OverviewRulerLane.Full,
  });

  show(editor: vscode.TextEditor, { session }: OpenArticle, { mention, span }: Focus): void {
    if (!mention) {
      editor.setDecorations(this.#type, []);
      return;
    }
    const { title } = labelOf(mention.label);
    const after = {
      contentText: mention.status === 'suggested' ? `${title}?` : title,
      color: new vscode.ThemeColor('editorInlayHint.foreground'),
      backgroundColor: new vscode.ThemeColor('editorInlayHint.background'),
      margin: '0 0 0 0.4em',
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
