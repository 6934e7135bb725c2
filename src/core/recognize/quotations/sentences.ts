import { tokenAt } from '../words/tokens';
import { isMark, lastInside, type MarkPair } from './marks';
import { isCapital, isFiniteVerb, type Reading, textAt } from './reading';

/** A stretch of tokens `[from, to)`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr gen lt col maj capt sgt adm sen rep sens reps gov rev prof st mt jr sr hon pres supt fr no vs vol inc co ' +
    'corp ltd dept jan feb aug sept sep oct nov dec ave blvd gens atty messrs ala ariz ark calif colo conn del fla ga ill ind ' +
    'kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo approx est'
  ).split(' '),
);

const OPENERS = new Set(
  'the a an in on at he she it they we but and this that these those as for if when while after before with his her its their i'.split(
    ' ',
  ),
);

/**
 * Words and signs of the longest sentence, a quotation counting as one. What is longer is no sentence but a table or
 * noise, and is cut: each verb may look at its whole sentence, so this bounds what it costs.
 */
const LONGEST = 120;

/**
 * Sentences of a passage, words in quotation marks taken as one word of the sentence they stand in: a full stop within
 * them ends it only where the quotation ends with it.
 */
export function sentencesOf(reading: Reading): Stretch[] {
  const { tokens, pairs, pairAt } = reading;
  const found: Stretch[] = [];
  let from = 0;
  let length = 0;
  for (let at = 0; at < tokens.length; at++) {
    const pair = pairs[pairAt[at] ?? -1];
    if (pair) at = Math.min(pair.close, tokens.length - 1);
    const isEnd = pair ? endsWithQuotation(reading, pair) : endsWithStop(reading, at);
    if (!isEnd && ++length < LONGEST) continue;
    found.push({ from, to: at + 1 });
    from = at + 1;
    length = 0;
  }
  if (from < tokens.length) found.push({ from, to: tokens.length });
  return found;
}

function endsWithStop(reading: Reading, at: number): boolean {
  const { text } = tokenAt(reading.tokens, at);
  if (text !== '.' && text !== '!' && text !== '?' && text !== '…') return false;
  const next = tokenAt(reading.tokens, at + 1);
  if (next.text === '') return true;
  if (next.glued && !isMark(next)) return false;
  if (!beginsSentence(reading, at + 1)) return false;
  if (text !== '.') return text !== '…' || isCapital(reading, at + 1);
  const before = tokenAt(reading.tokens, at - 1);
  if (ABBREVIATIONS.has(before.lower)) return false;
  // Initials: "Donald J. Trump", "the U.S. Senate"; but "in the U.S. The …".
  return !(before.text.length === 1 && /^\p{Lu}$/u.test(before.text)) || OPENERS.has(next.lower);
}

function endsWithQuotation(reading: Reading, pair: MarkPair): boolean {
  const { tokens } = reading;
  const { close } = pair;
  if (close >= tokens.length - 1) return true;
  const last = textAt(reading, lastInside(tokens, pair));
  if (!/^[.!?…]$/.test(last) || !beginsSentence(reading, close + 1) || isSigned(reading, close + 1)) return false;
  return last === '.' || !isAttributed(reading, close + 1);
}

/** "“…” — Jane Doe": whose words they are, behind a dash. */
export function isSigned(reading: Reading, at: number): boolean {
  return /^[—―–]$/.test(textAt(reading, at)) && isCapital(reading, at + 1);
}

const LONGEST_SPEAKER = 12;

/** "“Why?” Smith asked." A verb of speaking follows soon, with nothing but its subject before it. */
function isAttributed(reading: Reading, from: number): boolean {
  for (let at = from; at < from + LONGEST_SPEAKER; at++) {
    const { kind, text } = tokenAt(reading.tokens, at);
    if (reading.cues[at]?.cue.speaks && !isCapital(reading, at)) return true;
    if (kind === 'sign' && text !== ',') return false;
    if (isFiniteVerb(reading, at)) return false;
  }
  return false;
}

function beginsSentence(reading: Reading, at: number): boolean {
  const token = tokenAt(reading.tokens, at);
  if (isMark(token) || token.text === '[' || token.text === '(') return true;
  return token.kind === 'number' || isCapital(reading, at) || /^[—–•*-]$/.test(token.text);
}
