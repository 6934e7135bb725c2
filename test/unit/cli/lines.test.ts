import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesOf } from '../../../src/cli/lines';

async function lines(...chunks: (string | Uint8Array)[]): Promise<string[]> {
  async function* stream() {
    yield* chunks;
  }
  const found: string[] = [];
  for await (const line of linesOf(stream())) found.push(line);
  return found;
}

describe('the lines of a stream', () => {
  it('end with LF or CRLF alone', async () => {
    assert.deepEqual(await lines('a\u2028b\rc\u0085\nd\r\n\ne'), ['a\u2028b\rc\u0085', 'd', '', 'e']);
    assert.deepEqual(await lines('a\n'), ['a']);
    assert.deepEqual(await lines(), []);
  });

  it('are the same however the bytes come in pieces', async () => {
    const word = fc.constantFrom('a', '\n', '\r\n', '\r', 'é', '😀', '\u2028', '{"x":1}');
    await fc.assert(
      fc.asyncProperty(fc.array(word), fc.array(fc.nat(12), { maxLength: 20 }), async (words, cuts) => {
        const text = words.join('');
        const bytes = new TextEncoder().encode(text);
        const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
        const pieces = places.slice(1).map((end, index) => bytes.slice(places[index], end));
        const expected = text.split('\n').map((line) => line.replace(/\r$/, ''));
        if (text === '' || text.endsWith('\n')) expected.pop();
        assert.deepEqual(await lines(...pieces), expected);
      }),
    );
  });
});
