import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../src/core/analyzer';
import { type WorkerAnalyzerOptions, workerAnalyzer } from '../../../src/worker/client';
import type { FromWorker, Port, ToWorker } from '../../../src/worker/protocol';
import { serve } from '../../../src/worker/serve';
import { assets } from '../../support/assets';
import { until } from '../../support/until';

const TEXT = 'Vladimir Putin met Xi Jinping in Beijing on Thursday, and spoke of $240 billion.';
const REQUEST = { text: TEXT, body: { start: 0, end: TEXT.length }, published: '2024-05-16' };

type Listener<T> = (message: T) => void;

/** Two ends of a line, each of which gets copies of what the other one posts. */
function line(): { ours: Port<ToWorker, FromWorker>; theirs: Port<FromWorker, ToWorker>; breakDown(): void } {
  let toUs: Listener<FromWorker> = () => undefined;
  let toThem: Listener<ToWorker> = () => undefined;
  let failed: (error: unknown) => void = () => undefined;
  let isOpen = true;
  const later = (job: () => void) => setImmediate(() => isOpen && job());
  return {
    ours: {
      post: (message) => later(() => toThem(structuredClone(message))),
      listen: (onMessage, onFailure) => {
        toUs = onMessage;
        failed = onFailure;
      },
      close: () => {
        isOpen = false;
      },
    },
    theirs: {
      post: (message) => later(() => toUs(structuredClone(message))),
      listen: (onMessage) => {
        toThem = onMessage;
      },
      close: () => undefined,
    },
    breakDown: () => failed(new Error('broken')),
  };
}

/** A worker by what it does with each message. */
function worker(react: (message: ToWorker, post: (answer: FromWorker) => void, breakDown: () => void) => void) {
  const { ours, theirs, breakDown } = line();
  theirs.listen(
    (message) => react(message, theirs.post, breakDown),
    () => assert.fail(),
  );
  return ours;
}

function options(spawn: WorkerAnalyzerOptions['spawn'], more: Partial<WorkerAnalyzerOptions> = {}) {
  const told: string[] = [];
  return {
    told,
    options: {
      spawn,
      assets,
      here: () => ({ analyze: () => Promise.resolve([]) }),
      onError: (recognizer: string) => told.push(recognizer),
      onLeftOut: (recognizer: string) => told.push(`${recognizer} left out`),
      onFallback: () => told.push('here'),
      ...more,
    },
  };
}

describe('the analyzer in a worker', () => {
  it('starts before an article is there, and then once only', async () => {
    let starts = 0;
    const asked: string[] = [];
    const { options: given } = options(
      () => {
        starts++;
        const { ours, theirs } = line();
        serve(theirs);
        return ours;
      },
      {
        assets: {
          read: (name) => {
            asked.push(name);
            return assets.read(name);
          },
        },
      },
    );
    const analyzer = workerAnalyzer(given);
    analyzer.warm();
    analyzer.warm();
    await until('the model is asked for', () => asked.includes('names.model'));
    assert.ok(await analyzer.analyze(REQUEST));
    assert.deepEqual([starts, asked.length], [1, new Set(asked).size]);
    analyzer.dispose();
  });

  it('finds what one on this thread finds', async () => {
    const { options: given, told } = options(() => {
      const { ours, theirs } = line();
      serve(theirs);
      return ours;
    });
    const analyzer = workerAnalyzer(given);
    const expected = await createAnalyzer({ assets }).analyze(REQUEST);
    assert.deepEqual(
      await analyzer.analyze(REQUEST),
      expected?.map((each) => ({ ...each })),
    );
    assert.equal(analyzer.place, 'worker');
    assert.deepEqual(told, []);
    analyzer.dispose();
  });

  it('answers nothing to what is canceled', async () => {
    const { options: given } = options(() => {
      const { ours, theirs } = line();
      serve(theirs);
      return ours;
    });
    const analyzer = workerAnalyzer(given);
    const job = new AbortController();
    const long = `${TEXT}\n\n`.repeat(2000);
    const answer = analyzer.analyze({ text: long, body: { start: 0, end: long.length } }, job.signal);
    job.abort();
    assert.equal(await answer, undefined);
    analyzer.dispose();
  });

  it('leaves out a recognizer that never ends, says so once, and goes on with the rest', async () => {
    const { options: given, told } = options(
      () =>
        worker((message, post) => {
          if (message.kind === 'start') {
            post({ kind: 'alive' });
            if (message.isCareful) post({ kind: 'at', recognizer: 'names' });
            skipped = message.skip;
          }
          if (message.kind === 'analyze' && skipped.includes('names'))
            post({ kind: 'done', id: message.id, suggestions: [] });
        }),
      { patience: 30 },
    );
    let skipped: readonly string[] = [];
    const analyzer = workerAnalyzer(given);
    assert.deepEqual(await Promise.all([analyzer.analyze(REQUEST), analyzer.analyze(REQUEST)]), [[], []]);
    assert.deepEqual(told, ['names left out']);
    analyzer.dispose();
  });

  it('starts another worker after one that broke down', async () => {
    let started = 0;
    const { options: given, told } = options(() => {
      started++;
      const isFirst = started === 1;
      return worker((message, post, breakDown) => {
        if (message.kind === 'start') post({ kind: 'alive' });
        if (message.kind !== 'analyze') return;
        if (isFirst) setImmediate(breakDown);
        else post({ kind: 'done', id: message.id, suggestions: [] });
      });
    });
    const analyzer = workerAnalyzer(given);
    assert.deepEqual(await analyzer.analyze(REQUEST), []);
    assert.equal(started, 2);
    assert.deepEqual(told, []);
    analyzer.dispose();
  });

  it('works on this thread where no worker can be started, or none answers', async () => {
    const refusing = options(() => {
      throw new Error('No workers here.');
    });
    const silent = options(() => worker(() => undefined), { startPatience: 30 });
    for (const { options: given, told } of [refusing, silent]) {
      const analyzer = workerAnalyzer(given);
      assert.deepEqual(await analyzer.analyze(REQUEST), []);
      assert.equal(analyzer.place, 'here');
      assert.deepEqual(await analyzer.analyze(REQUEST), []);
      assert.deepEqual(told, ['here']);
      analyzer.dispose();
    }
  });
});
