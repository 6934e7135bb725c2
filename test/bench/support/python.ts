import { spawnSync } from 'node:child_process';

const HELP = `spaCy or its small English model is not there. To compare with it:
    pip install spacy && python3 -m spacy download en_core_web_sm
and name the Python that has it: NEWSMARK_PYTHON=/path/to/python3`;

/**
 * Runs a Python file of the benches that needs spaCy.
 * @param documents what it reads: one JSON object a line
 * @returns the JSON objects that it writes; undefined, with a message, where Python or spaCy is missing
 */
export function runPython<T>(file: string, documents: readonly object[]): T[] | undefined {
  const run = spawnSync(process.env.NEWSMARK_PYTHON ?? 'python3', [file], {
    input: documents.map((document) => JSON.stringify(document)).join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    // One core, as all others have it.
    env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' },
  });
  if (run.status !== 0) {
    console.error(`${HELP}\n${(run.stderr ?? String(run.error)).trim().split('\n').at(-1) ?? ''}`);
    return undefined;
  }
  return run.stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as T]));
}
