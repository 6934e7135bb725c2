import { tokenAt } from '../words/tokens';
import type { CueForm } from './cues';
import { is, isCapital, lowerAt, type Reading, textAt } from './reading';
import type { Stretch } from './sentences';
import { IS } from './smallWords';
import { isNominal } from './speakers';

/** Whether a form that can be a noun or a participle too is a verb here. */
export function standsAsVerb(
  reading: Reading,
  sentence: Stretch,
  { form }: CueForm,
  start: number,
  at: number,
): boolean {
  const before = start - 1;
  const hasAuxiliary = start < at && hasClass(reading, start, at, IS.auxiliary);
  if (form === 'gerund') return !is(reading, at - 1, IS.determiner | IS.possessive) && !isGlued(reading, at);
  if (isGlued(reading, at)) return false;
  if (form === 'base') {
    if (hasAuxiliary) return hasClass(reading, start, at, IS.modal);
    return is(reading, before, IS.relative) || isPluralSubject(reading, sentence, before);
  }
  if (form === 'present') {
    return (
      !hasAuxiliary &&
      !is(reading, before, IS.determiner | IS.possessive | IS.preposition) &&
      !/['’]s?$/.test(textAt(reading, before))
    );
  }
  return hasAuxiliary || !is(reading, before, IS.determiner | IS.possessive | IS.preposition);
}

/** A part of a hyphenated word is no verb. */
function isGlued(reading: Reading, at: number): boolean {
  return (
    (textAt(reading, at - 1) === '-' && tokenAt(reading.tokens, at).glued) ||
    (textAt(reading, at + 1) === '-' && tokenAt(reading.tokens, at + 1).glued)
  );
}

function hasClass(reading: Reading, from: number, to: number, bits: number): boolean {
  for (let at = from; at < to; at++) if (is(reading, at, bits)) return true;
  return false;
}

export function isPassive(reading: Reading, { form }: CueForm, start: number, at: number): boolean {
  if (form !== 'past') return false;
  if (lowerAt(reading, at + 1) === 'by') return true;
  for (let index = at - 1; index >= start; index--) {
    if (is(reading, index, IS.be)) return true;
    if (is(reading, index, IS.auxiliary) && lowerAt(reading, index) !== 'not') return false;
  }
  return false;
}

const PLURAL = /^(?:they|we|i|you|people|many|some|others|both|police|men|women)$/;

/** Whether a word can be the subject of a verb in its base form: "critics say", "they say". */
function isPluralSubject(reading: Reading, sentence: Stretch, at: number): boolean {
  if (at < sentence.from) return false;
  const lower = lowerAt(reading, at);
  if (PLURAL.test(lower)) return true;
  // "Obama and Clinton"
  if (isCapital(reading, at) && lowerAt(reading, at - 1) === 'and' && isCapital(reading, at - 2)) return true;
  return (
    reading.classes[at] === 0 && /[a-z]s$/.test(lower) && !/(?:['’]s|ss|us|is)$/.test(lower) && isNominal(reading, at)
  );
}
