import assert from 'node:assert/strict';
import type { Annotation } from '../../../../../src/core/annotation/annotation';
import { Text } from '../../../../../src/core/text/text';
import { lastLine, lastPlace } from '../../../../../src/vscode/features/orphans/orphanPlace';

/** An annotation whose words stood at these code points. */
function orphan(start: number, end: number): Annotation {
  const quote = { quote: 'x', prefix: '', suffix: '' };
  return { id: 'o', start: 0, end: 0, ...quote, label: 'ORG', status: 'accepted', orphan: { start, end } };
}

describe('the place of an annotation that is not in the text', () => {
  it('is where its words stood last, and their line without the space around', () => {
    const text = Text.of('😀 First line\n  Second line  \n');
    assert.deepEqual(lastPlace(text, orphan(2, 7)), { start: 3, end: 8 });
    const { start, end } = lastLine(text, orphan(15, 21));
    assert.equal(text.slice(start, end), 'Second line');
  });

  it('is found for thousands in a long text while nobody waits', () => {
    const text = Text.of('Words of a line, and 😀.\n'.repeat(80_000));
    const started = performance.now();
    for (let at = 0; at < 2_000; at++) lastLine(text, orphan(at * 800, at * 800 + 5));
    const took = performance.now() - started;
    assert.ok(took < 1_500, `${Math.round(took)} ms`);
  });
});
