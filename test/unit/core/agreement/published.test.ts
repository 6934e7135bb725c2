import assert from 'node:assert/strict';
import {
  cohensKappa,
  coincidences,
  confusion,
  fleissKappa,
  fleissTally,
  nominalAlpha,
  pairKey,
} from '../../../../src/core/agreement/nominal';
import { type Continuum, unitizedAlpha, unitizedDisagreement } from '../../../../src/core/agreement/unitized';

function near(actual: number, expected: number, digits: number): void {
  assert.ok(Math.abs(actual - expected) < 0.5 * 10 ** -digits, `${actual} is not ${expected}`);
}

/** Krippendorff 2004, figure 3: units from 150 to 450, [begin, length] by observer. */
function continuum(first: readonly [number, number][], second: readonly [number, number][]): Continuum {
  const units = (list: readonly [number, number][]) =>
    list.map(([begin, length]) => ({ start: begin - 150, end: begin - 150 + length }));
  return { length: 300, raters: [units(first), units(second)] };
}

describe('agreement, against published worked examples', () => {
  it('has Cohen’s kappa of two psychiatrists and three diagnoses (Cohen 1968, Psychological Bulletin 70, table 1)', () => {
    // Of 200 patients: personality disorder, neurosis, psychosis.
    const rows = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    const cells = rows.flatMap((row, a) => row.map((count, b) => [pairKey(String(a), String(b)), count] as const));
    near(cohensKappa(new Map(cells)), 0.492, 3);
  });

  it('has Fleiss’ kappa of thirty patients and six psychiatrists (Fleiss 1971, Psychological Bulletin 76, table 1)', () => {
    // Each patient's five counts: depression, personality disorder, schizophrenia, neurosis, other.
    const patients =
      '00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031 ' +
      '00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006';
    const ratings = patients
      .split(' ')
      .map((row) => [...row].flatMap((count, category) => new Array<string>(Number(count)).fill(String(category))));
    assert.ok(ratings.every(({ length }) => length === 6));
    near(fleissKappa([fleissTally(ratings)]), 0.43, 3);
  });

  it('has Cohen’s kappa of 2 × 2 tables (the examples of Wikipedia’s “Cohen’s kappa”)', () => {
    const table = (a: number, b: number, c: number, d: number) =>
      cohensKappa(
        new Map([
          [pairKey('yes', 'yes'), a],
          [pairKey('yes', 'no'), b],
          [pairKey('no', 'yes'), c],
          [pairKey('no', 'no'), d],
        ]),
      );
    near(table(20, 5, 10, 15), 0.4, 4);
    near(table(45, 15, 25, 15), 0.1304, 4);
    near(table(25, 35, 5, 35), 0.2593, 4);
    near(cohensKappa(confusion(['a', 'b', 'a', 'b'], ['a', 'b', 'b', 'b'])), 0.5, 4);
  });

  it('has Fleiss’ kappa of ten subjects and fourteen raters (the example of Wikipedia’s “Fleiss’ kappa”)', () => {
    const rows = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    const ratings = rows.map((row) =>
      row.flatMap((count, category) => new Array<string>(count).fill(String(category))),
    );
    near(fleissKappa([fleissTally(ratings)]), 0.21, 3);
    // Sums of parts are the whole: what the bootstrap rests on.
    near(
      fleissKappa([fleissTally(ratings.slice(0, 4)), fleissTally(ratings.slice(4))]),
      fleissKappa([fleissTally(ratings)]),
      12,
    );
  });

  it('has Krippendorff’s nominal alpha, with ratings missing (Krippendorff 2011, Computing Alpha-Reliability, example C)', () => {
    const byUnit = (...coders: string[]) =>
      Array.from({ length: coders[0]?.length ?? 0 }, (_, unit) =>
        coders.map((coder) => coder[unit] ?? '.').filter((rating) => rating !== '.'),
      );
    const four = byUnit('123321412...', '1233224125.3', '.3332342251.', '12332441251.');
    near(nominalAlpha(coincidences(four)), 0.743, 3);
    // The example of Wikipedia’s “Krippendorff’s alpha”.
    const three = byUnit('.....34121133.3', '1.213343.......', '..21344.21133.4');
    near(nominalAlpha(coincidences(three)), 0.691, 3);
  });

  it('has Krippendorff’s unitized alpha (Krippendorff 2004, Quality & Quantity 38, figure 3)', () => {
    const c = continuum(
      [
        [225, 70],
        [370, 30],
      ],
      [
        [220, 80],
        [355, 20],
        [400, 20],
      ],
    );
    const k = continuum(
      [
        [180, 60],
        [300, 50],
      ],
      [
        [180, 60],
        [300, 50],
      ],
    );
    const [ofC, ofK] = [unitizedDisagreement([c]), unitizedDisagreement([k])];
    near(ofC.observed, 0.0144, 4);
    near(ofC.expected, 0.0532, 4);
    near(unitizedAlpha([ofC]), 0.7285, 3);
    assert.equal(ofK.observed, 0);
    near(ofK.expected, 0.049, 4);
    assert.equal(unitizedAlpha([ofK]), 1);
    near(unitizedAlpha([ofC, ofK]), 0.8587, 3);
  });
});
