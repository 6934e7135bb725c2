import { dates } from './dates/dates';
import { names } from './entities/names';
import { figures } from './figures/figures';
import { loadLanguage } from './language';
import { quotations } from './quotations/quotations';
import type { Recognizer } from './recognizer';

export type { AnalyzeOptions, Pipeline, PipelineOptions, Signal } from './pipeline';
export { createPipeline } from './pipeline';
export type { RecognitionContext, Recognizer } from './recognizer';
export type { Suggestion } from './suggestion';

/** All recognizers. Loads what they need to know, so it is called when the first article is analyzed, not before. */
export async function loadRecognizers(): Promise<readonly Recognizer[]> {
  const language = await loadLanguage();
  return Object.freeze([names(language), figures, dates, quotations(language)]);
}
