import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import type { Part } from '../../../../src/core/formats/format';
import { sharedFolder } from '../sharedData';

const load = createRequire(path.resolve('test/bench/peers/package.json'));

/** A file that we wrote, with those beside it. */
export type WrittenFile = readonly Part[];

/** What a reader that is not ours makes of files that we wrote. */
export interface PeerReader {
  readonly name: string;
  /** For each file, how many annotations it sees, or what it says is wrong. The first part is the file itself. */
  counts(files: readonly WrittenFile[]): Promise<readonly (number | string)[]>;
  /** Files that it is known not to read, and why. */
  readonly skips?: { readonly reason: string; readonly isSkipped: (content: string) => boolean };
}

/** A reader that looks at one content at a time; it throws where that is wrong. */
function oneByOne(name: string, count: (content: string) => number | Promise<number>): PeerReader {
  return {
    name,
    counts: (files) =>
      Promise.all(
        files.map(async ([main]) => {
          try {
            return await count(main?.content ?? '');
          } catch (error) {
            return String(error).slice(0, 200);
          }
        }),
      ),
  };
}

/** A reader of test/bench/peers/python: one program for all files. */
function inPython(name: string, format: string, schema?: string): PeerReader {
  return {
    name,
    counts: async (files) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'newsmark-peers-'));
      try {
        const paths = files.map((parts, index) => {
          for (const { ending, content } of parts) writeFileSync(path.join(folder, `a${index}${ending}`), content);
          return path.join(folder, `a${index}${parts[0]?.ending ?? ''}`);
        });
        const python = path.join(pythonFolder(), 'bin', 'python');
        const input = JSON.stringify({ format, files: paths, ...(schema !== undefined && { schema }) });
        const script = path.resolve('test/bench/peers/python/readers.py');
        return JSON.parse(execFileSync(python, [script], { input, encoding: 'utf8', maxBuffer: 1e8 }));
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

function pythonFolder(): string {
  const folder = process.env.NEWSMARK_PYTHON_PEERS;
  if (folder === undefined) throw new Error('Run it as `npm run bench:formats`, which installs the readers in Python.');
  return folder;
}

/** Readers and validators of other people, by the format that they read. */
export function peerReaders(): ReadonlyMap<string, PeerReader> {
  const lines = (content: string) => content.split('\n').filter((line) => line !== '');
  const bySchema = (schema: string, count: (record: never) => number): PeerReader => {
    const file = path.join(sharedFolder(), 'data', 'formats', 'schemas', `${schema}.schema.json`);
    const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(file, 'utf8')));
    return oneByOne(`ajv, ${schema}.schema.json`, (content) => {
      const records: unknown[] =
        schema === 'label-studio' ? [JSON.parse(content)] : lines(content).map((line) => JSON.parse(line));
      for (const record of records)
        if (!validate(record)) throw new Error(JSON.stringify(validate.errors?.slice(0, 2)));
      return records.flat().reduce<number>((sum, record) => sum + count(record as never), 0);
    });
  };
  const tei = path.join(pythonFolder(), 'tei_all.rng');
  return new Map([
    ['prodigy', bySchema('prodigy', (record: { spans: [] }) => record.spans.length)],
    ['doccano', bySchema('doccano-seq', (record: { label: [] }) => record.label.length)],
    ['doccano-relations', bySchema('doccano-rel', (record: { entities: [] }) => record.entities.length)],
    ['label-studio', bySchema('label-studio', labelStudioRegions)],
    ['w3c', oneByOne('jsonld, safe mode', jsonLdAnnotations)],
    ['nif', oneByOne('n3', nifPhrases)],
    ['csv', oneByOne('papaparse', (content) => tableRows(content, ','))],
    ['tsv', oneByOne('papaparse', (content) => tableRows(content, '\t'))],
    ['recogito-csv', oneByOne('papaparse', (content) => tableRows(content, ',', 'tagging'))],
    ['brat', inPython('mendelai-brat-parser', 'brat')],
    ['conll', inPython('nltk', 'conll')],
    ['conllu', inPython('conllu', 'conllu')],
    ['cas-json', inPython('dkpro-cassis', 'cas-json')],
    ['xmi', inPython('dkpro-cassis', 'xmi')],
    ['gate', inPython('gatenlp', 'gate')],
    ['webanno', { ...inPython('web-anno-tsv', 'webanno'), skips: NO_ESCAPES }],
    ['recogito', oneByOne('jsonld, safe mode', jsonLdAnnotations)],
    ['tei', inPython('libxml2, tei_all.rng', 'tei', tei)],
    ['tei-standoff', inPython('libxml2, tei_all.rng', 'tei-standoff', tei)],
  ]);
}

/** INCEpTION escapes signs, and so do we; the peer takes escapes for what stands there. */
const NO_ESCAPES = {
  reason: 'with escapes, which it does not undo',
  isSkipped: (content: string) => content.includes('\\'),
};

function labelStudioRegions(task: {
  annotations: { result: { type: string }[] }[];
  predictions?: { result: { type: string }[] }[];
}): number {
  const results = [...task.annotations, ...(task.predictions ?? [])].flatMap(({ result }) => result);
  return results.filter(({ type }) => type === 'labels').length;
}

async function jsonLdAnnotations(content: string): Promise<number> {
  const jsonld = load('jsonld');
  const context = readFileSync(path.join(sharedFolder(), 'data', 'formats', 'fixtures', 'w3c', 'anno.jsonld'), 'utf8');
  const documentLoader = async (url: string) => ({ contextUrl: null, documentUrl: url, document: JSON.parse(context) });
  const triples: { predicate: { value: string }; object: { value: string } }[] = await jsonld.toRDF(
    JSON.parse(content),
    {
      base: 'https://example.org/',
      documentLoader,
      safe: true,
    },
  );
  const selectors = new Set(['http://www.w3.org/ns/oa#TextPositionSelector']);
  return triples.filter(({ object }) => selectors.has(object.value)).length;
}

function nifPhrases(content: string): number {
  const { Parser } = load('n3');
  const quads: { object: { value: string } }[] = new Parser().parse(content);
  return quads.filter(({ object }) => object.value.endsWith('#Phrase')).length;
}

function tableRows(content: string, delimiter: string, purpose?: string): number {
  const { data, errors } = load('papaparse').parse(content, { header: true, delimiter, skipEmptyLines: true });
  if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
  return data.filter((row: Record<string, string>) => purpose === undefined || row.body_purpose === purpose).length;
}
