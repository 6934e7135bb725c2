import type { Gazetteer } from '../gazetteer';
import { createKernel, type Kernel } from '../kernel/kernel';
import { readNeuralModel } from '../neural/model';
import { createNeuralScorer } from '../neural/scorer';
import { ArticleTagger } from './articleTagger';
import { type Ballot, ballotOf } from './ballot';
import { ByteReader } from './bytes';
import { classLookup, readClasses } from './classTable';
import { readSections, sectionOf } from './container';
import { createDecoder, type OpenWords, openWords } from './decoder';
import { linearScorer } from './linear';
import { type Passage, readPassage } from './passage';
import { pooledScores } from './pooling';
import { createScorer } from './scorer';
import { STEPS } from './sequence';
import { createVocabulary } from './vocabulary';
import { readWeights } from './weights';

/** A passage as the tagger has read it: what it says by itself. */
export interface Reading {
  readonly passage: Passage;
  /** What it says of its words, for the rest of its article to know. */
  readonly ballot: Ballot;
  /** Where names may be. */
  readonly open: OpenWords;
}

/** Reads passages and finds the names in them. */
export interface Tagger {
  read(text: string): Reading;
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
  const linear = linearScorer(readWeights(sectionOf(sections, 'weights')), kernel);
  const neural = createNeuralScorer(readNeuralModel(sectionOf(sections, 'neural')), kernel);
  const steps = readSteps(sectionOf(sections, 'steps')).map(
    (step, index) => LINEAR_SHARE * step + NEURAL_SHARE * (neural.steps[index] ?? 0),
  );
  const score = createScorer(linear, neural, { linear: LINEAR_SHARE, neural: NEURAL_SHARE }, kernel);
  const decoder = createDecoder(steps, kernel);

  return Object.freeze({
    read(text: string) {
      const passage = readPassage(text, vocabulary);
      const scores = score(passage);
      const marginals = decoder.marginals(scores, passage.length);
      const open = openWords(scores, marginals, passage.length);
      return { passage, ballot: ballotOf(passage, marginals), open };
    },
    article: () =>
      new ArticleTagger<Reading>(({ ballot, open }, evidence) =>
        decoder.names(open.stretches, pooledScores(open, ballot, evidence)),
      ),
  });
}

function readSteps(section: Uint8Array): Float32Array {
  const reader = new ByteReader(section);
  return Float32Array.from(STEPS, () => reader.float());
}
