import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Job, type LineOptions, lineMaker } from './recognizedLine';

/** What a thread of ours is told at its start. */
interface ThreadTask {
  readonly newsmark: 'recognize';
  readonly options: LineOptions;
}

interface Asked {
  readonly number: number;
  readonly job: Job;
}

interface Answered {
  readonly number: number;
  readonly line: string;
}

/** Whether this program was started as a thread that recognizes. */
export function isRecognizerThread(): boolean {
  return !isMainThread && (workerData as Partial<ThreadTask> | null)?.newsmark === 'recognize';
}

/** The work of such a thread: a line for each job that comes. */
export function serveAsThread(): void {
  const { options } = workerData as ThreadTask;
  const making = lineMaker(options);
  parentPort?.on('message', async ({ number, job }: Asked) => {
    const answer: Answered = { number, line: await (await making)(job) };
    parentPort?.postMessage(answer);
  });
}

interface Waiting {
  readonly resolve: (line: string) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

/** Threads that run the same program beside this one, each with recognizers of its own. */
export class RecognizerThreads {
  readonly #most: number;
  readonly #task: ThreadTask;
  readonly #threads: Thread[] = [];
  #count = 0;

  constructor(most: number, options: LineOptions) {
    this.#most = most;
    this.#task = { newsmark: 'recognize', options };
  }

  /** The line for an article, from the thread that has the least to do. */
  line(job: Job): Promise<string> {
    const { worker, waiting } = this.#leastBusy();
    const number = this.#count++;
    return new Promise((resolve, reject) => {
      waiting.set(number, { resolve, reject });
      const asked: Asked = { number, job };
      worker.postMessage(asked);
    });
  }

  /** A thread with nothing to do, else one more, as long as there may be; loading the model for few articles is slow. */
  #leastBusy(): Thread {
    const [first, ...others] = this.#threads;
    const least = others.reduce(
      (min, each) => (each.waiting.size < min.waiting.size ? each : min),
      first ?? this.#start(),
    );
    return least.waiting.size > 0 && this.#threads.length < this.#most ? this.#start() : least;
  }

  #start(): Thread {
    const worker = new Worker(__filename, { workerData: this.#task });
    const waiting = new Map<number, Waiting>();
    worker.on('message', ({ number, line }: Answered) => {
      waiting.get(number)?.resolve(line);
      waiting.delete(number);
    });
    const failAll = (error: unknown) => {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    worker.on('error', failAll);
    worker.on('exit', () => failAll(new Error('a thread ended before its work was done')));
    const thread = { worker, waiting };
    this.#threads.push(thread);
    return thread;
  }

  async close(): Promise<void> {
    await Promise.all(
      this.#threads.map(async ({ worker }) => {
        const ended = once(worker, 'exit');
        await worker.terminate();
        await ended;
      }),
    );
  }
}
