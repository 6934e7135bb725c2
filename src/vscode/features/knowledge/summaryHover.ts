import * as vscode from 'vscode';
import { groupOf, recordOf } from '../../../core/curation/entityGroup';
import { LookupError } from '../../../core/knowledge/lookup/lookupError';
import type { Summary } from '../../../core/knowledge/lookup/wikidata';
import { t } from '../../../core/l10n';
import type { Cancellation } from '../../../core/ports';
import { cancellationOf } from '../../adapt/cancellation';
import { toOffset, toRange } from '../../adapt/position';
import { groundOf } from '../../articles/deciding';
import { mentionAt } from '../../articles/target';
import type { Services } from '../../services';

/** Makes what is shown out of what Wikipedia has; undefined where that is nothing. */
type Show = (
  services: Services,
  summary: Summary,
  cancellation: Cancellation,
) => Promise<vscode.MarkdownString | undefined>;

/**
 * What Wikipedia has on an entity that a knowledge base identifies. It is a hover of its own, so that the others don't wait for
 * it; while look-ups are off, there is none.
 */
export class SummaryHover implements vscode.HoverProvider {
  readonly #services: Services;
  readonly #show: Show;

  constructor(services: Services, show: Show) {
    this.#services = services;
    this.#show = show;
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
    const links = { ...knowledge.entryOf(article, mention)?.links, ...record?.links };
    try {
      const cancellation = cancellationOf(token);
      const summary = await lookup.summary(links, cancellation);
      const card = summary && (await this.#show(this.#services, summary, cancellation));
      return card && new vscode.Hover(card, toRange(text, mention));
    } catch (error) {
      if (!(error instanceof LookupError)) throw error;
      // A hover is no place to complain in; the command that looks up says what is wrong.
      log.warn(`Wikipedia on ${mention.text}:`, error.failure, error.cause ?? '');
      return undefined;
    }
  }
}

/** The first sentence of the article. */
export const showSentence: Show = async (_, { sentence }) =>
  new vscode.MarkdownString('', true)
    .appendMarkdown('$(globe) ')
    .appendText(sentence)
    .appendText(` (${t('Wikipedia, CC BY-SA 4.0')})`);

/** The article's picture, with a link to who made it and on what terms it may be used. */
export const showPicture: Show = async ({ lookup }, { picture }, cancellation) => {
  const data = picture && (await lookup.picture(picture, cancellation));
  if (!picture || data === undefined) return undefined;
  return new vscode.MarkdownString()
    .appendMarkdown(`![${t('Picture in Wikipedia’s article')}](${data}|height=${HEIGHT})\n\n`)
    .appendMarkdown(`[${t('Author and license of the picture')}](${vscode.Uri.parse(picture.page, true).toString()})`);
};

/** Of a picture in a hover, in the editor's pixels. */
const HEIGHT = 140;
