import { runPython } from '../support/python';
import type { GoldDocument, Name } from './gold';
import type { Predicted } from './system';

interface Answer {
  readonly id: string;
  readonly entities: readonly Name[];
  readonly seconds: number;
}

/**
 * Runs spaCy's en_core_web_sm over documents.
 * @returns what it found by document id, and the seconds it took; undefined, with a message, where Python lacks it
 */
export function runSpacy(
  documents: readonly GoldDocument[],
): { readonly found: Map<string, Predicted>; readonly seconds: number } | undefined {
  const answers = runPython<Answer>(
    'test/bench/entities/spacyNames.py',
    documents.map(({ id, text }) => ({ id, text })),
  );
  if (!answers) return undefined;
  const textOf = new Map(documents.map(({ id, text }) => [id, text]));
  return {
    found: new Map(answers.map(({ id, entities }) => [id, { text: textOf.get(id) ?? '', entities }])),
    seconds: answers.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}
