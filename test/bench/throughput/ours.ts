import { createPipeline, loadRecognizers, type Recognizer } from '../../../src/core/recognize';
import { readGazetteer } from '../../../src/core/recognize/entities/gazetteer';
import { names } from '../../../src/core/recognize/entities/names';
import { nameRules } from '../../../src/core/recognize/entities/rules/nameRules';
import { createTagger } from '../../../src/core/recognize/entities/tagger/tagger';
import { assets } from '../../support/assets';
import type { Reader } from './reader';

const CONTEXT = { published: '2024-05-14' };

/** The recognizers with nothing remembered of any paragraph; words that were met before are known. */
export type Fresh = () => readonly Recognizer[];

/** Loads what recognizers know, once. */
export async function freshRecognizers(): Promise<Fresh> {
  const gazetteer = readGazetteer(await assets.read('names.gazetteer'));
  const tagger = createTagger(await assets.read('names.model'), gazetteer);
  const others = (await loadRecognizers(assets)).filter(({ id }) => id !== 'names');
  return () => [names(tagger, nameRules(gazetteer)), ...others];
}

/** Newsmark: the whole pipeline, and each recognizer by itself. */
export async function ours(): Promise<Reader[]> {
  const fresh = await freshRecognizers();
  const reader = (task: string, ids: readonly string[]): Reader => ({
    name: 'newsmark',
    task,
    read: async (texts) => {
      for (const text of texts) {
        await createPipeline(fresh().filter(({ id }) => ids.includes(id))).analyze(text, CONTEXT);
      }
    },
  });
  const ids = fresh().map(({ id }) => id);
  return [reader('all', ids), ...ids.map((id) => reader(id, [id]))];
}
