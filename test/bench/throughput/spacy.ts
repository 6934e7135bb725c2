import { runPython } from '../support/python';
import { firstWords, wordCount } from './reader';

interface Answer {
  readonly version: string;
  /** Seconds of processor time: all that the model does, and names alone. */
  readonly all: number;
  readonly names: number;
}

/** Words a second of spaCy's small English model on one core: all that it does, and names alone; undefined without it. */
export function spacySpeed(
  texts: readonly string[],
): { readonly version: string; readonly all: number; readonly names: number } | undefined {
  const read = firstWords(texts, 10_000);
  const words = read.reduce((sum, text) => sum + wordCount(text), 0);
  const answer = runPython<Answer>(
    'test/bench/throughput/spacySpeed.py',
    read.map((text) => ({ text })),
  )?.[0];
  return (
    answer && {
      version: answer.version,
      all: Math.round(words / answer.all),
      names: Math.round(words / answer.names),
    }
  );
}
