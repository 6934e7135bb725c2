import type { MarkCounts } from '../mentions/markCounts';
import { isPressing, type Mention } from '../mentions/mention';

/** How far people are with an article. */
export type Progress = 'to do' | 'in progress' | 'done';

/**
 * How far people are with an article: nothing is decided yet, something is, or every suggestion is.
 * @param hidden labels that nobody is asked about
 */
export function progressOf(mentions: readonly Mention[], hidden: ReadonlySet<string>): Progress {
  if (!mentions.some(({ annotation }) => annotation && annotation.status !== 'suggested')) return 'to do';
  return mentions.some((mention) => isPressing(mention) && !hidden.has(mention.label)) ? 'in progress' : 'done';
}

/** The same, where the article's marks are counted. */
export function progressFrom({ decided, pressingUnder }: MarkCounts, hidden: ReadonlySet<string>): Progress {
  if (decided === 0) return 'to do';
  return [...pressingUnder.keys()].some((label) => !hidden.has(label)) ? 'in progress' : 'done';
}
