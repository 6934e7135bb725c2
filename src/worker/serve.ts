import { type Analyzer, createAnalyzer } from '../core/analyzer';
import { indexSource } from '../core/corpus/indexSource';
import type { FromWorker, Port, ToWorker } from './protocol';

/** Milliseconds between two signs of life. */
const SIGN_EVERY = 500;

/** The worker's side: analyzes what it is sent, one request after another, until somebody ends it. */
export function serve(port: Port<FromWorker, ToWorker>): void {
  const assets = askedFor(port);
  const jobs = new Map<number, AbortController>();
  let analyzer: Analyzer | undefined;
  let lastSign = 0;

  function sign(): void {
    if (Date.now() - lastSign < SIGN_EVERY) return;
    lastSign = Date.now();
    port.post({ kind: 'alive' });
  }

  function start({ skip, isCareful }: Extract<ToWorker, { kind: 'start' }>): Analyzer {
    port.post({ kind: 'alive' });
    return createAnalyzer({
      assets,
      skip: new Set(skip),
      // Messages that came meanwhile are heard in the pause: a cancellation above all.
      pause: () => new Promise((resolve) => setTimeout(resolve)),
      onError: (recognizer, error) => port.post({ kind: 'trouble', recognizer, message: wordsOf(error) }),
      onStep: isCareful ? (recognizer) => port.post({ kind: 'at', recognizer }) : sign,
    });
  }

  async function answer(id: number, ask: (cancellation: AbortSignal) => Promise<FromWorker>): Promise<void> {
    const job = new AbortController();
    jobs.set(id, job);
    try {
      port.post(await ask(job.signal));
    } catch (error) {
      port.post({ kind: 'failed', id, message: wordsOf(error) });
    } finally {
      jobs.delete(id);
    }
  }

  function analyze({ id, request }: Extract<ToWorker, { kind: 'analyze' }>): Promise<void> {
    return answer(id, async (cancellation) => {
      const suggestions = await analyzer?.analyze(request, cancellation);
      return { kind: 'done', id, ...(suggestions && { suggestions }) };
    });
  }

  function index({ id, source }: Extract<ToWorker, { kind: 'index' }>): Promise<void> {
    return answer(id, async (cancellation) => {
      const packed = analyzer && (await indexSource(analyzer, source, cancellation));
      return { kind: 'indexed', id, ...(packed && { packed }) };
    });
  }

  port.listen((message) => {
    if (message.kind === 'start') analyzer = start(message);
    else if (message.kind === 'cancel') jobs.get(message.id)?.abort();
    else if (message.kind === 'analyze') void analyze(message);
    else if (message.kind === 'index') void index(message);
    else assets.receive(message);
  }, failWith);
}

/** A message that can't be read leaves the worker in no state to go on: whoever started it is told, and starts another. */
function failWith(error: unknown): never {
  throw error;
}

type AssetMessage = Extract<ToWorker, { name: string }>;

/** Files that whoever started the worker reads for it: a worker has no way to them in the web. */
function askedFor(port: Port<FromWorker, ToWorker>) {
  const waiting = new Map<string, { resolve(bytes: Uint8Array): void; reject(error: Error): void }>();
  return {
    read: (name: string) =>
      new Promise<Uint8Array>((resolve, reject) => {
        waiting.set(name, { resolve, reject });
        port.post({ kind: 'asset', name });
      }),
    receive(message: AssetMessage): void {
      const asked = waiting.get(message.name);
      waiting.delete(message.name);
      if (message.kind === 'asset') asked?.resolve(message.bytes);
      else asked?.reject(new Error(message.message));
    },
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
