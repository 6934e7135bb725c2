import type { AnalysisRequest, Analyzer, FollowingAnalyzer } from '../core/analyzer';
import type { Assets, Cancellation } from '../core/ports';
import { type Suggestion, type SuggestionRuns, suggestionRuns } from '../core/recognize/suggestion';
import { type Answer, LatestAnswers, NOTHING, wholeAnswer } from './answers';
import type { FromWorker, Port, ToWorker } from './protocol';
import { sendAsset } from './sendAsset';

export interface WorkerAnalyzerOptions {
  /** Starts a worker. May throw, and what it starts may never answer. */
  readonly spawn: () => Port<ToWorker, FromWorker>;
  readonly assets: Assets;
  /** An analyzer on this thread, for hosts that let no worker run. */
  readonly here: () => Analyzer;
  /** Told about a recognizer that throws. */
  readonly onError: (recognizer: string, error: unknown) => void;
  /** Told once about a recognizer that never comes to an end: it is left out from then on. */
  readonly onLeftOut: (recognizer: string) => void;
  /** Told why no worker runs. */
  readonly onFallback: (error: unknown) => void;
  /** How long a worker may take to say that it is there, in milliseconds. */
  readonly startPatience?: number;
  /** How long one may be silent while it has work, in milliseconds; longer with a long text. */
  readonly patience?: number;
}

/** An analyzer that works elsewhere. */
export interface WorkerAnalyzer extends FollowingAnalyzer {
  /** Where it works, as far as is known. */
  readonly place: 'worker' | 'here';
  /** Lets the worker start now, and load what it needs: an article is about to come. */
  warm(): void;
  dispose(): void;
}

interface Job {
  readonly request: AnalysisRequest;
  readonly cancellation: Cancellation | undefined;
  /** The last answer about the same article when this was asked. */
  readonly before: Answer<SuggestionRuns> | undefined;
  /** What has come of the answer. */
  parts: SuggestionRuns;
  resolve(suggestions: SuggestionRuns | undefined): void;
  reject(error: Error): void;
}

/** On a slow machine. */
const START_PATIENCE = 60_000;
const PATIENCE = 20_000;

/** The longest that a single step takes beside that, in milliseconds for each UTF-16 code unit: an article without line ends. */
const PATIENCE_PER_UNIT = 0.04;

/**
 * An analyzer in a worker, which is started with the first request where nobody asks for it before. A worker that falls
 * silent or breaks down is ended and another one started, which says at each step which recognizer is at work; if that one
 * falls silent too, the recognizer is left out from then on, and the rest goes on.
 */
