/**
 * A process that decides and saves, for tests that kill it, or take the ground from under it:
 *
 *     node decider.js SIDECAR NAME COUNT
 *
 * It makes COUNT decisions, one after the other, each an annotation with the id NAME-NUMBER, and tells of each one that
 * is saved (`saved NUMBER`) or not (`unsaved KIND`); then it ends with 0.
 */
import { quoteAt } from '../../../src/core/annotation/quote.ts';
import { ArticleSession } from '../../../src/core/session.ts';
import { SidecarStore } from '../../../src/core/sidecar/store.ts';
import { Text } from '../../../src/core/text/text.ts';
import { localFiles } from '../../../src/node/localFiles.ts';

const [sidecar = '', name = '', count = '0'] = process.argv.slice(2);
const words = Array.from({ length: Number(count) + 1 }, (_, index) => `name${index}`);
const text = words.join(' met ');

async function main(): Promise<void> {
  const store = new SidecarStore(sidecar, { files: localFiles });
  const session = new ArticleSession(Text.of(text), 'story.txt', store);
  await session.sync();
  for (let number = session.set.annotations.length; number < Number(count); number++) {
    const word = words[number] ?? '';
    const start = text.indexOf(`${word} `);
    const span = { start, end: start + word.length };
    // Labels of its own keep the decisions of several processes about the same words apart.
    const id = `${name}-${number}`;
    const after = { id, ...span, ...quoteAt(text, span), label: `L${name}`, status: 'accepted' as const };
    session.apply({ title: id, edits: [{ after }] });
    const { state } = await session.sync();
    console.log(state.kind === 'unsaved' ? `unsaved ${state.fault.kind}` : `saved ${number}`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
