import * as vscode from 'vscode';
import { isShown, isStance, type Mark } from '../../../core/mentions/mention';
import type { TextEdit } from '../../../core/session';
import type { Span } from '../../../core/text/span';
import { toRange } from '../../adapt/position';
import { settingsFor } from '../../adapt/settings';
import { SCREENS, visibleIn } from '../../adapt/visible';
import type { OpenArticle } from '../../articles/openArticle';
import { COMMANDS, SETTINGS } from '../../contributions';
import type { Services } from '../../services';
import { DecorationTypes, type MarkStyle } from './decorationTypes';
import { Shown } from './shown';

/** Draws the mentions of every visible article into its editors. */
export function registerHighlights({ articles }: Services): vscode.Disposable {
  const painter = new Painter();
  const paintAll = () => {
    for (const editor of vscode.window.visibleTextEditors) painter.paint(editor, articles.get(editor.document.uri));
  };
  paintAll();
  return vscode.Disposable.from(
    painter,
    articles.onDidChange(({ article, event, edit }) => {
      if (event === 'sidecar') return;
      for (const editor of vscode.window.visibleTextEditors) {
        if (editor.document.uri.toString() !== article.uri.toString()) continue;
        // The editor itself moves marks while somebody types; painting then would only make them flicker.
        if (event === 'text') painter.move(editor, article, edit);
        else painter.paint(editor, articles.get(article.uri));
      }
    }),
    vscode.window.onDidChangeVisibleTextEditors(paintAll),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) =>
      painter.scrolled(textEditor, articles.get(textEditor.document.uri)),
    ),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(SETTINGS.hiddenLabels)) paintAll();
    }),
    vscode.commands.registerCommand(COMMANDS.toggleHighlights, () => {
      painter.isOn = !painter.isOn;
      paintAll();
    }),
  );
}

/** Articles with more marks than this are marked where they are looked at, and around there. */
const MOST_MARKS = 4_000;

/** Remembers what each editor shows, and sets only what differs. */
class Painter implements vscode.Disposable {
  isOn = true;
  readonly #types = new DecorationTypes();
  readonly #shown = new WeakMap<vscode.TextEditor, Shown>();

  paint(editor: vscode.TextEditor, article: OpenArticle | undefined): void {
    const text = article?.session.text;
    const shown = this.#shown.get(editor) ?? new Shown();
    this.#shown.set(editor, shown);
    const window = article ? windowOf(editor, article) : { start: 0, end: 0 };
    const wanted: SpansByType = this.isOn && article ? this.#spansByType(article, window) : new Map();
    for (const type of shown.types) if (!wanted.has(type)) wanted.set(type, []);
    for (const [type, spans] of wanted) {
      if (shown.isSame(type, text, spans)) continue;
      editor.setDecorations(type, text ? spans.map((span) => toRange(text, span)) : []);
      shown.set(type, spans);
    }
    shown.settle(text, window);
  }

  /** The article's text was edited: what is shown has moved with it. */
  move(editor: vscode.TextEditor, { session }: OpenArticle, edit: TextEdit | undefined): void {
    if (edit) this.#shown.get(editor)?.move(edit, session.text);
  }

  /** Other lines are in sight. */
  scrolled(editor: vscode.TextEditor, article: OpenArticle | undefined): void {
    const shown = this.#shown.get(editor);
    const text = article?.session.text;
    if (text && shown && !shown.covers(text, visibleIn(editor, text))) this.paint(editor, article);
  }

  dispose(): void {
    this.#types.dispose();
  }

  #spansByType({ session, uri }: OpenArticle, window: Span): SpansByType {
    const hidden = new Set(settingsFor(uri).hiddenLabels);
    const byType: SpansByType = new Map();
    for (const mark of session.marksIn(window)) {
      if (!isShown(mark) || isStance(mark) || hidden.has(mark.label)) continue;
      const type = this.#types.get(session.labels.of(mark.label), styleOf(mark));
      const spans = byType.get(type);
      const span = { start: mark.start, end: mark.end };
      if (spans) spans.push(span);
      else byType.set(type, [span]);
    }
    return byType;
  }
}

type SpansByType = Map<vscode.TextEditorDecorationType, Span[]>;

/** The stretch of an article that is marked. */
function windowOf(editor: vscode.TextEditor, { session }: OpenArticle): Span {
  const { text, mostMarks } = session;
  if (mostMarks <= MOST_MARKS) return { start: 0, end: text.length };
  return visibleIn(editor, text, SCREENS);
}

function styleOf(mark: Mark): MarkStyle {
  return mark.status === 'accepted' ? 'accepted' : 'suggested';
}
