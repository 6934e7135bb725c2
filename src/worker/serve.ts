import { type AnalysisRequest, type Analyzer, createAnalyzer } from '../core/analyzer';
import { type EntitySource, indexSource } from '../core/corpus/indexSource';
import { joinedBases, type KnowledgeBase, NO_KNOWLEDGE } from '../core/knowledge/knowledgeBase';
import { readShippedBase } from '../core/knowledge/shippedBase';
import { readWorkspaceBase } from '../core/knowledge/workspaceBase';
import type { Assets } from '../core/ports';
import type { Suggestion } from '../core/recognize/suggestion';
import { LatestAnswers, messagesOf } from './answers';
import type { FromWorker, Port, ToWorker } from './protocol';

/** Milliseconds between two signs of life. */
const SIGN_EVERY = 500;

/**
 * The worker's side: analyzes what it is sent, one request after another, until somebody ends it. It loads what it needs
 * for that as soon as it is started: an article is on its way then.
 * @param own the files that are shipped with the program, where the worker can read them itself
 */
export function serve(port: Port<FromWorker, ToWorker>, own?: Assets): void {
  const asked = askedFor(port);
  const assets = own ?? asked;
  const jobs = new Map<number, AbortController>();
  const answers = new LatestAnswers<readonly Suggestion[]>();
  let analyzer: Analyzer | undefined;
  let base: Promise<KnowledgeBase> | undefined;
  /** Folders' own knowledge bases, by their files' paths. */
  const folders = new Map<string, KnowledgeBase>();
  let lastSign = 0;

  function sign(): void {
    if (Date.now() - lastSign < SIGN_EVERY) return;
    lastSign = Date.now();
    port.post({ kind: 'alive' });
  }

  function start({ skip, isCareful }: Extract<ToWorker, { kind: 'start' }>): Analyzer {
    port.post({ kind: 'alive' });
    const started = createAnalyzer({
      assets,
      skip: new Set(skip),
      // Messages that came meanwhile are heard in the pause: a cancellation above all.
      pause,
      onError: (recognizer, error) => port.post({ kind: 'trouble', recognizer, message: wordsOf(error) }),
      onStep: isCareful ? (recognizer) => port.post({ kind: 'at', recognizer }) : sign,
    });
    void started.load();
    return started;
  }

  /** Does a job that can be canceled. */
  async function perform(id: number, job: (cancellation: AbortSignal) => Promise<void>): Promise<void> {
    const controller = new AbortController();
    jobs.set(id, controller);
    try {
      await job(controller.signal);
    } catch (error) {
      port.post({ kind: 'failed', id, message: wordsOf(error) });
    } finally {
      jobs.delete(id);
    }
  }

  async function answer(id: number, { article }: AnalysisRequest, suggestions: readonly Suggestion[], since?: number) {
    const before = answers.get(article);
    answers.keep(article, { id, suggestions });
    for (const message of messagesOf({ id, suggestions }, before?.id === since ? before : undefined)) {
      port.post(message);
      // Whoever takes the slices has other things to do in between.
      if (message.kind === 'part') await pause();
    }
  }

  function analyze({ id, request, since }: Extract<ToWorker, { kind: 'analyze' }>): Promise<void> {
    return perform(id, async (cancellation) => {
      const suggestions = await analyzer?.analyze(request, cancellation);
      if (suggestions) await answer(id, request, suggestions, since);
      else port.post({ kind: 'done', id });
    });
  }

  /** The shipped base, read when an article is first indexed; without it names alone tell what is one. */
  function knowledge(): Promise<KnowledgeBase> {
    base ??= assets
      .read('knowledge.base')
      .then((bytes) => readShippedBase(new TextDecoder().decode(bytes)))
      .catch((error: unknown) => {
        port.post({ kind: 'trouble', recognizer: 'knowledge base', message: wordsOf(error) });
        return NO_KNOWLEDGE;
      });
    return base;
  }

  function learn({ path, raw }: EntitySource): void {
    folders.set(path, readWorkspaceBase(raw, path).base);
  }

  function index({ id, source, entities }: Extract<ToWorker, { kind: 'index' }>): Promise<void> {
    return perform(id, async (cancellation) => {
      const shipped = await knowledge();
      const own = entities === undefined ? undefined : folders.get(entities);
      const tools = analyzer && { analyzer, base: own ? joinedBases([own, shipped]) : shipped };
      const packed = tools && (await indexSource(tools, source, cancellation));
      port.post({ kind: 'indexed', id, ...(packed && { packed }) });
    });
  }

  port.listen((message) => {
    if (message.kind === 'start') analyzer = start(message);
    else if (message.kind === 'cancel') jobs.get(message.id)?.abort();
    else if (message.kind === 'analyze') void analyze(message);
    else if (message.kind === 'index') void index(message);
    else if (message.kind === 'entities') learn(message.entities);
    else asked.receive(message);
  }, failWith);
}

/**
 * Lets messages be heard that came meanwhile. A message to oneself queues behind them and comes at once; a timer would take a
 * millisecond, and four in the web.
 */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
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
