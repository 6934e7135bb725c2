import assert from 'node:assert/strict';
import type { IndexSource } from '../../../src/core/corpus/indexSource';
import { readHead, readHeading } from '../../../src/core/corpus/packedArticle';
import { workerIndexer } from '../../../src/worker/indexer';
import type { FromWorker, Port, ToWorker } from '../../../src/worker/protocol';
import { serve } from '../../../src/worker/serve';
import { assets } from '../../support/assets';

const source = (raw: string): IndexSource => ({ path: 'a.txt', fileName: 'a.txt', raw, published: '' });

/** A worker on this thread, its messages copied as between threads. */
function worker(): Port<ToWorker, FromWorker> {
  let hear: (message: FromWorker) => void = () => undefined;
  let receive: (message: ToWorker) => void = () => undefined;
  serve({
    post: (message) => setTimeout(() => hear(structuredClone(message))),
    listen: (onMessage) => {
      receive = onMessage;
    },
    close: () => undefined,
  });
  return {
    post: (message) => setTimeout(() => receive(structuredClone(message))),
    listen: (onMessage) => {
      hear = onMessage;
    },
    close: () => {
      hear = () => undefined;
    },
  };
}

const never = () => Promise.reject(new Error('not here'));

describe('an indexer in a worker', () => {
  it('indexes one article after another', async () => {
    const indexer = workerIndexer({ spawn: worker, assets, here: never, onFallback: () => undefined });
    const packed = await indexer.index(source('# Putin in China\n\nVladimir Putin met Xi Jinping in Beijing.\n'));
    assert.equal(packed && readHeading(packed).title, 'Putin in China');
    indexer.rest();
    assert.ok(await indexer.index(source('The trade of Russia with China grew.\n')));
    indexer.dispose();
  });

  it('knows a folder’s own entries, as they were told last, after a rest too', async () => {
    const indexer = workerIndexer({ spawn: worker, assets, here: never, onFallback: () => undefined });
    const guessed = async (id?: string) => {
      const line = `{ "id": "${id}", "name": "Nathaniel Sher", "label": "PERSON" }\n`;
      const packed = await indexer.index({
        ...source('Beijing and the war\n\nNathaniel Sher, an analyst, said on Friday that exports had grown.\n'),
        ...(id !== undefined && { entities: { path: 'file:///e.jsonl', raw: line } }),
      });
      return packed && readHead(packed).entities.find(({ shown }) => shown === 'Nathaniel Sher')?.guess;
    };
    assert.equal(await guessed(), undefined);
    assert.equal(await guessed('sher'), 'newsmark sher');
    assert.equal(await guessed('sher'), 'newsmark sher');
    indexer.rest();
    assert.equal(await guessed('sher'), 'newsmark sher');
    assert.equal(await guessed('Q99'), 'wikidata Q99');
    assert.equal(await guessed(), undefined);
    indexer.dispose();
  });

  it('gives up an article on which the worker falls silent, and goes on with the next', async () => {
    let starts = 0;
    const spawn = (): Port<ToWorker, FromWorker> => {
      let hear: (message: FromWorker) => void = () => undefined;
      starts++;
      return {
        post: (message) => {
          if (message.kind === 'start') setTimeout(() => hear({ kind: 'alive' }));
          else if (message.kind === 'index' && message.source.raw !== 'hang')
            setTimeout(() => hear({ kind: 'indexed', id: message.id, packed: new Uint8Array(1) }));
        },
        listen: (onMessage) => {
          hear = onMessage;
        },
        close: () => undefined,
      };
    };
    const indexer = workerIndexer({ spawn, assets, here: never, onFallback: () => undefined, patience: 30 });
    await assert.rejects(indexer.index(source('hang')), /does not come to an end/);
    assert.equal((await indexer.index(source('well')))?.length, 1);
    assert.equal(starts, 2);
    indexer.dispose();
  });

  it('works on this thread where no worker can be started', async () => {
    const told: unknown[] = [];
    const indexer = workerIndexer({
      spawn: () => {
        throw new Error('no workers');
      },
      assets,
      here: async () => new Uint8Array(3),
      onFallback: (error) => told.push(error),
    });
    assert.equal((await indexer.index(source('x')))?.length, 3);
    assert.equal((await indexer.index(source('y')))?.length, 3);
    assert.equal(told.length, 1);
  });
});
