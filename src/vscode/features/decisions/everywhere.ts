import * as vscode from 'vscode';
import { t } from '../../../core/l10n';
import { markPlaces, placesOf } from '../../../core/marking/everywhere';
import { likelyLabels } from '../../../core/marking/likelyLabels';
import { shortened } from '../../../core/mentions/decide';
import type { Span } from '../../../core/text/span';
import { toRange } from '../../adapt/position';
import { say } from '../../adapt/say';
import { carryOut, deciderFor, groundOf } from '../../articles/deciding';
import type { OpenArticle } from '../../articles/openArticle';
import { canDecide } from '../../articles/sidecarTrouble';
import { mentionsUnderCursors } from '../../articles/target';
import { pickLabel } from './labelPick';
import { markedSpans } from './marking';
import { listed, pickPlaces } from './placePick';

/** Words to be marked wherever they stand, and with what. */
export interface Wanted {
  readonly words: string;
  readonly label: string;
}

/** Marks the words under the cursor wherever they stand in the article, after showing where that is. */
export async function markEverywhere(article: OpenArticle | undefined, label: string | undefined): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !article || editor.document !== article.document) return say(t('Marking works in an open article.'));
  if (!canDecide(article)) return;
  const wanted = await wantedIn(editor, article, label);
  if (!wanted) return;
  const { text, structure, mentions, labels } = article.session;
  const places = placesOf(text.value, structure.body, mentions, wanted.words, wanted.label, labels);
  const words = shortened(wanted.words);
  const { title } = labels.of(wanted.label);
  if (places.length === 0) return say(t('“{0}” is marked as {1} everywhere already.', words, title));
  const items = places.map((place) => listed(text, place, labels));
  const heading =
    places.length === 1
      ? t('Mark “{0}” as {1}: 1 place in this article', words, title)
      : t('Mark “{0}” as {1}: {2} places in this article', words, title, places.length);
  const picked = await previewing(editor, article, places, (show) =>
    pickPlaces(heading, items, ({ place }) => show(place)),
  );
  if (!picked || picked.length === 0) return;
  if (text !== article.session.text) return say(t('The article changed while you were choosing. Please choose again.'));
  const chosen = picked.map(({ place }) => place);
  carryOut(article, markPlaces(groundOf(article), chosen, wanted.label, article.session.mentions, deciderFor(article)));
}

/**
 * What a person wants to have marked: the selected words or those under the cursor, with the label that is given, or
 * that the mention there has, or that they choose.
 */
export async function wantedIn(
  editor: vscode.TextEditor,
  article: OpenArticle,
  given: string | undefined,
): Promise<Wanted | undefined> {
  const { text, mentions, labels } = article.session;
  const isBare = editor.selections.every((selection) => selection.isEmpty);
  const [mention] = mentionsUnderCursors(editor, article);
  const [marked] = markedSpans(editor, article);
  const span = (isBare && mention) || marked;
  if (!span) {
    say(t('Select the words to mark first.'));
    return undefined;
  }
  const words = text.slice(span.start, span.end);
  const standing = mention && mention.start === span.start && mention.end === span.end ? mention.label : undefined;
  const title = t('Mark “{0}” everywhere as', shortened(words));
  const label = given ?? standing ?? (await pickLabel(title, labels, likelyLabels(mentions, span, words, labels)));
  return label === undefined ? undefined : { words, label };
}

/** Marks all places in the text, and lets the list show each, while the person chooses. */
async function previewing<T>(
  editor: vscode.TextEditor,
  { session }: OpenArticle,
  places: readonly Span[],
  choose: (show: (place: Span) => void) => Promise<T>,
): Promise<T> {
  const all = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });
  const { text } = session;
  const [before] = editor.visibleRanges;
  editor.setDecorations(
    all,
    places.map((place) => toRange(text, place)),
  );
  try {
    return await choose((place) =>
      editor.revealRange(toRange(text, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport),
    );
  } finally {
    all.dispose();
    if (before) editor.revealRange(before, vscode.TextEditorRevealType.AtTop);
  }
}
