import type { LabelSet } from '../../../core/annotation/labelSet';
import type { Mark } from '../../../core/mentions/mention';
import { valueInWords } from '../../../core/values/valueInWords';
import type { InlayHintChoice } from '../../adapt/settings';

/** A day, a month or a year, or an interval of them: what can be looked up in a calendar. */
const CALENDAR = /^(?:\.\.|\d{4}(?:-\d\d){0,2})[~?]?(?:\/(?:\.\.|\d{4}(?:-\d\d){0,2}))?[~?]?$/;

/**
 * What is worth showing behind a date or a figure within the text.
 * @returns undefined where the words say it themselves
 */
export function hintOf({ label, value, text }: Mark, labels: LabelSet, choice: InlayHintChoice): string | undefined {
  if (value === undefined || choice === 'off') return undefined;
  if (labels.covers(label, 'DATE') && isRelative(text, value)) return short(valueInWords(value));
  if (choice !== 'all' || labels.covers(label, 'CARDINAL') || labels.covers(label, 'ORDINAL')) return undefined;
  const words = valueInWords(value);
  return saysMore(words, text) ? short(words) : undefined;
}

/** Longest hint, in characters: one that is longer ("the past decade" from day to day) hides more than it tells. */
const LONGEST = 32;

const short = (words: string) => (words.length > LONGEST ? undefined : words);

/** "a week ago", "Tuesday", "next month": a place in the calendar that the words name without its year or day. */
function isRelative(words: string, value: string): boolean {
  if (!CALENDAR.test(value)) return false;
  return !/\d{4}/.test(words) && !/\p{L}{3,}\.? \d{1,2}\b|\b\d{1,2} \p{L}{3,}/u.test(words);
}

/** Whether the value has a word or number that the words lack. */
function saysMore(value: string, words: string): boolean {
  const known = new Set(words.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? []);
  return (value.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? []).some((word) => !known.has(word));
}
