/**
 * Runs recognizers over an article.
 *
 *     const pipeline = createPipeline(await loadRecognizers(assets), { pause: () => setImmediate() });
 *     const suggestions = await pipeline.analyze(text, { published: '2024-05-14' }, { body, signal });
 *     if (!suggestions) return; // The signal was aborted: somebody else asks again with newer text.
 *
 * One pipeline serves any number of articles and is meant to live long: it remembers the results of paragraphs it has
 * seen, so that an edit costs its own paragraph and no more.
 */

import { paragraphs } from '../text/paragraphs';
import { bySpan, contains, type Span } from '../text/span';
import { resolveConflicts } from './conflicts';
import { createParagraphCache } from './paragraphCache';
import type { RecognitionContext, Recognizer } from './recognizer';
import { placedSuggestion, type Suggestion } from './suggestion';

/** Tells a job that nobody wants its result any more; an `AbortSignal` is one. */
export interface Signal {
  readonly aborted: boolean;
}

export interface PipelineOptions {
  /** Lets other work run; awaited every few paragraphs. Without it, the analysis runs through. */
  readonly pause?: () => Promise<void>;
  /** Told about a recognizer that throws, once an analysis; the others go on. */
  readonly onError?: (recognizer: string, error: unknown) => void;
  /** Told which recognizer is about to work on a paragraph, or on the whole. */
  readonly onStep?: (recognizer: string) => void;
}

export interface AnalyzeOptions {
  /** Where the article's words are, front matter left out; UTF-16 code units. The whole text where missing. */
  readonly body?: Span;
  readonly signal?: Signal;
}

export interface Pipeline {
  readonly recognizers: readonly Recognizer[];
  /**
   * Recognizes everything in a text.
   * @param text LF line ends, well-formed or not, of any length
   * @returns suggestions sorted by place, with offsets into `text` in UTF-16 code units, no two overlapping (quotations
   * apart); undefined where the signal was aborted
   */
  analyze(
    text: string,
    context: RecognitionContext,
    options?: AnalyzeOptions,
  ): Promise<readonly Suggestion[] | undefined>;
}

/** Code units to work through between two pauses: some milliseconds of work. */
const PAUSE_EVERY = 4_000;

/** A pipeline of these recognizers, in this order, which does not change any more. */
export function createPipeline(recognizers: readonly Recognizer[], options: PipelineOptions = {}): Pipeline {
  const members = Object.freeze([...recognizers]);
  const cache = createParagraphCache<ParagraphResults>();

  async function analyze(text: string, context: RecognitionContext, { body, signal }: AnalyzeOptions = {}) {
    const report = onceEach(options.onError);
    const perRecognizer: Suggestion[][] = members.map(() => []);
    let sincePause = 0;
    const passages = paragraphsWithin(text, body);
    for (const span of passages) {
      if (signal?.aborted) return undefined;
      const passage = text.slice(span.start, span.end);
      const results = cache.get(passage, context, () => {
        sincePause += passage.length;
        return members.map((recognizer) => {
          options.onStep?.(recognizer.id);
          return runOne(recognizer, passage, context, report);
        });
      });
      results.forEach((found, index) => {
        for (const suggestion of found) {
          const placed = placedSuggestion(suggestion, (part) => shifted(part, span.start));
          if (placed) perRecognizer[index]?.push(placed);
        }
      });
      if (sincePause >= PAUSE_EVERY) {
        sincePause = 0;
        await options.pause?.();
      }
    }
    if (signal?.aborted) return undefined;
    const refined = members.flatMap((recognizer, index) => {
      options.onStep?.(recognizer.id);
      return refineOne(recognizer, text, perRecognizer[index] ?? [], passages, report);
    });
    // A refinement looks at the whole text and may find a name in the front matter too, where nothing is annotated.
    const within = body ? refined.filter((suggestion) => contains(body, suggestion)) : refined;
    return Object.freeze(resolveConflicts(within));
  }

  return Object.freeze({ recognizers: members, analyze });
}

/** What each recognizer found in one paragraph, in the recognizers' order. */
type ParagraphResults = readonly (readonly Suggestion[])[];

type Report = (recognizer: string, error: unknown) => void;

function runOne(recognizer: Recognizer, passage: string, context: RecognitionContext, report: Report) {
  try {
    if (!recognizer.prepare) return recognizer.run(passage, context);
    recognizer.prepare(passage, context);
    return [];
  } catch (error) {
    report(recognizer.id, error);
    return [];
  }
}

function refineOne(
  recognizer: Recognizer,
  text: string,
  suggestions: Suggestion[],
  passages: readonly Span[],
  report: Report,
) {
  const sorted = suggestions.sort(bySpan);
  try {
    return recognizer.refine?.(text, sorted, passages) ?? sorted;
  } catch (error) {
    report(recognizer.id, error);
    return sorted;
  }
}

function onceEach(onError: Report = () => undefined): Report {
  const told = new Set<string>();
  return (recognizer, error) => {
    if (told.has(recognizer)) return;
    told.add(recognizer);
    onError(recognizer, error);
  };
}

function paragraphsWithin(text: string, body: Span = { start: 0, end: text.length }): Span[] {
  const start = Math.max(0, body.start);
  return paragraphs(text.slice(start, body.end)).map((span) => shifted(span, start));
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
