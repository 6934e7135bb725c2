import type { RecognitionContext, Recognizer, Suggestion } from '../../../../src/core/recognize';

/** What a reader sees of a suggestion: label, words, and the value where there is one. */
export function shown(text: string, { label, start, end, value }: Suggestion): string {
  const words = text.slice(start, end);
  return value === undefined ? `${label} ${words}` : `${label} ${words} = ${value}`;
}

/** All that a recognizer finds in a passage, as a reader sees it. */
export function found(recognizer: Recognizer, passage: string, context: RecognitionContext = {}): string[] {
  const suggestions = recognizer.run(passage, context);
  const refined = recognizer.refine?.(passage, suggestions) ?? suggestions;
  return refined.map((suggestion) => shown(passage, suggestion));
}
