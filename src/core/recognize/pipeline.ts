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
  /** Code units of paragraphs to remember; a dozen long articles, unless told otherwise. */
  readonly remembered?: number;
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
  const cache = createParagraphCache<ParagraphResults>(options.remembered);
  const place = createPlacing();
  const settle = createSettlement<ParagraphResults>(place);

  /** What each recognizer finds in each paragraph by itself; undefined where nobody wants it any more. */
  async function read(text: string, context: RecognitionContext, job: Job): Promise<ReadParagraph[] | undefined> {
    const spans = paragraphsWithin(text, job.body);
    const texts = spans.map(({ start, end }) => text.slice(start, end));
    const known = new Map<string, ParagraphResults>();
    const unknown: string[] = [];
    for (const passage of new Set(texts)) {
      const results = cache.get(passage, context);
      if (results) known.set(passage, results);
      else unknown.push(passage);
    }
    for (const [index, batch] of batches(unknown, PAUSE_EVERY).entries()) {
      if (index > 0) await options.pause?.();
      if (job.signal?.aborted) return undefined;
      for (const [passage, results] of runAll(batch, context, job.report)) {
        known.set(passage, results);
        cache.set(passage, context, results);
      }
    }
    if (job.signal?.aborted) return undefined;
    return spans.map((span, index) => {
      const passage = texts[index] ?? '';
      return { span, text: passage, results: known.get(passage) ?? [] };
    });
  }

  /** What each recognizer finds in some paragraphs. Who prepares goes first: its tables then stay at hand. */
  function runAll(batch: readonly string[], context: RecognitionContext, report: Report) {
    for (const recognizer of members.filter(({ prepare }) => prepare)) {
      for (const passage of batch) {
        options.onStep?.(recognizer.id);
        guarded(recognizer, report, () => recognizer.prepare?.(passage, context));
      }
    }
    return batch.map((passage): [string, ParagraphResults] => [
      passage,
      members.map((recognizer) => {
        if (recognizer.prepare) return [];
        options.onStep?.(recognizer.id);
        return guarded(recognizer, report, () => recognizer.run(passage, context)) ?? [];
      }),
    ]);
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

/** @returns undefined where the recognizer throws, which is told */
function guarded<T>(recognizer: Recognizer, report: Report, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    report(recognizer.id, error);
    return undefined;
  }
}

/** Cuts a list of texts where they are long enough together. */
function batches(texts: readonly string[], length: number): string[][] {
  const cut: string[][] = [];
  let size = length;
  for (const text of texts) {
    if (size >= length) {
      cut.push([]);
      size = 0;
    }
    cut.at(-1)?.push(text);
    size += text.length;
  }
  return cut;
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
  const passages = paragraphsRead.map(
    ({ span, text }, place): FoundPassage => ({ start: span.start, text, suggestions: found[place] ?? [] }),
  );
  return guarded(recognizer, report, () => recognizer.refinePassages?.(passages)) ?? found;
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
  return guarded(recognizer, report, () => recognizer.refine?.(text, sorted, spans)) ?? sorted;
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
