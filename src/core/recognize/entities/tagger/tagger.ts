import type { Gazetteer } from '../gazetteer';
import { createKernel, type Kernel } from '../kernel/kernel';
import { readNeuralModel } from '../neural/model';
import { createNeuralScorer } from '../neural/scorer';
import { ArticleTagger } from './articleTagger';
import { type Ballot, ballotOf } from './ballot';
import { ByteReader } from './bytes';
import { classLookup, readClasses } from './classTable';
import { readSections, sectionOf } from './container';
import { createDecoder, openStretches, type Stretch } from './decoder';
import { linearScorer } from './linear';
import { type Passage, readPassage } from './passage';
import { pooledScores } from './pooling';
import { STEPS } from './sequence';
import { type NameSpan, nameSpans } from './spans';
import { createVocabulary } from './vocabulary';
import { readWeights } from './weights';

/** A passage as the tagger has read it: what it says by itself. */
export interface Reading {
  readonly passage: Passage;
  /** Scores and probabilities of labels, rows of LABEL_COUNT. */
  readonly scores: Float32Array;
  readonly marginals: Float32Array;
  /** What it says of its words, for the rest of its article to know. */
  readonly ballot: Ballot;
  /** Where names may be. */
  readonly open: readonly Stretch[];
}

/** Reads passages and finds the names in them. */
export interface Tagger {
  read(text: string): Reading;
  /** The names of a passage, as far as the passage tells. */
  namesIn(reading: Reading): NameSpan[];
  /** A look at an article as a whole. */
  article(): ArticleTagger<Reading>;
}

/** How much each of the two models has to say. */
const LINEAR_SHARE = 0.6;
const NEURAL_SHARE = 0.5;

/** The tagger of a model file. Throws where the file is none. */
export function createTagger(file: Uint8Array, gazetteer: Gazetteer, kernel: Kernel = createKernel()): Tagger {
  const sections = readSections(file);
  const classes = classLookup(readClasses(sectionOf(sections, 'classes')));
  const vocabulary = createVocabulary({ wordClass: classes, gazetteer });
  const linear = linearScorer(readWeights(sectionOf(sections, 'weights')));
  const neural = createNeuralScorer(readNeuralModel(sectionOf(sections, 'neural')), kernel);
  const steps = readSteps(sectionOf(sections, 'steps')).map(
    (step, index) => LINEAR_SHARE * step + NEURAL_SHARE * (neural.steps[index] ?? 0),
  );
  const decoder = createDecoder(steps, kernel);

  /** Two models that err in different places, pooled. */
  function score(passage: Passage): Float32Array {
    const scores = linear.sums(passage);
    neural.pool(scores, passage.types, LINEAR_SHARE * linear.scale, NEURAL_SHARE);
    return scores;
  }

  return Object.freeze({
    read(text: string) {
      const passage = readPassage(text, vocabulary);
      const scores = score(passage);
      const marginals = decoder.marginals(scores, passage.length);
      const ballot = ballotOf(passage, marginals);
      return { passage, scores, marginals, ballot, open: openStretches(marginals, passage.length) };
    },
    namesIn: ({ passage: { length }, scores, marginals, open }: Reading) =>
      nameSpans(decoder.labels(scores, open, length), marginals),
    article: () =>
      new ArticleTagger<Reading>(({ passage: { length }, scores, ballot, open }, evidence) => {
        const pooled = pooledScores(scores, ballot, evidence);
        return nameSpans(decoder.labels(pooled, open, length), decoder.marginalsIn(pooled, open, length));
      }),
  });
}

function readSteps(section: Uint8Array): Float32Array {
  const reader = new ByteReader(section);
  return Float32Array.from(STEPS, () => reader.float());
}
