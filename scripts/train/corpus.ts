import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beginOf, innerOf, lastOf, OUTSIDE, TYPES, unitOf } from '../../src/core/recognize/entities/tagger/labels';
import { type Passage, readPassage } from '../../src/core/recognize/entities/tagger/passage';
import type { Vocabulary } from '../../src/core/recognize/entities/tagger/vocabulary';
import { paragraphs } from '../../src/core/text/paragraphs';

export interface GoldEntity {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly raw_type?: string;
}

/** A line of a data file. Offsets are UTF-16 code units. */
export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly GoldEntity[];
}

/** A passage with the label of each of its words. */
export interface LabeledPassage {
  readonly passage: Passage;
  readonly labels: Uint8Array;
}

/** Documents of a data file. */
export function readDocuments(file: string): GoldDocument[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as GoldDocument);
}

/** The paragraphs of a document, with labels; names that run over a paragraph's end are left out. */
export function labeledPassages(document: GoldDocument, vocabulary: Vocabulary): LabeledPassage[] {
  return paragraphs(document.text).flatMap(({ start, end }) => {
    const passage = readPassage(document.text.slice(start, end), vocabulary);
    if (passage.length === 0) return [];
    const labels = new Uint8Array(passage.length).fill(OUTSIDE);
    for (const entity of document.entities) {
      if (entity.start >= start && entity.end <= end) mark(passage, labels, entity, start);
    }
    return [{ passage, labels }];
  });
}

function mark({ starts, ends, length }: Passage, labels: Uint8Array, entity: GoldEntity, from: number): void {
  const type = (TYPES as readonly string[]).indexOf(entity.type);
  if (type < 0) return;
  let first = 0;
  while (first < length && (ends[first] ?? 0) <= entity.start - from) first++;
  let behind = first;
  while (behind < length && (starts[behind] ?? 0) < entity.end - from) behind++;
  if (behind <= first || labels.subarray(first, behind).some((label) => label !== OUTSIDE)) return;
  if (behind === first + 1) {
    labels[first] = unitOf(type);
    return;
  }
  labels.fill(innerOf(type), first, behind);
  labels[first] = beginOf(type);
  labels[behind - 1] = lastOf(type);
}

/** Data files of the folder, by name without their ending. */
export const dataFile = (shared: string, part: string, name: string) =>
  path.join(shared, 'data', 'entities', part, `${name}.jsonl`);
