import * as vscode from 'vscode';
import type { Curator } from '../../../core/agreement/curator';
import { namesIn, type Passage } from '../../../core/agreement/passages';
import { toRange } from '../../adapt/position';
import { tag } from '../../adapt/tag';
import type { OpenArticle } from '../../articles/openArticle';
import { choiceInWords } from './passageWords';

/**
 * How a kind of passage is drawn: by its line as well as its color. What is settled has none: there, the curator's own
 * annotation shows.
 */
const LOOKS = Object.freeze({
  agreed: ['solid', '2px', 'charts.green'],
  partial: ['dashed', '2px', 'charts.blue'],
  conflict: ['double', '4px', 'charts.red'],
} as const);

const KINDS = ['agreed', 'partial', 'conflict'] as const;

/** Draws passages in the text: each kind its line, who says what of those that are not agreed, a frame around the focus. */
export class PassageMarks implements vscode.Disposable {
  readonly #types = new Map<Passage['kind'], vscode.TextEditorDecorationType>(
    KINDS.map((kind) => [kind, vscode.window.createTextEditorDecorationType(lookOf(kind))]),
  );
  readonly #focus = vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    outlineStyle: 'solid',
    outlineWidth: '2px',
    outlineColor: new vscode.ThemeColor('focusBorder'),
  });

  show(editor: vscode.TextEditor, article: OpenArticle, { passages, focus }: Curator): void {
    const { text } = article.session;
    for (const [kind, type] of this.#types) {
      const open = passages.filter((passage) => passage.kind === kind && passage.verdict === 'open');
      const tagged = open.map((passage) => {
        const range = toRange(text, passage);
        const isBare = kind === 'agreed' || passage === focus;
        return { range, ...(!isBare && { renderOptions: tag(range, tagOf(passage, article), 'editorHoverWidget') }) };
      });
      editor.setDecorations(type, tagged);
    }
    const place = focus && toRange(text, focus);
    const framed = place && { range: place, renderOptions: tag(place, numbered(focus, article), 'badge') };
    editor.setDecorations(this.#focus, framed ? [framed] : []);
  }

  hide(): void {
    for (const editor of vscode.window.visibleTextEditors)
      for (const type of [...this.#types.values(), this.#focus]) editor.setDecorations(type, []);
  }

  dispose(): void {
    for (const type of [...this.#types.values(), this.#focus]) type.dispose();
  }
}

function lookOf(kind: Passage['kind']): vscode.DecorationRenderOptions {
  const [line, width, color] = LOOKS[kind];
  return {
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    borderStyle: line,
    borderWidth: `0 0 ${width} 0`,
    borderColor: new vscode.ThemeColor(color),
    overviewRulerColor: new vscode.ThemeColor(color),
    overviewRulerLane: vscode.OverviewRulerLane.Right,
  };
}

/** Who has marked it; in a conflict, what each of them says. */
function tagOf(passage: Passage, { session }: OpenArticle): string {
  if (passage.kind !== 'conflict') return passage.choices.map(namesIn).join(', ');
  return passage.choices
    .map((choice) => choiceInWords(choice, passage, session.text.value, session.labels))
    .join(' ≠ ');
}

/** Each choice behind the key that takes it. */
function numbered(passage: Passage, { session }: OpenArticle): string {
  return passage.choices
    .map((choice, index) => `${index + 1} ${choiceInWords(choice, passage, session.text.value, session.labels)}`)
    .join(' · ');
}
