import type * as vscode from 'vscode';
import type { AnnotationSet } from '../../core/annotation/annotation';
import { isIdle, type Operation } from '../../core/annotation/operation';
import type { Decider, Ground } from '../../core/mentions/decide';
import { say } from '../adapt/say';
import { settingsFor } from '../adapt/settings';
import type { OpenArticle } from './openArticle';

/** Makes a decision, writes it, and says so. */
export function carryOut(article: OpenArticle, operation: Operation): void {
  if (isIdle(operation)) return;
  article.session.apply(operation);
  article.sync();
  say(operation.title);
}

/** What decisions in an article are made about. */
export function groundOf({ session }: OpenArticle): Ground {
  return { text: session.text.value, set: session.set, labels: session.labels };
}

/** The person at the keyboard, now. */
export function deciderFor({ uri, session }: OpenArticle): Decider {
  return deciderIn(uri, session.set);
}

/** The person at the keyboard, now, deciding about an article that need not be open. */
export function deciderIn(uri: vscode.Uri, { annotations, entities, relations }: AnnotationSet): Decider {
  const { annotator } = settingsFor(uri);
  let taken: Set<string> | undefined;
  return {
    ...(annotator && { by: annotator }),
    at: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    newId: () => {
      taken ??= new Set([...annotations, ...entities, ...relations].map(({ id }) => id));
      return newId(taken);
    },
  };
}

/** A short id that nothing else in the sidecar has; random, so that ids made in two places do not meet. */
function newId(taken: Set<string>): string {
  let id: string;
  do id = Math.random().toString(36).slice(2, 10).padEnd(8, '0');
  while (taken.has(id));
  taken.add(id);
  return id;
}
