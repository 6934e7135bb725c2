import { tokenAt } from '../words/tokens';
import { isMark } from './marks';
import { is, isCapital, isFiniteVerb, lowerAt, type Reading, textAt } from './reading';
import type { Stretch } from './sentences';
import { IS } from './smallWords';

/** Longest noun phrase that is looked for, in words; a bound on what one verb can cost. */
const MOST_WORDS = 40;

/**
 * The noun phrase that ends just before a verb group: "Nathaniel Sher, senior research analyst at Carnegie China,",
 * "he", "analysts". Adverbials before it are left out.
 * @param floor index that it may not begin before
 * @param end index behind its last word
 * @returns undefined where there is none
 */
export function subjectBefore(reading: Reading, floor: number, end: number): Stretch | undefined {
  let last = end - 1;
  const isParenthetic = textAt(reading, last) === ',' || textAt(reading, last) === ')' || isDash(reading, last);
  if (isParenthetic) return appositive(reading, floor, last);
  last = withoutTime(reading, floor, last);
  if (last < floor) return undefined;
  if (is(reading, last, IS.subject) || is(reading, last, IS.relative)) return { from: last, to: last + 1 };
  const from = phraseStart(reading, floor, last);
  return from === undefined ? undefined : { from, to: last + 1 };
}

/** "Smith on Tuesday said": when it was said is no part of who said it. */
function withoutTime(reading: Reading, floor: number, last: number): number {
  if (last - floor < 1 || !is(reading, last, IS.time)) return last;
  let at = last;
  while (at > floor && is(reading, at, IS.time)) at--;
  if (lowerAt(reading, at) === 'on' || lowerAt(reading, at) === 'in') at--;
  // "This week" and "Monday" can be what the phrase is about; then nothing would be left.
  return at >= floor && isNominal(reading, at) && at < last ? at : last;
}

/** A phrase with something set off by commas behind it: the phrase and what is set off. */
function appositive(reading: Reading, floor: number, comma: number): Stretch | undefined {
  const opener = textAt(reading, comma) === ')' ? '(' : textAt(reading, comma);
  for (let at = comma - 1; at > floor && comma - at < MOST_WORDS; at--) {
    const text = textAt(reading, at);
    if (reading.pairAt[at] !== -1 && isMark(tokenAt(reading.tokens, at)) && text !== opener) {
      at = Math.max(floor, reading.pairs[reading.pairAt[at] ?? -1]?.open ?? at);
      continue;
    }
    if (text === ';' || text === ':') return undefined;
    if (text !== opener) continue;
    if (is(reading, at + 1, IS.coordinator) && lowerAt(reading, at + 1) !== 'and') return undefined;
    const before = at - 1;
    if (!isNominal(reading, before)) return undefined;
    const isClause =
      is(reading, at + 1, IS.subject) || (!isRelative(reading, at + 1) && hasVerb(reading, at + 1, comma));
    if (isClause) return undefined;
    const from = phraseStart(reading, floor, before);
    if (from === undefined) return undefined;
    // A list: "Smith, a doctor, an author, said".
    const earlier =
      textAt(reading, from - 1) === ',' && from - 1 > floor ? appositive(reading, floor, from - 1) : undefined;
    const isList = earlier && !is(reading, from, IS.preposition) && !isCapital(reading, from);
    return { from: isList ? earlier.from : from, to: opener === '(' ? comma + 1 : comma };
  }
  return undefined;
}

const isRelative = (reading: Reading, at: number) =>
  is(reading, at, IS.relative) ||
  (is(reading, at, IS.preposition) && is(reading, at + 1, IS.relative)) ||
  lowerAt(reading, at) === 'whose';

function hasVerb(reading: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (is(reading, at, IS.relative)) return false;
    if (isFiniteVerb(reading, at) && !isParticiple(reading, at)) return true;
  }
  return false;
}

/** "the plan proposed by …", "a union based in …": no verb of a clause. */
function isParticiple(reading: Reading, at: number): boolean {
  return lowerAt(reading, at).endsWith('ed') && is(reading, at + 1, IS.preposition);
}

const isDash = (reading: Reading, at: number) => /^[—–]$/.test(textAt(reading, at));

