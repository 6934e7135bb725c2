import { parseArgs } from 'node:util';
import { layerMentions } from '../../src/core/mentions/layerMentions';
import type { Suggestion } from '../../src/core/recognize/suggestion';
import type { FiledAnnotation, FiledSidecar } from '../../src/core/sidecar/filed';
import { mergeSidecars } from '../../src/core/sidecar/merge';
import { fileSidecar, frameOf, placeSidecar, textDigest } from '../../src/core/sidecar/place';
import { readSidecar } from '../../src/core/sidecar/read';
import { validateSidecar } from '../../src/core/sidecar/validate';
import { writeSidecar } from '../../src/core/sidecar/write';
import { type Random, seeded } from './support/random';
import { finish, printTable } from './support/report';

/**
 * How long a sidecar of many annotations takes to be read, placed, layered, saved and merged, beside what plain
 * `JSON.parse` and `JSON.stringify` take for the same file: `npm run bench:sidecar -- [--seed 1]`.
 */
const { values } = parseArgs({ options: { seed: { type: 'string' } }, strict: false });
const seed = Number(values.seed ?? 1);
const SIZES = [1_000, 10_000, 100_000];

const NAMES = [
  'Vladimir Putin',
  'Putin',
  'Xi Jinping',
  'Xi',
  'Gazprom',
  'Beijing',
  'Moscow',
  '“Rosneft” 😀',
  'Sberbank',
];
const FILLERS = ['said on', 'met the head of', 'told reporters near', 'was, after all,', 'left for'];

/** An article of so many names with words between them, and a sidecar that marks each of the names. */
function articleOf(count: number, random: Random): { text: string; sidecar: FiledSidecar } {
  const pieces: string[] = [];
  const annotations: FiledAnnotation[] = [];
  let at = 0;
  const add = (piece: string) => {
    pieces.push(piece);
    at += [...piece].length;
  };
  for (let index = 0; index < count; index++) {
    const name = random.pick(NAMES);
    const start = at;
    add(name);
    annotations.push({
      id: `k${index.toString(36)}`,
      start,
      end: at,
      quote: name,
      label: name.includes(' ') ? 'PERSON' : 'ORG',
      status: random.below(4) > 0 ? 'accepted' : 'rejected',
      source: 'names',
      by: 'alice',
      at: '2024-05-15T09:12:44Z',
    });
    add(` ${random.pick(FILLERS)}${index % 9 === 8 ? '.\n' : ` ${index} `}`);
  }
  const text = pieces.join('');
  const article = { file: 'story.txt', sha256: textDigest(text) };
  const bare: FiledSidecar = { newsmark: 1, article, entities: [], annotations, relations: [] };
  // With the context that a save gives each annotation.
  return { text, sidecar: fileSidecar(placeSidecar(bare, text), text, frameOf(bare)) };
}

function changed(sidecar: FiledSidecar, every: number, fields: Partial<FiledAnnotation>): FiledSidecar {
  const annotations = sidecar.annotations.map((each, index) => (index % every === 0 ? { ...each, ...fields } : each));
  return { ...sidecar, annotations };
}

function timesOf(count: number) {
  const { text, sidecar } = articleOf(count, seeded(seed));
  const raw = writeSidecar(sidecar);
  const edited = `A new first line.\n${text}`;
  const set = placeSidecar(sidecar, text);
  const suggestions: Suggestion[] = set.annotations.map(({ start, end, label }) => ({
    start,
    end,
    label,
    recognizer: 'names',
  }));
  const ours = changed(sidecar, 10, { note: 'ours' });
  const theirs = changed(sidecar, 7, { status: 'rejected', at: '2024-05-16T09:12:44Z' });
  return {
    bytes: new TextEncoder().encode(raw).length,
    times: {
      'JSON.parse': timed('JSON.parse', () => JSON.parse(raw)),
      'JSON.stringify': timed('JSON.stringify', () => JSON.stringify(sidecar)),
      read: timed('read', () => readSidecar(raw)),
      'place, same text': timed('same', () => placeSidecar(sidecar, text)),
      'place, edited text': timed('edited', () => placeSidecar(sidecar, edited)),
      layer: timed('layer', () => layerMentions(text, suggestions, set)),
      'file and write': timed('write', () => writeSidecar(fileSidecar(set, text, frameOf(sidecar)))),
      merge: timed('merge', () => mergeSidecars(sidecar, ours, theirs, text)),
      validate: timed('validate', () => validateSidecar(raw, { text })),
    },
  };
}

/** Milliseconds of processor time that a job takes the second time, garbage collection included: others at work on the machine count less. */
function processorTime(job: () => unknown): number {
  job();
  const before = process.cpuUsage();
  job();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Milliseconds by step, as last measured: a step that is slow already is not tried with ten times as much. */
const latest = new Map<string, number>();
const TOO_SLOW = 400;

function timed(step: string, job: () => unknown): number {
  if ((latest.get(step) ?? 0) > TOO_SLOW) return Number.NaN;
  const time = processorTime(job);
  latest.set(step, time);
  return time;
}

const results = SIZES.map((count) => ({ count, ...timesOf(count) }));
type Step = keyof (typeof results)[number]['times'];
const timeOf = (index: number, step: Step) => results[index]?.times[step] ?? Number.NaN;
const steps = Object.keys(results[0]?.times ?? {}) as Step[];
const plain = timeOf(2, 'JSON.parse') + timeOf(2, 'JSON.stringify');
printTable(
  ['ms of processor time', ...SIZES.map((count) => count.toLocaleString('en')), 'times JSON', 'growth'],
  steps.map((step) => [
    step,
    ...SIZES.map((_, index) => timeOf(index, step)),
    timeOf(2, step) / plain,
    timeOf(2, step) / timeOf(1, step),
  ]),
);
console.log('times JSON: beside parsing and writing the file of 100,000 annotations once with JSON alone');
console.log('growth: from 10,000 to 100,000 annotations; NaN: not tried, too slow at 10,000');
finish('sidecar', { seed, results });
