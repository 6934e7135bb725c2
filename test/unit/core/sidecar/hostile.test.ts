import assert from 'node:assert/strict';
import { seeded } from '../../../bench/support/random';
import { hostileSidecar, SOUND, tryHostile } from '../../../support/hostileSidecars';

/** `npm run bench:hostile` does the same many times more often, with seeds of one's own. */
describe('a spoiled sidecar', () => {
  it('is read rightly in full, or is broken and left alone: 3,000 of them', async () => {
    assert.equal(await tryHostile(SOUND), 'ok');
    const kinds = { ok: 0, newer: 0, broken: 0 };
    for (let seed = 1; seed <= 3000; seed++) {
      const raw = hostileSidecar(seeded(seed));
      const kind = await tryHostile(raw).catch((error: unknown) => {
        throw new Error(`seed ${seed}: ${JSON.stringify(raw.slice(0, 4000))}`, { cause: error });
      });
      kinds[kind]++;
    }
    assert.ok(kinds.ok > 200 && kinds.broken > 1000, JSON.stringify(kinds));
  }).timeout(60_000);
});
