import assert from 'node:assert/strict';
import { type EntityGroup, groupOf } from '../../../../src/core/curation/entityGroup';
import type { Decider, Ground } from '../../../../src/core/mentions/decide';
import type { Mention } from '../../../../src/core/mentions/mention';
import { ArticleSession } from '../../../../src/core/session';
import { SidecarStore } from '../../../../src/core/sidecar/store';
import { Text } from '../../../../src/core/text/text';
import { MemoryFiles } from '../sidecar/files';

/** An article in memory, with every occurrence of some words proposed under a label. */
export function opened(text: string, labels: Readonly<Record<string, string>>, files = new MemoryFiles()) {
  const session = new ArticleSession(Text.of(text), 'a.txt', new SidecarStore('a.txt.newsmark.json', { files }));
  const found = Object.entries(labels).flatMap(([words, label]) =>
    [...text.matchAll(new RegExp(`(?<![\\w.])${words}(?!\\w)`, 'g'))].map(({ index }) => ({
      start: index,
      end: index + words.length,
      label,
      recognizer: 'names',
    })),
  );
  const longest = found.filter(
    (one) => !found.some((other) => other !== one && other.start <= one.start && one.end <= other.end),
  );
  session.setSuggestions(longest.sort((a, b) => a.start - b.start));
  return session;
}

let count = 0;

export const decider: Decider = { at: '2024-05-15T09:12:44Z', newId: () => `id${++count}` };

export function ground({ text, set }: ArticleSession): Ground {
  return { text: text.value, set };
}

export function mention(session: ArticleSession, words: string, occurrence = 0): Mention {
  return session.mentions.filter(({ text }) => text === words)[occurrence] ?? assert.fail(`no mention “${words}”`);
}

export function group(session: ArticleSession, words: string, occurrence = 0): EntityGroup {
  return groupOf(session.mentions, mention(session, words, occurrence));
}

/** Which mention is of which entity: `Putin = Vladimir Putin (suggested)`. */
export function seen({ mentions }: ArticleSession): string[] {
  return mentions.map(({ text, name, status }) => `${text} = ${name} (${status})`);
}
