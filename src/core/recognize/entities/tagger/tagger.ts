import type { Gazetteer } from '../gazetteer';
import { ByteReader } from './bytes';
import { classLookup, readClasses } from './classTable';
import { readSections, sectionOf } from './container';
import { LABEL_COUNT } from './labels';
import { linearScorer } from './linear';
import { type Passage, readPassage } from './passage';
import { bestLabels, Lattice, STEPS } from './sequence';
import { type NameSpan, nameSpans } from './spans';
import { createVocabulary } from './vocabulary';
import { readWeights } from './weights';

/** A passage as the tagger has read it, with the score of each label for each word. */
export interface Reading {
  readonly passage: Passage;
  readonly scores: Float32Array;
}

/** Reads passages and finds the names in them. */
export interface Tagger {
  read(text: string): Reading;
  /** The names of a passage, as far as the passage tells. */
  namesIn(reading: Reading): NameSpan[];
  /** The names of each passage of an article, with all of it in sight. */
  namesInArticle(readings: readonly Reading[]): NameSpan[][];
}

/** The tagger of a model file. Throws where the file is none. */
export function createTagger(file: Uint8Array, gazetteer: Gazetteer): Tagger {
  const sections = readSections(file);
  const classes = classLookup(readClasses(sectionOf(sections, 'classes')));
  const vocabulary = createVocabulary({ wordClass: classes, gazetteer });
  const score = linearScorer(readWeights(sectionOf(sections, 'weights')));
  const steps = readSteps(sectionOf(sections, 'steps'));
  const lattice = new Lattice();

  function namesBy({ passage: { length } }: Reading, scores: Float32Array): NameSpan[] {
    const marginals = new Float32Array(length * LABEL_COUNT);
    lattice.marginals(scores, steps, length, marginals);
    return nameSpans(bestLabels(scores, steps, length), marginals);
  }

  return Object.freeze({
    read(text: string) {
      const passage = readPassage(text, vocabulary);
      return { passage, scores: score(passage) };
    },
    namesIn: (reading: Reading) => namesBy(reading, reading.scores),
    namesInArticle: (readings: readonly Reading[]) => readings.map((reading) => namesBy(reading, reading.scores)),
  });
}

function readSteps(section: Uint8Array): Float32Array {
  const reader = new ByteReader(section);
  return Float32Array.from(STEPS, () => reader.float());
}
