import * as vscode from 'vscode';
import type { Steps } from '../../core/slices';
import type { OpenArticle } from './openArticle';
import type { ArticleEvent, OpenArticles } from './openArticles';

/** How long typing must rest before what only follows it is drawn anew, in milliseconds. */
const STILL = 400;

/** How long a job goes on before others get their turn, in milliseconds. */
const SLICE = 8;

/** With more annotations than this, a view may take long enough to be in the way. */
const MANY = 2_000;

/** What a view does about articles that change. */
export interface Following {
  /** The events after which it is drawn; unless told otherwise, all but those that tell of the sidecar or of a part alone. */
  readonly on?: readonly ArticleEvent['event'][];
  /** Draws anew; a long job in steps, which are not taken to their end where something else happens meanwhile. */
  readonly draw: (article: OpenArticle) => Steps<void> | void;
  /** The article is open no more. */
  readonly gone?: (article: OpenArticle) => void;
}

/**
 * Lets a view follow articles without standing in anybody's way: while somebody types, it is drawn once that rests; where
 * there is much to draw, when its turn comes, so that others get theirs in between.
 */
export function whenStill(articles: OpenArticles, { on, draw, gone }: Following): vscode.Disposable {
  const waiting = new Map<OpenArticle, ReturnType<typeof setTimeout>>();
  const forget = (article: OpenArticle) => {
    clearTimeout(waiting.get(article));
    waiting.delete(article);
  };
  const now = (article: OpenArticle) => {
    const steps = draw(article);
    if (steps) goOn(article, steps);
  };
  const goOn = (article: OpenArticle, steps: Steps<void>) => {
    const until = Date.now() + SLICE;
    do if (steps.next().done) return;
    while (Date.now() < until || article.session.set.annotations.length <= MANY);
    // Others get their turn: the next slice waits as any other drawing does.
    later(article, 0, () => goOn(article, steps));
  };
  const later = (article: OpenArticle, delay: number, work: () => void) => {
    const timer = setTimeout(() => {
      waiting.delete(article);
      if (articles.get(article.uri) === article) work();
    }, delay);
    waiting.set(article, timer);
  };
  const wait = (article: OpenArticle, delay: number) => {
    forget(article);
    later(article, delay, () => now(article));
  };
  const listening = articles.onDidChange(({ article, event }) => {
    if (event === 'closed') {
      forget(article);
      gone?.(article);
    } else if (on ? on.includes(event) : event !== 'sidecar' && event !== 'glance') {
      if (event === 'text') wait(article, STILL);
      else if (article.session.set.annotations.length > MANY) wait(article, 0);
      else {
        forget(article);
        now(article);
      }
    }
  });
  return new vscode.Disposable(() => {
    listening.dispose();
    for (const timer of waiting.values()) clearTimeout(timer);
  });
}
