import * as vscode from 'vscode';
import { isShown, isStance, type Mention } from '../../../core/mentions/mention';
import type { Text } from '../../../core/text/text';
import { toRange } from '../../adapt/position';
import { settingsFor } from '../../adapt/settings';
import type { OpenArticle } from '../../articles/openArticle';
import { COMMANDS, SETTINGS } from '../../contributions';
import type { Services } from '../../services';
import { DecorationTypes, type MarkStyle } from './decorationTypes';

/** Draws the mentions of every visible article into its editors. */
export function registerHighlights({ articles }: Services): vscode.Disposable {
  const painter = new Painter();
  const paintAll = () => {
    for (const editor of vscode.window.visibleTextEditors) painter.paint(editor, articles.get(editor.document.uri));
  };
  const paintArticle = (article: OpenArticle) => {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.toString() === article.uri.toString()) painter.paint(editor, articles.get(article.uri));
    }
  };
  paintAll();
  return vscode.Disposable.from(
    painter,
    articles.onDidChange(({ article, event }) => {
      // The editor itself moves marks while somebody types; painting then would only make them flicker.
      if (event !== 'text' && event !== 'sidecar') paintArticle(article);
    }),
    vscode.window.onDidChangeVisibleTextEditors(paintAll),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(SETTINGS.hiddenLabels)) paintAll();
    }),
    vscode.commands.registerCommand(COMMANDS.toggleHighlights, () => {
      painter.isOn = !painter.isOn;
      paintAll();
    }),
  );
}

/** What an editor shows: the ranges of each type as one string, and the text they were set over. */
interface Shown {
  readonly text: Text | undefined;
  readonly signatures: Map<vscode.TextEditorDecorationType, string>;
}

/** Remembers what each editor shows, and sets only what differs. */
class Painter implements vscode.Disposable {
  isOn = true;
  readonly #types = new DecorationTypes();
  readonly #shown = new WeakMap<vscode.TextEditor, Shown>();

  paint(editor: vscode.TextEditor, article: OpenArticle | undefined): void {
    const text = article?.session.text;
    const before = this.#shown.get(editor);
    const signatures = before?.signatures ?? new Map<vscode.TextEditorDecorationType, string>();
    // Over another text the marks have moved: what was set is not what is shown any more.
    const isOutdated = before?.text !== text;
    const wanted =
      this.isOn && article ? this.#rangesByType(article) : new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
    for (const type of signatures.keys()) if (!wanted.has(type)) wanted.set(type, []);
    for (const [type, ranges] of wanted) {
      const signature = ranges
        .map(({ start, end }) => `${start.line}:${start.character}-${end.line}:${end.character}`)
        .join();
      if (!isOutdated && signatures.get(type) === signature) continue;
      editor.setDecorations(type, ranges);
      signatures.set(type, signature);
    }
    this.#shown.set(editor, { text, signatures });
  }

  dispose(): void {
    this.#types.dispose();
  }

  #rangesByType({ session, uri }: OpenArticle): Map<vscode.TextEditorDecorationType, vscode.Range[]> {
    const hidden = new Set(settingsFor(uri).hiddenLabels);
    const byType = new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
    for (const mention of session.mentions) {
      if (!isShown(mention) || isStance(mention) || hidden.has(mention.label)) continue;
      const type = this.#types.get(session.labels.of(mention.label), styleOf(mention));
      const ranges = byType.get(type);
      const range = toRange(session.text, mention);
      if (ranges) ranges.push(range);
      else byType.set(type, [range]);
    }
    return byType;
  }
}

function styleOf(mention: Mention): MarkStyle {
  return mention.status === 'accepted' ? 'accepted' : 'suggested';
}
