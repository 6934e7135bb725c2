import type { Gazetteer } from '../gazetteer';
import { readNeuralModel } from '../neural/model';
import { createNeuralScorer } from '../neural/scorer';
import { articleScores, type ReadPassage } from './article';
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

/** How much each of the two models has to say; together a little less than one, for both are too sure of themselves. */
const LINEAR_SHARE = 0.5;
const NEURAL_SHARE = 0.5;

/** The tagger of a model file. Throws where the file is none. */
export function createTagger(file: Uint8Array, gazetteer: Gazetteer): Tagger {
  const sections = readSections(file);
  const classes = classLookup(readClasses(sectionOf(sections, 'classes')));
  const vocabulary = createVocabulary({ wordClass: classes, gazetteer });
  const linear = linearScorer(readWeights(sectionOf(sections, 'weights')));
  const neural = createNeuralScorer(readNeuralModel(sectionOf(sections, 'neural')));
  const steps = readSteps(sectionOf(sections, 'steps')).map(
    (step, index) => LINEAR_SHARE * step + NEURAL_SHARE * (neural.steps[index] ?? 0),
  );

  /** Two models that err in different places, pooled: a geometric mean of what each thinks likely. */
  function score(passage: Passage): Float32Array {
    const scores = linear(passage);
    const others = neural.scores(passage.types.map((type) => type.text));
    for (let cell = 0; cell < scores.length; cell++) {
      scores[cell] = LINEAR_SHARE * (scores[cell] ?? 0) + NEURAL_SHARE * (others[cell] ?? 0);
    }
    return scores;
  }

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
