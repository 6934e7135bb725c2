import * as vscode from 'vscode';
import { isShown } from '../../../core/mentions/mention';
import { toPosition, toSpan } from '../../adapt/position';
import { settingsFor } from '../../adapt/settings';
import { SETTINGS } from '../../contributions';
import type { Services } from '../../services';
import { hintOf } from './hintOf';

/** Shows values behind dates and figures, and labels behind all mentions, within the text. */
export function registerInlayHints({ articles }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    provideInlayHints(document, range) {
      const article = articles.get(document.uri);
      const { inlayHints, hiddenLabels, labelNames } = settingsFor(document.uri);
      if (!article || (inlayHints === 'off' && !labelNames)) return [];
      const { text, labels } = article.session;
      const within = toSpan(text, range);
      const hidden = new Set(hiddenLabels);
      return article.session.marksIn(within).flatMap((mention) => {
        const isWanted = isShown(mention) && !hidden.has(mention.label);
        if (!isWanted || mention.end < within.start || mention.end > within.end) return [];
        const value = hintOf(mention, labels, inlayHints);
        const words = [...(labelNames ? [mention.label] : []), ...(value === undefined ? [] : [value])];
        if (words.length === 0) return [];
        const hint = new vscode.InlayHint(toPosition(text, mention.end), words.join(' · '));
        hint.paddingLeft = true;
        return [hint];
      });
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerInlayHintsProvider(
      [{ language: 'article' }, { language: 'plaintext' }, { language: 'markdown' }],
      provider,
    ),
    articles.onDidChange(({ event }) => {
      // The editor moves hints along while somebody types; the analysis that follows brings the new ones.
      if (event !== 'text' && event !== 'sidecar') changed.fire();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (
        [SETTINGS.inlayHints, SETTINGS.hiddenLabels, SETTINGS.labelNames].some((id) => change.affectsConfiguration(id))
      )
        changed.fire();
    }),
  );
}
