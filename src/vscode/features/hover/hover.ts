import * as vscode from 'vscode';
import { isShown } from '../../../core/mentions/mention';
import { toOffset, toRange } from '../../adapt/position';
import { settingsFor } from '../../adapt/settings';
import type { Services } from '../../services';
import { guidelineOf } from './guideline';
import { describeMention } from './mentionCard';

/** Tells about the mentions under the mouse. */
export function registerHover(services: Services): vscode.Disposable {
  const { articles, knowledge } = services;
  return vscode.languages.registerHoverProvider(
    [{ language: 'article' }, { language: 'plaintext' }, { language: 'markdown' }],
    {
      async provideHover(document, position, token) {
        await knowledge.load();
        const article = articles.get(document.uri);
        if (!article || token.isCancellationRequested) return undefined;
        const { session } = article;
        const offset = toOffset(session.text, position);
        const hidden = new Set(settingsFor(document.uri).hiddenLabels);
        // Where nothing is, nobody waits until it is known what all the rest refers to.
        if (session.marksIn({ start: offset, end: offset }).length === 0) return undefined;
        const here = session.mentions.filter(
          (mention) =>
            isShown(mention) && !hidden.has(mention.label) && mention.start <= offset && offset < mention.end,
        );
        // What is under the mouse itself comes first, a quotation around it after.
        const shortest = here.toSorted((a, b) => a.end - a.start - (b.end - b.start));
        const [first] = shortest;
        if (!first) return undefined;
        const guidelines = [...new Set(shortest.map(({ label }) => label))].map((id) =>
          guidelineOf(session.labels.of(id)),
        );
        const cards = await Promise.all(
          shortest.map((mention) => describeMention(services, article, mention, mention === first)),
        );
        return new vscode.Hover(
          [...cards, ...guidelines.filter((part) => part !== undefined)],
          toRange(session.text, first),
        );
      },
    },
  );
}
