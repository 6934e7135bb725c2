import { labelOf } from '../annotation/labels';
import { bySpan, contains, overlaps } from '../text/span';
import type { Suggestion } from './suggestion';

/**
 * Settles which suggestions stay where several want the same words. Quotations hold other mentions and take part in
 * no conflict, except with each other; of all the rest no two that stay overlap.
 * @returns the suggestions that stay, sorted
 */
export function resolveConflicts(suggestions: readonly Suggestion[]): Suggestion[] {
  const quotations: Suggestion[] = [];
  const others: Suggestion[] = [];
  for (const suggestion of suggestions) (groupOf(suggestion) === 'quotation' ? quotations : others).push(suggestion);
  if (quotations.length === 0) return withoutOverlaps(others);
  return [...withoutOverlaps(quotations), ...withoutOverlaps(others)].sort(bySpan);
}

/** One sweep: each suggestion meets only the last one kept, for those before it end earlier. */
function withoutOverlaps(suggestions: readonly Suggestion[]): Suggestion[] {
  const kept: Suggestion[] = [];
  for (const suggestion of suggestions.toSorted(bySpan)) {
    const last = kept.at(-1);
    if (!last || !overlaps(last, suggestion)) kept.push(suggestion);
    else if (preferred(last, suggestion) === suggestion) kept[kept.length - 1] = suggestion;
  }
  return kept;
}

/** Which of two overlapping suggestions stays; `a` begins no later than `b`, and stays where no rule speaks. */
function preferred(a: Suggestion, b: Suggestion): Suggestion {
  if (groupOf(a) !== groupOf(b)) return nameOrFigure(a, b);
  if (isDate(a) !== isDate(b)) return dateOrNumber(a, b);
  const longer = lengthOf(b) - lengthOf(a);
  if (longer !== 0) return longer > 0 ? b : a;
  return (b.confidence ?? 0) > (a.confidence ?? 0) ? b : a;
}

/**
 * A figure within a longer name belongs to the name ("Power of Siberia-2", "2024 Olympics"); a name within a figure to
 * the figure ("May 16"). Where they cross or are equal, a date is surer than a name, and a name surer than a number.
 */
function nameOrFigure(a: Suggestion, b: Suggestion): Suggestion {
  const [name, figure] = groupOf(a) === 'entity' ? [a, b] : [b, a];
  if (contains(name, figure) && lengthOf(name) > lengthOf(figure)) return name;
  if (contains(figure, name)) return isDate(figure) || lengthOf(figure) > lengthOf(name) ? figure : name;
  return isDate(figure) ? figure : name;
}

/** A number within a date is part of it, and so is a date word within an amount ("$5 a day"); else the date stays. */
function dateOrNumber(a: Suggestion, b: Suggestion): Suggestion {
  const [date, number] = isDate(a) ? [a, b] : [b, a];
  return contains(number, date) && lengthOf(number) > lengthOf(date) ? number : date;
}

const groupOf = (suggestion: Suggestion) => labelOf(suggestion.label).group;
const isDate = (suggestion: Suggestion) => suggestion.label === 'DATE' || suggestion.label === 'TIME';
const lengthOf = (suggestion: Suggestion) => suggestion.end - suggestion.start;
