import assert from 'node:assert/strict';
import { accept } from '../../../src/core/mentions/decide';
import { ArticleSession } from '../../../src/core/session';
import { SidecarStore } from '../../../src/core/sidecar/store';
import { Text } from '../../../src/core/text/text';
import { heapInUse } from '../../support/heap';
import { MemoryFiles } from './sidecar/files';

const STORY = 'Vladimir Putin met Xi Jinping in Beijing, and Putin spoke of $300 million.\n'.repeat(100);

/** An article is opened, edited, decided on, written and closed. */
async function live(index: number): Promise<ArticleSession> {
  const files = new MemoryFiles();
  const session = new ArticleSession(Text.of(`${index} ${STORY}`), 's.txt', new SidecarStore('s', { files }));
  const found = [...session.text.value.matchAll(/Putin|Beijing/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    label: 'PERSON',
    recognizer: 'names',
  }));
  await session.sync();
  session.setSuggestions(found);
  const change = [{ start: 3, end: 3, insert: 'x' }];
  session.changeText(change, session.text.edited(change));
  const ground = { text: session.text.value, set: session.set };
  let count = 0;
  session.apply(accept(ground, session.mentions.slice(0, 20), { at: '2024-05-15', newId: () => `a${++count}` }));
  await session.sync();
  return session;
}

/** NEWSMARK_LEAKS asks for more. */
const cycles = Number(process.env.NEWSMARK_LEAKS ?? 1_000);

describe('sessions of articles', () => {
  it('leave nothing in memory when they are closed', async () => {
    for (let index = 0; index < 30; index++) await live(index);
    const before = await heapInUse();
    const some: WeakRef<ArticleSession>[] = [];
    for (let index = 0; index < cycles; index++) {
      const session = await live(index);
      if (index % 20 === 0) some.push(new WeakRef(session));
    }
    const grown = (await heapInUse()) - before;
    // The last one may still be on the stack. One session alone takes a hundred kilobytes.
    assert.ok(some.filter((ref) => ref.deref()).length <= 1);
    assert.ok(grown < 5_000_000, `${grown} bytes more after ${cycles} articles`);
  }).timeout(120_000);
});
