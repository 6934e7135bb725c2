import { Session } from 'node:inspector/promises';

/** Bytes that a worker thread of this process holds once all is gone that nobody refers to. */
export interface ThreadHeap {
  /** Tells a thread from others. */
  readonly thread: string;
  readonly heap: number;
  /** Outside the heap: arrays of bytes and numbers; 0 where an older engine does not tell. */
  readonly buffers: number;
}

/** Answers of the Chrome DevTools Protocol, as far as they are used here. */
interface Answer {
  readonly id?: number;
  readonly result?: { readonly usedSize?: number; readonly backingStorageSize?: number };
}

/** What each worker thread of this process holds, through the inspector: threads do not tell it of themselves. */
export async function threadHeaps(): Promise<readonly ThreadHeap[]> {
  const session = new Session();
  session.connect();
  const threads: { readonly id: string; readonly thread: string }[] = [];
  const waiting = new Map<number, (answer: Answer) => void>();
  session.on('NodeWorker.attachedToWorker', ({ params: { sessionId: id, workerInfo } }) =>
    threads.push({ id, thread: workerInfo.workerId }),
  );
  session.on('NodeWorker.receivedMessageFromWorker', ({ params }) => {
    const answer = JSON.parse(params.message) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  let last = 0;
  const ask = (sessionId: string, method: string) =>
    new Promise<Answer>((resolve) => {
      const id = ++last;
      waiting.set(id, resolve);
      void session.post('NodeWorker.sendMessageToWorker', { sessionId, message: JSON.stringify({ id, method }) });
    });
  try {
    // Those that run are told of before this is over.
    await session.post('NodeWorker.enable', { waitForDebuggerOnStart: false });
    const heaps: ThreadHeap[] = [];
    for (const { id, thread } of threads) {
      await ask(id, 'HeapProfiler.collectGarbage');
      const { result } = await ask(id, 'Runtime.getHeapUsage');
      heaps.push({ thread, heap: result?.usedSize ?? Number.NaN, buffers: result?.backingStorageSize ?? 0 });
    }
    return heaps;
  } finally {
    await session.post('NodeWorker.disable');
    session.disconnect();
  }
}
