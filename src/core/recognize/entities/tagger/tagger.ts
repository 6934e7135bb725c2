import type { Gazetteer } from '../gazetteer';
import { articleScores, type ReadPassage } from './article';
import { ByteReader } from './bytes';
import { classLookup, readClasses } from './classTable';
import { readSections, sectionOf } from './container';
import { LABEL_COUNT } from './labels';
import { linearScorer } from './linear';
import { readPassage } from './passage';
import { bestLabels, Lattice, STEPS } from './sequence';
import { type NameSpan, nameSpans } from './spans';
import { createVocabulary } from './vocabulary';
import { readWeights } from './weights';

/** A passage as the tagger has read it. */
export type Reading = ReadPassage;

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

  function marginalsOf(scores: Float32Array, length: number): Float32Array {
    const marginals = new Float32Array(length * LABEL_COUNT);
    lattice.marginals(scores, steps, length, marginals);
    return marginals;
  }

  return Object.freeze({
    read(text: string) {
      const passage = readPassage(text, vocabulary);
      const scores = score(passage);
      return { passage, scores, marginals: marginalsOf(scores, passage.length) };
    },
    namesIn: ({ passage: { length }, scores, marginals }: Reading) =>
      nameSpans(bestLabels(scores, steps, length), marginals),
    namesInArticle: (readings: readonly Reading[]) =>
      articleScores(readings).map((scores, index) => {
        const length = readings[index]?.passage.length ?? 0;
        return nameSpans(bestLabels(scores, steps, length), marginalsOf(scores, length));
      }),
  });
}

function readSteps(section: Uint8Array): Float32Array {
  const reader = new ByteReader(section);
  return Float32Array.from(STEPS, () => reader.float());
}
