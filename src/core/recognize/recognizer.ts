import type { Span } from '../text/span';
import type { Suggestion } from './suggestion';

/** What a recognizer may know beside the words: facts about the article as a whole. */
export interface RecognitionContext {
  /** Publication date, ISO 8601 (`2024-05-14`); relative dates are resolved against it. */
  readonly published?: string;
}

/** A paragraph of an article with what `run` found in it. */
export interface FoundPassage {
  /** Where it begins in the article, UTF-16 code units. */
  readonly start: number;
  readonly text: string;
  /** Sorted, with offsets from the paragraph's start. */
  readonly suggestions: readonly Suggestion[];
}

/**
 * Turns text into suggestions. Pure and deterministic: the same passage and context give the same suggestions,
 * in time linear in the passage's length.
 */
export interface Recognizer {
  readonly id: string;
  /** Ids of the labels it may give. */
  readonly labels: readonly string[];
  /**
   * Suggestions within one paragraph.
   * @param passage one paragraph, LF line ends
   * @returns suggestions with offsets from the passage's start, in UTF-16 code units
   */
  run(passage: string, context: RecognitionContext): readonly Suggestion[];
  /**
   * Called in place of `run` where the whole article will be looked at: works out what `refinePassages` needs of a
   * paragraph, where that starts from the text and not from what `run` has found.
   */
  prepare?(passage: string, context: RecognitionContext): void;
  /**
   * A second look with the whole article in sight, at suggestions that stay within their paragraphs: the same name gets the
   * same label, a surname follows the full name. What it gives follows from the paragraphs alone, but it may remember an
   * article, so that an edit costs what it changes.
   * @param passages the paragraphs that `run` was asked about, in order
   * @returns for each paragraph the suggestions that replace its own, sorted, with offsets from its start; where nothing has
   * changed since it was last asked, the same list
   */
  refinePassages?(passages: readonly FoundPassage[]): readonly (readonly Suggestion[])[];
  /**
   * A second look as `refinePassages`, at suggestions that may run over several paragraphs.
   * @param text the article's text, LF line ends
   * @param suggestions all this recognizer's suggestions, sorted, with offsets into `text`
   * @param passages the paragraphs that `run` was asked about, in order; the whole text where missing
   * @returns the suggestions that replace them
   */
  refine?(text: string, suggestions: readonly Suggestion[], passages?: readonly Span[]): readonly Suggestion[];
}
