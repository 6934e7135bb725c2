import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPlaceMatcher } from '../../../../src/core/text/closestPlace';

/** The fewest edits between two texts, by the book. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const across = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(across, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function fewestAnywhere(pattern: string, text: string): number {
  let fewest = Number.POSITIVE_INFINITY;
  for (let start = 0; start <= text.length; start++)
    for (let end = start; end <= text.length; end++)
      fewest = Math.min(fewest, distance(pattern, text.slice(start, end)));
  return fewest;
}

describe('the closest place', () => {
  it('has as few errors as any place, and is told with the errors it has', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ab '), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(letters, fc.string({ unit: fc.constantFrom(...'abc '), maxLength: 14 }), (pattern, text) => {
        const place = createPlaceMatcher(pattern).closest(text, pattern.length - 1);
        const fewest = fewestAnywhere(pattern, text);
        if (!place) assert.ok(fewest >= pattern.length);
        else {
          assert.equal(place.errors, fewest);
          assert.equal(distance(pattern, text.slice(place.start, place.end)), fewest);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is found for patterns of any length, with the errors that they were given', () => {
    const words = fc.array(fc.constantFrom('Putin', 'met', 'Xi', 'in', 'Beijing', 'again', 'and'), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, fc.array(fc.nat(), { maxLength: 4 }), (parts, spoiled) => {
        const pattern = parts.join(' ');
        const spoilt = spoiled.reduce((text, at) => {
          const place = at % text.length;
          return `${text.slice(0, place)}#${text.slice(place + 1)}`;
        }, pattern);
        const text = `${'. '.repeat(30)}${spoilt}${' .'.repeat(30)}`;
        const place = createPlaceMatcher(pattern).closest(text, spoiled.length);
        assert.ok(place, spoilt);
        assert.ok(place.errors <= spoiled.length);
        assert.equal(distance(pattern, text.slice(place.start, place.end)), place.errors);
      }),
      { numRuns: 300 },
    );
  });

  it('is none where every place has more errors than are of interest', () => {
    assert.equal(createPlaceMatcher('Beijing').closest('Washington', 3), undefined);
    assert.equal(createPlaceMatcher('Beijing').closest('', 3), undefined);
  });
});
