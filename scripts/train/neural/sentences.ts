import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  beginOf,
  innerOf,
  LABEL_COUNT,
  lastOf,
  OUTSIDE,
  TYPES,
  unitOf,
} from '../../../src/core/recognize/entities/tagger/labels';
import { type TaggerWord, taggerWords } from '../../../src/core/recognize/entities/tagger/words';

/** Words with what is known of their labels. */
export interface Sentence {
  readonly corpus: number;
  readonly words: readonly string[];
  /** For each word, a bit for every label that may be right; more than one where the corpus leaves it open. */
  readonly allowed: Uint32Array;
}

interface GoldDocument {
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

/** Sentences of all training files, and the names of their corpora by number. */
export interface TrainingText {
  readonly corpora: readonly string[];
  readonly sentences: readonly Sentence[];
}

/** Reads every file of a folder of training data (JSON Lines). */
export function readTrainingText(folder: string): TrainingText {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  const corpora = files.map((name) => path.basename(name, '.jsonl'));
  const sentences = files.flatMap((file, corpus) =>
    readFileSync(path.join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line) => sentencesOf(JSON.parse(line) as GoldDocument, corpus, corpora[corpus] ?? '')),
  );
  return { corpora, sentences };
}

function sentencesOf(document: GoldDocument, corpus: number, name: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const paragraph of document.text.matchAll(/[^\n]+/g)) {
    const words = taggerWords(paragraph[0]);
    const labels = labelsOf(words, document, paragraph.index);
    for (let from = 0; from < words.length; ) {
      const to = endOfPiece(words, labels, from);
      const texts = words.slice(from, to).map((word) => word.text);
      sentences.push({ corpus, words: texts, allowed: allowedLabels(texts, labels.subarray(from, to), name) });
      from = to;
    }
  }
  return sentences;
}

function labelsOf(words: readonly TaggerWord[], document: GoldDocument, offset: number): Uint8Array {
  const labels = new Uint8Array(words.length).fill(OUTSIDE);
  const inside = document.entities.filter(
    (entity) => entity.end > offset && entity.start < offset + (words.at(-1)?.end ?? 0),
  );
  for (const entity of inside) {
    const type = (TYPES as readonly string[]).indexOf(entity.type);
    const first = words.findIndex((word) => word.end > entity.start - offset);
    const last = words.findLastIndex((word) => word.start < entity.end - offset);
    if (type < 0 || last < first || labels.subarray(first, last + 1).some((label) => label !== OUTSIDE)) continue;
    labels.fill(innerOf(type), first, last + 1);
    labels[first] = beginOf(type);
    labels[last] = first === last ? unitOf(type) : lastOf(type);
  }
  return labels;
}

const LONGEST_PIECE = 100;
const SHORTEST_PIECE = 20;

/** Long paragraphs are divided at the end of a sentence, else between names. */
function endOfPiece(words: readonly TaggerWord[], labels: Uint8Array, from: number): number {
  if (words.length - from <= LONGEST_PIECE) return words.length;
  for (let end = from + LONGEST_PIECE; end > from + SHORTEST_PIECE; end--) {
    if (/^[.!?;]$/.test(words[end - 1]?.text ?? '') && labels[end - 1] === OUTSIDE) return end;
  }
  let end = from + LONGEST_PIECE;
  while (end < words.length && !isStart(labels[end] ?? OUTSIDE)) end++;
  return end;
}

const isStart = (label: number) => label === OUTSIDE || (label - 1) % 4 === 0 || (label - 1) % 4 === 3;

const bitsOf = (type: (typeof TYPES)[number]) => 0b1111 << beginOf(TYPES.indexOf(type));

/** Types that a corpus does not mark: there a capitalized word without a label may be one of these. */
const UNMARKED: Readonly<Record<string, number>> = {
  'other.btc': bitsOf('NORP') | bitsOf('EVENT') | bitsOf('OTHER'),
  'other.ewt': bitsOf('NORP') | bitsOf('EVENT') | bitsOf('OTHER'),
  'other.wnut17': bitsOf('NORP') | bitsOf('EVENT'),
  'other.redocred': bitsOf('EVENT'),
  'other.wikigold': bitsOf('EVENT'),
};

function allowedLabels(words: readonly string[], labels: Uint8Array, corpus: string): Uint32Array {
  const unmarked = UNMARKED[corpus] ?? 0;
  const other = TYPES.indexOf('OTHER');
  const event = TYPES.indexOf('EVENT');
  return Uint32Array.from(labels, (label, index) => {
    if (label === OUTSIDE) return 1 | (/^\p{Lu}/u.test(words[index] ?? '') ? unmarked : 0);
    const isOther = label >= beginOf(other) && label <= unitOf(other);
    const asEvent = isOther && unmarked & bitsOf('EVENT') ? 1 << (label + 4 * (event - other)) : 0;
    return (1 << label) | asEvent;
  });
}

/** Bits for all labels. */
export const ANY_LABEL = (1 << LABEL_COUNT) - 1;
