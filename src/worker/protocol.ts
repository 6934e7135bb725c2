import type { AnalysisRequest } from '../core/analyzer';
import type { EntitySource, IndexSource } from '../core/corpus/indexSource';
import type { PackedArticle } from '../core/corpus/packedArticle';
import type { Suggestion } from '../core/recognize/suggestion';
import type { Likeness } from '../core/text/spanRuns';

/** What the analyzer's worker is told. */
export type ToWorker =
  | {
      /** Before all else: which recognizers to leave out, and whether to say at each step which one is at work. */
      readonly kind: 'start';
      readonly skip: readonly string[];
      readonly isCareful: boolean;
    }
  /**
   * An article for the index over all of them. The folder's own knowledge base is that of the path that was told last: its
   * text goes along only once.
   */
  | {
      readonly kind: 'index';
      readonly id: number;
      readonly source: Omit<IndexSource, 'entities'>;
      readonly entities?: string;
    }
  /** A folder's own knowledge base, before the first article that it counts for. */
  | { readonly kind: 'entities'; readonly entities: EntitySource }
  /** `since` names an answer about the same article that the asker still has: the new one may build on it. */
  | { readonly kind: 'analyze'; readonly id: number; readonly request: AnalysisRequest; readonly since?: number }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'asset'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'no asset'; readonly name: string; readonly message: string };

/** What it answers. */
export type FromWorker =
  /** It runs, and goes on running: sent at the start, and again and again while it works. */
  | { readonly kind: 'alive' }
  /** Which recognizer is at work. */
  | { readonly kind: 'at'; readonly recognizer: string }
  /** It needs a file that is shipped with the program. */
  | { readonly kind: 'asset'; readonly name: string }
  /** What the index keeps of an article; nothing where it was canceled. */
  | { readonly kind: 'indexed'; readonly id: number; readonly packed?: PackedArticle }
  /** The first suggestions of an answer; more come. */
  | { readonly kind: 'part'; readonly id: number; readonly suggestions: readonly Suggestion[] }
  /**
   * The answer to a request, or the last part of it; without suggestions where it was canceled. With a likeness, all parts
   * together are what stands between the head and the tail of the answer that the request names.
   */
  | {
      readonly kind: 'done';
      readonly id: number;
      readonly suggestions?: readonly Suggestion[];
      readonly likeness?: Likeness;
    }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  /** A recognizer threw; the others go on. */
  | { readonly kind: 'trouble'; readonly recognizer: string; readonly message: string };

/** One end of a line to another thread; what is sent is copied (the structured clone algorithm). */
export interface Port<Out, In> {
  post(message: Out): void;
  /** Called once. @param onFailure told when the other end broke down */
  listen(onMessage: (message: In) => void, onFailure: (error: unknown) => void): void;
  close(): void;
}
