import type { RecognitionContext, Recognizer, Suggestion } from '../../../../src/core/recognize';

/** What a reader sees of a suggestion: label, words, and the value where there is one. */
export function shown(text: string, { label, start, end, value }: Suggestion): string {
  const words = text.slice(start, end);
  return value === undefined ? `${label} ${words}` : `${label} ${words} = ${value}`;
}

/** What a second look at a passage, as if it were the whole article, makes of a recognizer's suggestions. */
export function refined(recognizer: Recognizer, passage: string, suggestions: readonly Suggestion[]) {
  if (recognizer.refine) return recognizer.refine(passage, suggestions);
  return recognizer.refinePassages?.([{ start: 0, text: passage, suggestions }])[0] ?? suggestions;
}

/** All that a recognizer finds in a passage, as a reader sees it. */
export function found(recognizer: Recognizer, passage: string, context: RecognitionContext = {}): string[] {
  const suggestions = recognizer.run(passage, context);
  return refined(recognizer, passage, suggestions).map((suggestion) => shown(passage, suggestion));
}
