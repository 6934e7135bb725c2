import { type Ballot, KINDS, kindOfLabel, PAIR, WHOLE } from './ballot';
import type { OpenWords } from './decoder';
import { LABEL_COUNT } from './labels';
import type { Total, Votes } from './votes';

/** How much the rest of the article weighs: of one word, and of two words in a row. */
const WORD_TRUST = 0.45;
const PAIR_TRUST = 0.3;
/** Occurrences elsewhere at which half of that trust is reached; from the most on, more say no more. */
const HALF_AT = 1;
const MOST_OTHERS = 60;
/** What an outcome counts that was met nowhere: no single article rules a reading out. */
const FLOOR = 0.04;
/** Shares are told apart this finely: what a single paragraph changes of many votes changes nothing. */
const STEPS = 128;

const WORD_TRUSTS = trusts(WORD_TRUST);
const PAIR_TRUSTS = trusts(PAIR_TRUST);
const LOGARITHMS = Float64Array.from({ length: STEPS + 1 }, (_, step) => Math.log(step / STEPS + FLOOR));

function trusts(trust: number): Float64Array {
  return Float64Array.from({ length: MOST_OTHERS + 1 }, (_, others) => (trust * others) / (others + HALF_AT));
}

/** Bytes of a telling word's evidence: others that have the word, shares of kinds, others that have the pair, shares. */
const PAIR_AT = 1 + KINDS;
const ROW = PAIR_AT + 1 + PAIR;

/**
 * What the rest of an article says of a passage's telling words, as far as it counts: passages of the same evidence are
 * read alike.
 */
export function evidenceFor<T>(ballot: Ballot, votes: Votes<T>): Uint8Array {
  const evidence = new Uint8Array(ballot.words.length * ROW);
  ballot.words.forEach((word, entry) => {
    const row = entry * ROW;
    writeShares(evidence, row, votes.word(word), ballot.wordVotes, entry * KINDS, KINDS);
    const pair = ballot.pairs[entry] ?? '';
    if (pair !== '') writeShares(evidence, row + PAIR_AT, votes.pair(pair), ballot.pairVotes, entry * PAIR, PAIR);
  });
  return evidence;
}

/** How many others there are, then the shares of their votes that each outcome has. */
function writeShares<T>(
  evidence: Uint8Array,
  at: number,
  total: Total<T> | undefined,
  own: Uint8Array,
  from: number,
  size: number,
): void {
  const others = (total?.count ?? 0) - 1;
  if (!total || others < 1) return;
  evidence[at] = Math.min(others, MOST_OTHERS);
  for (let cell = 0; cell < size; cell++) {
    const share = ((total.votes[cell] ?? 0) - (own[from + cell] ?? 0)) / (others * WHOLE);
    // Votes are rounded: those of all outcomes may be a little more than one.
    evidence[at + 1 + cell] = Math.min(STEPS, Math.round(share * STEPS));
  }
}

/**
 * Scores with the rest of the article in sight: what a word is elsewhere, alone and with its neighbors, makes it likelier
 * to be here too ("Sher" follows "Nathaniel Sher"; "Costa Rica" is one name). In the spirit of non-local features
 * (Ratinov and Roth 2009; Krishnan and Manning 2006), as log-linear pooling of probabilities; time linear in the text.
 * @param open words whose scores are asked for: rows of LABEL_COUNT
 */
export function pooledScores({ stretches, scores }: OpenWords, { places }: Ballot, evidence: Uint8Array): Float32Array {
  const result = scores.slice();
  let entry = 0;
  let first = 0;
  for (const [from, to] of stretches) {
    // The word before may make a pair with the first.
    while ((places[entry] ?? to) < from - 1) entry++;
    for (; (places[entry] ?? to) < to; entry++) {
      const word = (places[entry] ?? 0) - from;
      if (word >= 0) addWord(result, (first + word) * LABEL_COUNT, evidence, entry * ROW);
      addPair(result, first + word, evidence, entry * ROW + PAIR_AT, word < 0, from + word + 1 < to);
    }
    // A word may end one stretch and stand before the next.
    if (entry > 0) entry--;
    first += to - from;
  }
  return result;
}

/** Adds what is known of a telling word to its row of scores. */
function addWord(scores: Float32Array, row: number, evidence: Uint8Array, at: number): void {
  const trust = WORD_TRUSTS[evidence[at] ?? 0] ?? 0;
  if (trust === 0) return;
  for (let label = 0; label < LABEL_COUNT; label++) {
    const step = evidence[at + 1 + kindOfLabel(label)] ?? 0;
    scores[row + label] = (scores[row + label] ?? 0) + trust * (LOGARITHMS[step] ?? 0);
  }
}

/** Adds what is known of a telling word and the next to the rows of both, as far as they are in the stretch. */
function addPair(
  scores: Float32Array,
  word: number,
  evidence: Uint8Array,
  at: number,
  isBefore: boolean,
  hasNext: boolean,
): void {
  const trust = PAIR_TRUSTS[evidence[at] ?? 0] ?? 0;
  if (trust === 0) return;
  const row = word * LABEL_COUNT;
  for (let cell = isBefore ? LABEL_COUNT : 0; cell < (hasNext ? PAIR : LABEL_COUNT); cell++) {
    const step = evidence[at + 1 + cell] ?? 0;
    scores[row + cell] = (scores[row + cell] ?? 0) + trust * (LOGARITHMS[step] ?? 0);
  }
}
