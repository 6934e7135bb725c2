import * as vscode from 'vscode';
import { groupOf, recordOf } from '../../../core/curation/entityGroup';
import { LookupError } from '../../../core/knowledge/lookup/lookupError';
import { t } from '../../../core/l10n';
import { cancellationOf } from '../../adapt/cancellation';
import { toOffset, toRange } from '../../adapt/position';
import { groundOf } from '../../articles/deciding';
import { mentionAt } from '../../articles/target';
import type { Services } from '../../services';

/**
 * Wikipedia's first sentence on an entity that has an item in Wikidata. It is a hover of its own, so that the other one does
 * not wait for it; while look-ups are off, there is none.
 */
export class SummaryHover implements vscode.HoverProvider {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const { articles, knowledge, lookup, log } = this.#services;
    const article = articles.get(document.uri);
    if (!article || !lookup.isOn) return undefined;
    const { mentions, text } = article.session;
    const mention = mentionAt(mentions, toOffset(text, position));
    if (!mention || mention.quotation) return undefined;
    const record = recordOf(groundOf(article), groupOf(mentions, mention));
    const id = record?.links?.wikidata ?? knowledge.entryOf(article, mention)?.links.wikidata;
    if (id === undefined) return undefined;
    try {
      const sentence = await lookup.firstSentence(id, cancellationOf(token));
      if (sentence === undefined) return undefined;
      const card = new vscode.MarkdownString('', true);
      card
        .appendMarkdown('$(globe) ')
        .appendText(sentence)
        .appendText(` (${t('Wikipedia, CC BY-SA 4.0')})`);
      return new vscode.Hover(card, toRange(text, mention));
    } catch (error) {
      if (!(error instanceof LookupError)) throw error;
      // A hover is no place to complain in; the command that looks up says what is wrong.
      log.warn(`Wikipedia on ${id}:`, error.failure, error.cause ?? '');
      return undefined;
    }
  }
}
