import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv } from 'ajv';
import { sharedFolder } from '../sharedData';

const load = createRequire(path.resolve('test/bench/peers/package.json'));

/** What a reader that is not ours makes of a file that we wrote: how many annotations it sees; it throws where it is wrong. */
export interface PeerReader {
  readonly name: string;
  count(content: string): number | Promise<number>;
}

/** Readers and validators of other people, by the format that they read. */
export function peerReaders(): ReadonlyMap<string, PeerReader> {
  const lines = (content: string) => content.split('\n').filter((line) => line !== '');
  const bySchema = (schema: string, count: (record: never) => number): PeerReader => {
    const file = path.join(sharedFolder(), 'data', 'formats', 'schemas', `${schema}.schema.json`);
    const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(file, 'utf8')));
    return {
      name: `ajv, ${schema}.schema.json`,
      count: (content) => {
        const records: unknown[] =
          schema === 'label-studio' ? [JSON.parse(content)] : lines(content).map((line) => JSON.parse(line));
        for (const record of records)
          if (!validate(record)) throw new Error(JSON.stringify(validate.errors?.slice(0, 2)));
        return records.flat().reduce<number>((sum, record) => sum + count(record as never), 0);
      },
    };
  };
  const xml: PeerReader = { name: 'saxes', count: (content) => elementsIn(content) };
  return new Map([
    ['prodigy', bySchema('prodigy', (record: { spans: [] }) => record.spans.length)],
    ['doccano', bySchema('doccano-seq', (record: { label: [] }) => record.label.length)],
    ['doccano-relations', bySchema('doccano-rel', (record: { entities: [] }) => record.entities.length)],
    ['label-studio', bySchema('label-studio', labelStudioRegions)],
    ['w3c', { name: 'jsonld, safe mode', count: jsonLdAnnotations }],
    ['nif', { name: 'n3', count: nifPhrases }],
    ['csv', { name: 'papaparse', count: (content) => tableRows(content, ',') }],
    ['tsv', { name: 'papaparse', count: (content) => tableRows(content, '\t') }],
    ['recogito-csv', { name: 'papaparse', count: (content) => tableRows(content, ',', 'tagging') }],
    ...['xmi', 'tei', 'tei-standoff', 'gate'].map((id) => [id, xml] as const),
  ]);
}

function labelStudioRegions(task: {
  annotations: { result: { type: string }[] }[];
  predictions?: { result: { type: string }[] }[];
}): number {
  const results = [...task.annotations, ...(task.predictions ?? [])].flatMap(({ result }) => result);
  return results.filter(({ type }) => type === 'labels').length;
}

/** Elements that stand for an annotation in the four XML formats. */
const MARKS =
  /^(?:Annotation|ner:NamedEntity|annotation|persName|orgName|placeName|geogName|rs|date|time|measure|num|quote)$/;

function elementsIn(content: string): number {
  const { SaxesParser } = load('saxes');
  const parser = new SaxesParser({ xmlns: true });
  let count = 0;
  let inHeader = false;
  parser.on('error', (error: Error) => {
    throw error;
  });
  parser.on('opentag', ({ name }: { name: string }) => {
    if (name === 'teiHeader') inHeader = true;
    if (!inHeader && MARKS.test(name)) count++;
  });
  parser.on('closetag', ({ name }: { name: string }) => {
    if (name === 'teiHeader') inHeader = false;
  });
  parser.write(content).close();
  return count;
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
