import type { Assets } from '../ports';
import { dates } from './dates/dates';
import { KINDS, readGazetteer } from './entities/gazetteer';
import { names } from './entities/names';
import { nameRules } from './entities/rules/nameRules';
import { createTagger } from './entities/tagger/tagger';
import { figures } from './figures/figures';
import { quotations } from './quotations/quotations';
import type { Recognizer } from './recognizer';

export type { AnalyzeOptions, Pipeline, PipelineOptions, Signal } from './pipeline';
export { createPipeline } from './pipeline';
export type { RecognitionContext, Recognizer } from './recognizer';
export type { Suggestion } from './suggestion';

/**
 * All recognizers. Loads what they need to know, so it is called when the first article is analyzed, not before.
 * @param remembered code units of paragraphs to remember; enough for a long article that is edited, unless told
 */
export async function loadRecognizers(assets: Assets, remembered?: number): Promise<readonly Recognizer[]> {
  const [gazetteerFile, model] = await Promise.all([assets.read('names.gazetteer'), assets.read('names.model')]);
  const gazetteer = readGazetteer(gazetteerFile);
  const tagger = createTagger(model, gazetteer);
  const isVerb = (word: string) => (gazetteer.kindsOf(word) & KINDS.verb) !== 0;
  return Object.freeze([names(tagger, nameRules(gazetteer), remembered), figures, dates, quotations(isVerb)]);
}
