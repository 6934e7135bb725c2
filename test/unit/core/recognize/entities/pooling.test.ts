import assert from 'node:assert/strict';
import { type Ballot, KINDS, PAIR } from '../../../../../src/core/recognize/entities/tagger/ballot';
import type { Stretch } from '../../../../../src/core/recognize/entities/tagger/decoder';
import { LABEL_COUNT } from '../../../../../src/core/recognize/entities/tagger/labels';
import { evidenceFor, pooledScores } from '../../../../../src/core/recognize/entities/tagger/pooling';
import { Votes } from '../../../../../src/core/recognize/entities/tagger/votes';

const WORDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

/** Votes of a passage in which each of these words is telling. */
function ballotOf(places: readonly number[]): Ballot {
  const of = (place: number) => WORDS[place] ?? '';
  return {
    places: Int32Array.from(places),
    words: places.map(of),
    pairs: places.map((place, entry) => (places[entry + 1] === place + 1 ? `${of(place)} ${of(place + 1)}` : '')),
    wordVotes: Uint8Array.from({ length: places.length * KINDS }, (_, cell) => (cell * 37) % 129),
    pairVotes: Uint8Array.from({ length: places.length * PAIR }, (_, cell) => (cell * 53) % 129),
  };
}

describe('what the rest of an article says of a passage', () => {
  it('is the same for words in question, whichever words are', () => {
    const ballot = ballotOf([0, 1, 2, 4, 5, 6, 7, 9]);
    const votes = new Votes<string>();
    votes.add(ballot, 'here', 1, false);
    votes.add(ballotOf([1, 2, 3, 5, 6, 7, 8, 9]), 'elsewhere', 2, false);
    const evidence = evidenceFor(ballot, votes);
    const pooled = (stretches: readonly Stretch[]) => {
      const words = stretches.flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index));
      const scores = Float32Array.from({ length: words.length * LABEL_COUNT }, (_, cell) => {
        return (words[Math.floor(cell / LABEL_COUNT)] ?? 0) + (cell % LABEL_COUNT);
      });
      const result = pooledScores({ stretches, scores }, ballot, evidence);
      return new Map(words.map((word, row) => [word, [...result.slice(row * LABEL_COUNT, (row + 1) * LABEL_COUNT)]]));
    };
    const all = pooled([[0, WORDS.length]]);
    const cuts: (readonly Stretch[])[] = [
      [
        [0, 2],
        [2, 3],
        [5, 7],
      ],
      [
        [1, 4],
        [6, 10],
      ],
      [
        [3, 5],
        [5, 6],
        [7, 8],
      ],
      [
        [2, 3],
        [8, 10],
      ],
    ];
    for (const stretches of cuts) for (const [word, row] of pooled(stretches)) assert.deepEqual(row, all.get(word));
  });
});