/** Whether a word can be within a noun phrase: no verb, no clause word, no sign but those within names. */
export function isNominal(reading: Reading, at: number): boolean {
  const token = tokenAt(reading.tokens, at);
  if (token.kind === 'sign') return /^(?:-|\.|&|\/|%|\$|£|€|['’])$/.test(token.text);
  if (token.kind === 'number') return true;
  if (is(reading, at, IS.coordinator | IS.preposition | IS.auxiliary) || is(reading, at, IS.subject)) return false;
  if (is(reading, at, IS.subordinator) && !is(reading, at, IS.determiner)) return false;
  return isCapital(reading, at) || !isFiniteVerb(reading, at);
}

/** Where the noun phrase begins that ends at a word; prepositions join phrases, and so does "and" between names. */
export function phraseStart(reading: Reading, floor: number, last: number): number | undefined {
  let from: number | undefined;
  for (let at = last; at >= floor && last - at < MOST_WORDS; at--) {
    if (reading.pairAt[at] !== -1) {
      // A nickname or a title in quotation marks within the phrase.
      const pair = reading.pairs[reading.pairAt[at] ?? -1];
      if (!pair || pair.open < floor || pair.close - pair.open > 6 || from === undefined) break;
      at = pair.open;
      from = at;
      continue;
    }
    if (isNominal(reading, at)) {
      if (tokenAt(reading.tokens, at).text === '.' && !isInitial(reading, at)) break;
      from = at;
      if (is(reading, at, IS.determiner | IS.possessive) && !joins(reading, floor, at - 1)) break;
      continue;
    }
    if (from === undefined || !joins(reading, floor, at)) break;
  }
  return from === undefined ? undefined : withoutAdverbs(reading, from, last);
}

/** A full stop behind an initial or a title ends no phrase. */
function isInitial(reading: Reading, at: number): boolean {
  const before = textAt(reading, at - 1);
  return tokenAt(reading.tokens, at).glued && (before.length === 1 || /^\p{Lu}\p{Ll}{1,3}$/u.test(before));
}

function joins(reading: Reading, floor: number, at: number): boolean {
  if (at <= floor) return false;
  if (is(reading, at, IS.preposition) && lowerAt(reading, at) !== 'like')
    return isNominal(reading, at - 1) && !is(reading, at - 1, IS.adverb);
  if (lowerAt(reading, at) !== 'and') return false;
  return isNominal(reading, at - 1) && textAt(reading, at - 1) !== ',' && reachesClauseStart(reading, floor, at - 1);
}

/** Whether nothing but a noun phrase lies between the beginning of the clause and a word. */
function reachesClauseStart(reading: Reading, floor: number, last: number): boolean {
  for (let at = last; at >= floor && last - at < 12; at--) {
    if (is(reading, at, IS.subordinator) && !is(reading, at, IS.determiner)) return true;
    if (/^[,;:—–]$/.test(textAt(reading, at))) return true;
    if (!isNominal(reading, at) && !(is(reading, at, IS.preposition) && lowerAt(reading, at) === 'of')) return false;
    if (at === floor) return true;
  }
  return false;
}

/** "Yesterday Smith", "Still, critics", "Then he": words before the phrase that say when or how. */
function withoutAdverbs(reading: Reading, from: number, last: number): number {
  let at = from;
  while (at < last && (is(reading, at, IS.adverb) || isTimeOnly(reading, at)) && !is(reading, at, IS.determiner)) at++;
  return at;
}

const isTimeOnly = (reading: Reading, at: number) =>
  is(reading, at, IS.weekday) &&
  !/^['’-]/.test(textAt(reading, at + 1)) &&
  (isCapital(reading, at + 1) || is(reading, at + 1, IS.determiner | IS.possessive));

/**
 * The noun phrase that begins at a word, with what is set off behind it: "Nathaniel Sher, an analyst at Carnegie China".
 * @param to index that it may not reach beyond
 */
export function phraseAfter(reading: Reading, from: number, to: number): Stretch | undefined {
  if (is(reading, from, IS.subject | IS.object)) return { from, to: from + 1 };
  let end = from;
  while (end < to && end - from < MOST_WORDS) {
    if (reading.pairAt[end] !== -1) break;
    const { text } = tokenAt(reading.tokens, end);
    if (text === '.' && !isInitial(reading, end)) break;
    const isJoint =
      end > from &&
      (is(reading, end, IS.preposition) || (lowerAt(reading, end) === 'and' && isNominal(reading, end + 1)));
    if (isJoint && endsPhrase(reading, end)) break;
    if (!isNominal(reading, end) && !isJoint) break;
    end++;
  }
  while (
    end > from &&
    (is(reading, end - 1, IS.preposition | IS.coordinator) ||
      (tokenAt(reading.tokens, end - 1).text === '.' && !isInitial(reading, end - 1)))
  )
    end--;
  if (end <= from) return undefined;
  return { from, to: withApposition(reading, end, to) };
}

/** "said Smith in an interview", "said Smith on Tuesday": where and when it was said. */
function endsPhrase(reading: Reading, at: number): boolean {
  const lower = lowerAt(reading, at);
  if (lower === 'on' && is(reading, at + 1, IS.time)) return true;
  return (
    ['during', 'after', 'before', 'when', 'while', 'as', 'following', 'until'].includes(lower) ||
    (lower === 'in' && /^(?:a|an)$/.test(lowerAt(reading, at + 1)))
  );
}

function withApposition(reading: Reading, end: number, to: number): number {
  if (textAt(reading, end) !== ',' || end + 1 >= to) return end;
  const next = end + 1;
  const isSetOff =
    is(reading, next, IS.determiner) ||
    isRelative(reading, next) ||
    (isNominal(reading, next) &&
      !isCapital(reading, next) &&
      !lowerAt(reading, next).endsWith('ing') &&
      !is(reading, next, IS.adverb));
  if (!isSetOff) return end;
  let at = next;
  let comma = -1;
  while (at < to && at - end < MOST_WORDS) {
    const text = textAt(reading, at);
    if (text === ',') {
      comma = at;
      break;
    }
    if (/^[;:—–]$/.test(text) || reading.pairAt[at] !== -1) break;
    if (
      is(reading, at, IS.subject) ||
      (!isRelative(reading, next) && isFiniteVerb(reading, at) && !isParticiple(reading, at))
    )
      return end;
    at++;
  }
  if (comma >= 0) return comma;
  if (at < to && textAt(reading, at) !== '.') return end;
  let last = Math.min(at, to);
  while (last > end && textAt(reading, last - 1) === '.' && !isInitial(reading, last - 1)) last--;
  return last;
}

/** The subject of a sentence: the noun phrase before its first verb, adverbials in front left out. */
export function mainSubject(reading: Reading, sentence: Stretch): Stretch | undefined {
  const { from } = sentence;
  const to = Math.min(sentence.to, from + MOST_WORDS);
  let start = from;
  for (let at = from; at < to; at++) {
    if (reading.pairAt[at] !== -1) at = Math.min(to, reading.pairs[reading.pairAt[at] ?? -1]?.close ?? at);
    else if (isFiniteVerb(reading, at)) {
      const groupStart = verbGroupStart(reading, start, at);
      const found = subjectBefore(reading, start, groupStart);
      if (found) return found;
      if (textAt(reading, groupStart - 1) !== ',') start = at + 1;
    } else if (is(reading, at, IS.subordinator) && at > from && textAt(reading, at - 1) !== ',') return undefined;
  }
  return undefined;
}

/** The first word of a verb group that ends at a verb: "has also repeatedly" of "has also repeatedly said". */
export function verbGroupStart(reading: Reading, floor: number, verb: number): number {
  let at = verb;
  while (at > floor) {
    const isPart = is(reading, at - 1, IS.auxiliary) || isAdverb(reading, at - 1);
    if (!isPart) break;
    at--;
  }
  // An adverb that begins the clause ("Later he", "Still") is none of the group's; but then the subject stands behind it.
  return at;
}

/** Whether a word is an adverb by the list or by its ending. */
export function isAdverb(reading: Reading, at: number): boolean {
  if (is(reading, at, IS.adverb) && !is(reading, at, IS.determiner)) return true;
  const { kind, text } = tokenAt(reading.tokens, at);
  return (
    kind === 'word' &&
    text.length > 4 &&
    text.endsWith('ly') &&
    !/^(?:family|ally|rally|reply|Italy|July|bully|supply|early)$/i.test(text) &&
    !isCapital(reading, at)
  );
}
