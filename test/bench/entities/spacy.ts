import { spawnSync } from 'node:child_process';
import type { GoldDocument, Name } from './gold';
import type { Predicted } from './system';

interface Answer {
  readonly id: string;
  readonly entities: readonly Name[];
  readonly seconds: number;
}

const HELP = `spaCy or its small English model is not there. To compare with it:
    pip install spacy && python3 -m spacy download en_core_web_sm`;

/**
 * Runs spaCy's en_core_web_sm over documents.
 * @returns what it found by document id, and the seconds it took; undefined, with a message, where Python lacks it
 */
export function runSpacy(
  documents: readonly GoldDocument[],
): { readonly found: Map<string, Predicted>; readonly seconds: number } | undefined {
  const input = documents.map(({ id, text }) => JSON.stringify({ id, text })).join('\n');
  const run = spawnSync('python3', ['test/bench/entities/spacyNames.py'], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (run.status !== 0) {
    console.error(`${HELP}\n${(run.stderr ?? String(run.error)).trim().split('\n').at(-1) ?? ''}`);
    return undefined;
  }
  const answers = run.stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Answer]));
  const textOf = new Map(documents.map(({ id, text }) => [id, text]));
  return {
    found: new Map(answers.map(({ id, entities }) => [id, { text: textOf.get(id) ?? '', entities }])),
    seconds: answers.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}