export function workerAnalyzer(options: WorkerAnalyzerOptions): WorkerAnalyzer {
  const { patience = PATIENCE, startPatience = START_PATIENCE } = options;
  const jobs = new Map<number, Job>();
  const skip = new Set<string>();
  const answers = new LatestAnswers<SuggestionRuns>();
  let lastId = 0;
  let port: Port<ToWorker, FromWorker> | undefined;
  let here: Analyzer | undefined;
  let isAlive = false;
  let isCareful = false;
  let at: string | undefined;
  let watch: ReturnType<typeof setTimeout> | undefined;

  function start(): void {
    isAlive = false;
    at = undefined;
    let started: Port<ToWorker, FromWorker>;
    try {
      started = options.spawn();
    } catch (error) {
      workHere(error);
      return;
    }
    port = started;
    started.listen(
      (message) => {
        if (port === started) hear(message);
      },
      (error) => {
        if (port === started) fail(error);
      },
    );
    started.post({ kind: 'start', skip: [...skip], isCareful });
    for (const [id, job] of jobs) {
      job.parts = NOTHING;
      ask(started, id, job);
    }
    watchOver();
  }

  function ask(asked: Port<ToWorker, FromWorker>, id: number, { request, before }: Job): void {
    asked.post({ kind: 'analyze', id, request, ...(before && { since: before.id }) });
  }

  function watchOver(): void {
    clearTimeout(watch);
    if (jobs.size === 0 || !port) return;
    const longest = Math.max(...[...jobs.values()].map(({ request }) => request.text.length));
    const limit = isAlive ? patience + longest * PATIENCE_PER_UNIT : startPatience;
    watch = setTimeout(() => fail(new Error('It does not come to an end.')), limit);
  }

  function hear(message: FromWorker): void {
    isAlive = true;
    if (message.kind === 'at') at = message.recognizer;
    else if (message.kind === 'asset' && port) void sendAsset(port, options.assets, message.name);
    else if (message.kind === 'trouble') options.onError(message.recognizer, new Error(message.message));
    else if (message.kind === 'part') more(jobs.get(message.id), message.suggestions);
    else if (message.kind === 'done') settle(message.id, (job) => done(job, message));
    else if (message.kind === 'failed') settle(message.id, (job) => job.reject(new Error(message.message)));
    watchOver();
  }

  function settle(id: number, how: (job: Job) => void): void {
    const job = jobs.get(id);
    jobs.delete(id);
    if (job) how(job);
  }

  function more(job: Job | undefined, suggestions: readonly Suggestion[]): void {
    if (job) job.parts = job.parts.followedBy(suggestions);
  }

  function done(job: Job, { id, suggestions, likeness }: Extract<FromWorker, { kind: 'done' }>): void {
    const whole = suggestions && wholeAnswer(job.parts.followedBy(suggestions), likeness, job.before);
    if (whole) answers.keep(job.request.article, { id, suggestions: whole });
    job.resolve(whole);
  }

  function end(): void {
    clearTimeout(watch);
    port?.close();
    port = undefined;
  }

  function fail(error: unknown): void {
    end();
    if (!isAlive) workHere(error);
    else if (!isCareful) startCarefully();
    else if (at !== undefined && !skip.has(at)) leaveOut(at);
    else giveUp(error);
  }

  function startCarefully(): void {
    isCareful = true;
    start();
  }

  function leaveOut(recognizer: string): void {
    skip.add(recognizer);
    isCareful = false;
    options.onLeftOut(recognizer);
    start();
  }

  function giveUp(error: unknown): void {
    isCareful = false;
    for (const [id] of jobs) settle(id, (job) => job.reject(error instanceof Error ? error : new Error(String(error))));
  }

  function workHere(error: unknown): void {
    options.onFallback(error);
    here = options.here();
    for (const [id, { request, cancellation }] of jobs)
      settle(id, (job) => followHere(request, cancellation).then(job.resolve, job.reject));
  }

  async function followHere(request: AnalysisRequest, cancellation?: Cancellation) {
    const found = await here?.analyze(request, cancellation);
    return found && suggestionRuns(found);
  }

  function follow(request: AnalysisRequest, cancellation?: Cancellation): Promise<SuggestionRuns | undefined> {
    if (here) return followHere(request, cancellation);
    if (cancellation?.aborted) return Promise.resolve(undefined);
    const id = ++lastId;
    const answer = new Promise<SuggestionRuns | undefined>((resolve, reject) => {
      jobs.set(id, { request, cancellation, before: answers.get(request.article), parts: NOTHING, resolve, reject });
    });
    cancellation?.addEventListener?.('abort', () => {
      if (jobs.has(id)) port?.post({ kind: 'cancel', id });
    });
    const job = jobs.get(id);
    if (port && job) {
      ask(port, id, job);
      watchOver();
    } else start();
    return answer;
  }

  return {
    analyze: async (request, cancellation) => (await follow(request, cancellation))?.all,
    follow,
    warm() {
      if (!port && !here) start();
    },
    get place() {
      return here ? ('here' as const) : ('worker' as const);
    },
    dispose() {
      end();
      for (const [id] of jobs) settle(id, (job) => job.resolve(undefined));
    },
  };
}
