import type { ToWorker } from './protocol';
import { serve } from './serve';

/** What a worker of the web has around it (WHATWG HTML, DedicatedWorkerGlobalScope). */
interface Scope {
  postMessage(message: unknown): void;
  addEventListener(type: 'message' | 'messageerror', listener: (event: { data: unknown }) => void): void;
  close(): void;
}

/** The analyzer's worker as a Web Worker. */
const scope = globalThis as unknown as Scope;
serve({
  post: (message) => scope.postMessage(message),
  listen: (onMessage, onFailure) => {
    scope.addEventListener('message', ({ data }) => onMessage(data as ToWorker));
    scope.addEventListener('messageerror', () => onFailure(new Error('A message could not be read.')));
  },
  close: () => scope.close(),
});
