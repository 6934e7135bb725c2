import { invertOperation, type Operation } from './operation';

/** What can be undone and redone, the latest last. Never changed: each act gives a new one. */
export interface History {
  readonly done: readonly Operation[];
  readonly undone: readonly Operation[];
}

export const NO_HISTORY: History = Object.freeze({ done: [], undone: [] });

/** After a new act: it can be undone, and what had been undone can't be redone. */
export function recorded(history: History, operation: Operation): History {
  return { done: [...history.done, operation], undone: [] };
}

/** The operation that takes the latest act back, and the history after it; undefined when there is none. */
export function undone(history: History): { operation: Operation; history: History } | undefined {
  const latest = history.done.at(-1);
  if (!latest) return undefined;
  const rest = { done: history.done.slice(0, -1), undone: [...history.undone, latest] };
  return { operation: invertOperation(latest), history: rest };
}

/** The operation that does again what was taken back last, and the history after it; undefined when there is none. */
export function redone(history: History): { operation: Operation; history: History } | undefined {
  const latest = history.undone.at(-1);
  if (!latest) return undefined;
  return { operation: latest, history: { done: [...history.done, latest], undone: history.undone.slice(0, -1) } };
}
