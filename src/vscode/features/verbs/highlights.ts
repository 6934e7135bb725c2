import * as vscode from 'vscode';
import { isShown, type Mark } from '../../../core/mentions/mention';
import type { ArticleSession } from '../../../core/session';
import type { Span } from '../../../core/text/span';
import { toOffset, toRange } from '../../adapt/position';
import type { OpenArticles } from '../../articles/openArticles';
import { mentionAt } from '../../articles/target';

/** Lights up all mentions of the entity that the cursor is in. */
export class EntityHighlights implements vscode.DocumentHighlightProvider {
  readonly #articles: OpenArticles;

  constructor(articles: OpenArticles) {
    this.#articles = articles;
  }

  async provideDocumentHighlights(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentHighlight[] | undefined> {
    const article = this.#articles.get(document.uri);
    if (!article) return undefined;
    const { session } = article;
    const { text } = session;
    const offset = toOffset(text, position);
    const mark = mentionAt(session.marksIn({ start: offset, end: offset }), offset);
    // Without an answer the editor lights up the same words anywhere: in running text, every "the". Nothing is lit here.
    if (!mark || mark.quotation) return [new vscode.DocumentHighlight(new vscode.Range(position, position))];
    // Who goes on typing has no use for all mentions of a long article.
    const isLong = !session.mentionsAtHand;
    if (isLong) await rest(token);
    if (token.isCancellationRequested || text !== session.text) return undefined;
    const same = isLong && session.mostMarks > MOST_MARKS ? alikeAround(session, mark) : ofOneEntity(session, mark);
    return same.map((other) => new vscode.DocumentHighlight(toRange(text, other), vscode.DocumentHighlightKind.Text));
  }
}

/** The mentions of the entity that a mark is of. */
function ofOneEntity({ mentions }: ArticleSession, { key }: Mark): readonly Span[] {
  const mention = mentions.find((each) => each.key === key);
  return mention ? mentions.filter((other) => isShown(other) && other.entity === mention.entity) : [];
}

/** With so many marks it takes a second to tell what each refers to: then the same words are lit, in and around sight. */
const MOST_MARKS = 40_000;
const AROUND = 20_000;

function alikeAround(session: ArticleSession, { start, end, label, text }: Mark): readonly Span[] {
  const around = session.marksIn({ start: start - AROUND, end: end + AROUND });
  return around.filter((other) => isShown(other) && other.label === label && other.text === text);
}

/** How long the cursor must rest before all mentions of a long article are looked through, in milliseconds. */
const REST = 500;

/** Waits for that, or until nobody wants it any more. */
function rest(token: vscode.CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      canceled.dispose();
      resolve();
    };
    const timer = setTimeout(done, REST);
    const canceled = token.onCancellationRequested(done);
  });
}
