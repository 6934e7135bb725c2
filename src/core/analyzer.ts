import type { Assets, Cancellation } from './ports';
import type { Suggestion, SuggestionRuns } from './recognize/suggestion';
import type { Span } from './text/span';

/** What recognizers are asked about. */
export interface AnalysisRequest {
  /** What tells the article from others, where more questions about it will follow: answers may build on earlier ones. */
  readonly article?: string;
  /** The article's text, LF line ends. */
  readonly text: string;
  /** Where its words are, front matter left out; UTF-16 code units. */
  readonly body: Span;
  /** Publication date, ISO 8601; relative dates are resolved against it. */
  readonly published?: string;
}

/** Finds suggestions in articles. One serves the whole program and may live in a worker. */
export interface Analyzer {
  /** @returns suggestions in reading order; undefined where the request was canceled */
  analyze(request: AnalysisRequest, cancellation?: Cancellation): Promise<readonly Suggestion[] | undefined>;
}

/** An analyzer for articles that are asked about again and again. */
export interface FollowingAnalyzer extends Analyzer {
  /** As `analyze`; each answer about an article costs what is new in it. */
  follow(request: AnalysisRequest, cancellation?: Cancellation): Promise<SuggestionRuns | undefined>;
}

export interface AnalyzerOptions {
  /** Where the trained model is. */
  readonly assets: Assets;
  /** Lets other work on this thread run; awaited every few paragraphs. */
  readonly pause?: () => Promise<void>;
  /** Told about a recognizer that throws; the others go on. */
  readonly onError?: (recognizer: string, error: unknown) => void;
  /** Told which recognizer is about to work, before each paragraph and each look at the whole. */
  readonly onStep?: (recognizer: string) => void;
  /** Code units of paragraphs to remember, for articles that come again as they are edited; many, unless told otherwise. */
  readonly remembered?: number;
  /** Ids of recognizers to leave out. */
  readonly skip?: ReadonlySet<string>;
}

/** An analyzer on the calling thread. */
export interface LocalAnalyzer extends Analyzer {
  /** Loads recognizers and their language data, which a request does too. Never rejects: a request will. */
  load(): Promise<void>;
}

/** An analyzer on the calling thread. Recognizers and their language data are loaded when they are asked for, not before. */
export function createAnalyzer(options: AnalyzerOptions): LocalAnalyzer {
  const read = async () => {
    const { createPipeline, loadRecognizers } = await import('./recognize/index');
    const recognizers = await loadRecognizers(options.assets, options.remembered);
    return createPipeline(
      recognizers.filter(({ id }) => !options.skip?.has(id)),
      options,
    );
  };
  let pipeline: ReturnType<typeof read> | undefined;
  const loaded = () => {
    pipeline ??= read();
    return pipeline;
  };
  return {
    load: () =>
      loaded().then(
        () => undefined,
        () => undefined,
      ),
    analyze: async ({ text, body, published }, cancellation) => {
      const context = published === undefined ? {} : { published };
      return (await loaded()).analyze(text, context, { body, ...(cancellation && { signal: cancellation }) });
    },
  };
}
