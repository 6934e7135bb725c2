import assert from 'node:assert/strict';
import fc from 'fast-check';
import { agreementOf } from '../../../../src/core/agreement/agreement';
import { estimate } from '../../../../src/core/agreement/bootstrap';
import { type LabelSpan, type RatedArticle, tokenLabels } from '../../../../src/core/agreement/rated';
import { pairSpans, spanF1, spanTally } from '../../../../src/core/agreement/spans';
import { merged, unitizedDisagreement } from '../../../../src/core/agreement/unitized';

const span = (start: number, end: number, label = 'A'): LabelSpan => ({ start, end, label });

describe('agreement on spans', () => {
  it('counts strict, partial and type as SemEval-2013 does', () => {
    const first = [span(0, 5), span(10, 15), span(20, 25, 'B'), span(30, 35)];
    const second = [span(0, 5), span(12, 18), span(20, 25, 'C'), span(50, 55)];
    assert.deepEqual(spanTally(first, second), { first: 4, second: 4, strict: 1, partial: 2.5, type: 2 });
    assert.equal(spanF1([spanTally(first, second)], 'strict'), 0.25);
    assert.equal(spanF1([spanTally(first, second)], 'partial'), 0.625);
    assert.ok(Number.isNaN(spanF1([spanTally([], [])], 'strict')));
  });

  it('pairs what is the same before what overlaps, and each span once', () => {
    const pairs = pairSpans([span(0, 9), span(0, 4)], [span(0, 4), span(2, 6)]);
    assert.deepEqual(pairs, [
      { first: span(0, 9), second: span(2, 6) },
      { first: span(0, 4), second: span(0, 4) },
    ]);
  });

  it('gives a token the label of the longest annotation on it', () => {
    const tokens = [span(0, 3), span(4, 7), span(8, 11)];
    assert.deepEqual(tokenLabels(tokens, [span(0, 7, 'B'), span(4, 7, 'A')]), ['B', 'B', 'O']);
    assert.deepEqual(tokenLabels(tokens, [span(5, 11, 'C')]), ['O', 'C', 'C']);
  });
});

describe('unitized disagreement', () => {
  const anyUnits = fc
    .array(fc.tuple(fc.nat(90), fc.integer({ min: 1, max: 15 })), { maxLength: 6 })
    .map((list) => merged(list.map(([start, length]) => ({ start, end: Math.min(100, start + length) }))));

  it('is what going through all pairs of sections gives', () => {
    fc.assert(
      fc.property(fc.array(anyUnits, { minLength: 2, maxLength: 4 }), (raters) => {
        const { observed, expected } = unitizedDisagreement([{ length: 100, raters }]);
        const slow = byAllPairs(raters, 100);
        assert.ok(Math.abs(observed - slow.observed) < 1e-9, `${observed} ${slow.observed}`);
        assert.ok(Math.abs(expected - slow.expected) < 1e-9, `${expected} ${slow.expected}`);
      }),
    );
  });
});

interface Section {
  readonly begin: number;
  readonly length: number;
  readonly isUnit: boolean;
}

/** Krippendorff's definition word for word: sections, units and gaps alike, each against each. */
function byAllPairs(raters: readonly (readonly { start: number; end: number }[])[], length: number) {
  const all = raters.map((units) => {
    const sections: Section[] = [];
    let at = 0;
    for (const { start, end } of units) {
      if (start > at) sections.push({ begin: at, length: start - at, isUnit: false });
      sections.push({ begin: start, length: end - start, isUnit: true });
      at = end;
    }
    if (at < length) sections.push({ begin: at, length: length - at, isUnit: false });
    return sections;
  });
  const within = (inner: Section, outer: Section) =>
    inner.begin >= outer.begin && inner.begin + inner.length <= outer.begin + outer.length;
  let sum = 0;
  for (const [i, own] of all.entries())
    for (const [j, other] of all.entries())
      for (const u of own)
        for (const v of i === j ? [] : other) {
          const meet = u.begin < v.begin + v.length && v.begin < u.begin + u.length;
          if (u.isUnit && v.isUnit && meet)
            sum += (u.begin - v.begin) ** 2 + (u.begin + u.length - v.begin - v.length) ** 2;
          else if (u.isUnit && !v.isUnit && within(u, v)) sum += u.length ** 2;
          else if (!u.isUnit && v.isUnit && within(v, u)) sum += v.length ** 2;
        }
  const sections = all.flat();
  const units = sections.filter(({ isUnit }) => isUnit);
  const gaps = sections.filter(({ isUnit }) => !isUnit);
  const m = raters.length;
  let above = 0;
  let below = m * length * (m * length - 1);
  for (const { length: l } of units) {
    const room = gaps.reduce((total, gap) => total + (gap.length >= l ? gap.length - l + 1 : 0), 0);
    above += ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * room;
    below -= l * (l - 1);
  }
  return { observed: sum / (m * (m - 1) * length ** 2), expected: ((2 / length) * above) / below };
}

describe('agreement of a corpus', () => {
  const tokens = Array.from({ length: 20 }, (_, index) => ({ start: index * 5, end: index * 5 + 4 }));
  const article = (name: string, ...raters: RatedArticle['raters']): RatedArticle => ({
    name,
    length: 100,
    tokens,
    raters,
  });

  it('is whole where all mark the same', () => {
    const marks = [span(0, 4), span(10, 19, 'B')];
    const found = agreementOf(['a', 'b', 'c'], [article('x', marks, marks, marks), article('y', marks, marks, marks)], {
      draws: 50,
      seed: 1,
    });
    assert.equal(found.pairs.length, 3);
    for (const { value } of [
      found.fleiss,
      found.alpha,
      found.unitized,
      ...found.pairs.flatMap((pair) => [pair.kappa, pair.strict]),
    ])
      assert.ok(Math.abs(value - 1) < 1e-12, String(value));
  });

  it('counts what is taken for what, and articles that one has not seen', () => {
    const found = agreementOf(
      ['a', 'b'],
      [article('x', [span(0, 4), span(10, 14)], [span(0, 4, 'B')]), article('y', [span(0, 4)], undefined)],
      { draws: 0, seed: 1 },
    );
    assert.equal(found.articles, 2);
    assert.equal(found.pairs[0]?.articles, 1);
    assert.deepEqual(found.pairs[0]?.confusions, [
      { first: 'A', second: '', count: 1 },
      { first: 'A', second: 'B', count: 1 },
    ]);
    assert.equal(found.pairs[0]?.strict.low, undefined);
  });

  it('draws the same interval for the same seed, around the figure', () => {
    const tallies = Array.from({ length: 30 }, (_, index) => index % 3);
    const mean = (drawn: readonly number[]) => drawn.reduce((sum, each) => sum + each, 0) / drawn.length;
    const first = estimate(tallies, mean, { draws: 500, seed: 7 });
    assert.deepEqual(estimate(tallies, mean, { draws: 500, seed: 7 }), first);
    assert.notDeepEqual(estimate(tallies, mean, { draws: 500, seed: 8 }), first);
    assert.ok((first.low ?? 1) < 1 && (first.high ?? 1) > 1 && (first.low ?? 0) > 0.6 && (first.high ?? 2) < 1.4);
  });
});
