import type { Annotation } from '../annotation/annotation';
import { quoteAt } from '../annotation/quote';
import type { Mention } from './mention';

/** What recognizers propose and nobody has decided on, as annotations: for those who want both in one list. */
export function suggestedAnnotations(text: string, mentions: readonly Mention[]): Annotation[] {
  return mentions.flatMap(({ key, start, end, label, value, quotation, suggestion, annotation }): Annotation[] => {
    if (annotation) return [];
    return [
      {
        id: `suggestion-${key}`,
        ...{ start, end, label, status: 'suggested' },
        ...quoteAt(text, { start, end }),
        ...(value !== undefined && { value }),
        ...(quotation && { quotation }),
        ...(suggestion && { source: suggestion.recognizer }),
      },
    ];
  });
}
