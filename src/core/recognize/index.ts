import type { Assets } from '../ports';
import { dates } from './dates/dates';
import { readGazetteer } from './entities/gazetteer';
import { names } from './entities/names';
import { nameRules } from './entities/rules/nameRules';
import { createTagger } from './entities/tagger/tagger';
import { figures } from './figures/figures';
import type { Recognizer } from './recognizer';

export type { AnalyzeOptions, Pipeline, PipelineOptions, Signal } from './pipeline';
export { createPipeline } from './pipeline';
export type { RecognitionContext, Recognizer } from './recognizer';
export type { Suggestion } from './suggestion';

/** All recognizers. Loads what they need to know, so it is called when the first article is analyzed, not before. */
export async function loadRecognizers(assets: Assets): Promise<readonly Recognizer[]> {
  const gazetteer = readGazetteer(await assets.read('names.gazetteer'));
  const tagger = createTagger(await assets.read('names.model'), gazetteer);
  return Object.freeze([names(tagger, nameRules(gazetteer)), figures, dates]);
}
