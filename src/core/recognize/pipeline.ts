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
import { createParagraphCache } from './paragraphCache';
import { createPlacing } from './placing';
import type { FoundPassage, RecognitionContext, Recognizer } from './recognizer';
import { createSettlement } from './settlement';
import type { Suggestion } from './suggestion';

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
  const place = createPlacing();
  const settle = createSettlement<ParagraphResults>(place);

  /** What each recognizer finds in each paragraph by itself; undefined where nobody wants it any more. */
  async function read(text: string, context: RecognitionContext, job: Job): Promise<ReadParagraph[] | undefined> {
    const paragraphsRead: ReadParagraph[] = [];
    let sincePause = 0;
    for (const span of paragraphsWithin(text, job.body)) {
      if (job.signal?.aborted) return undefined;
      const passage = text.slice(span.start, span.end);
      const results = cache.get(passage, context, () => {
        sincePause += passage.length;
        return members.map((recognizer) => {
          options.onStep?.(recognizer.id);
          return runOne(recognizer, passage, context, job.report);
        });
      });
      paragraphsRead.push({ span, text: passage, results });
      if (sincePause >= PAUSE_EVERY) {
        sincePause = 0;
        await options.pause?.();
      }
    }
    return job.signal?.aborted ? undefined : paragraphsRead;
  }

  /** What one recognizer found in each paragraph by itself, with offsets in the article. */
  const placedBy = (index: number, found: readonly ReadParagraph[]) =>
    found.flatMap(({ span, results }) => place(results[index] ?? [], span.start)).sort(bySpan);

  async function analyze(text: string, context: RecognitionContext, { body, signal }: AnalyzeOptions = {}) {
    const job = { body, signal, report: onceEach(options.onError) };
    const found = await read(text, context, job);
    if (!found) return undefined;
    const within: (readonly (readonly Suggestion[])[])[] = [];
    const across: (readonly Suggestion[])[] = [];
    members.forEach((recognizer, index) => {
      options.onStep?.(recognizer.id);
      if (recognizer.refine) across.push(refineOne(recognizer, placedBy(index, found), text, found, job.report));
      else within.push(refinePassages(recognizer, index, found, job.report));
    });
    // A look at the whole text may find something in the front matter too, where nothing is annotated.
    const inBody = across.flat().filter((suggestion) => !body || contains(body, suggestion));
    return Object.freeze(settle(found, within, inBody));
  }

  return Object.freeze({ recognizers: members, analyze });
}

/** One analysis: where to look, whether it is still wanted, and whom to tell of trouble. */
interface Job {
  readonly body: Span | undefined;
  readonly signal: Signal | undefined;
  readonly report: Report;
}

/** A paragraph with what each recognizer found in it by itself. */
interface ReadParagraph {
  readonly span: Span;
  readonly text: string;
  /** The same object for the same words. */
  readonly results: ParagraphResults;
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

/** A second look at what stays within paragraphs: offsets from the start of each. */
function refinePassages(
  recognizer: Recognizer,
  index: number,
  paragraphsRead: readonly ReadParagraph[],
  report: Report,
): readonly (readonly Suggestion[])[] {
  const found = paragraphsRead.map(({ results }) => results[index] ?? []);
  if (!recognizer.refinePassages) return found;
  try {
    return recognizer.refinePassages(
      paragraphsRead.map(
        ({ span, text }, place): FoundPassage => ({ start: span.start, text, suggestions: found[place] ?? [] }),
      ),
    );
  } catch (error) {
    report(recognizer.id, error);
    return found;
  }
}

/** A second look at what may run over several paragraphs: offsets in the article. */
function refineOne(
  recognizer: Recognizer,
  sorted: readonly Suggestion[],
  text: string,
  paragraphsRead: readonly ReadParagraph[],
  report: Report,
): readonly Suggestion[] {
  const spans = paragraphsRead.map(({ span }) => span);
  try {
    return recognizer.refine?.(text, sorted, spans) ?? sorted;
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
