import { parseArgs } from 'node:util';
import { hostileSidecar, tryHostile } from '../support/hostileSidecars';
import { seeded } from './support/random';
import { finish, printTable } from './support/report';

/**
 * Spoils a sidecar in many ways and reads it: `npm run bench:hostile -- [--count 50000] [--seed 1]`. Each is read
 * rightly in full, as another strict parser reads it, or is broken and left alone; anything else ends the run with the
 * seed that shows it.
 */
const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } }, strict: false });
const count = Number(values.count ?? 50_000);
const first = Number(values.seed ?? 1);

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const kinds = { ok: 0, newer: 0, broken: 0 };
  const failures: number[] = [];
  let slowest = { seed: first, time: 0, length: 0 };
  const started = performance.now();
  for (let seed = first; seed < first + count; seed++) {
    const raw = hostileSidecar(seeded(seed));
    const before = performance.now();
    try {
      kinds[await tryHostile(raw)]++;
    } catch (error) {
      failures.push(seed);
      console.error(`seed ${seed}:`, error);
    }
    const time = performance.now() - before;
    if (time > slowest.time) slowest = { seed, time, length: raw.length };
  }
  const seconds = (performance.now() - started) / 1000;

  printTable(
    ['outcome', 'sidecars'],
    [
      ['read rightly in full', kinds.ok],
      ['left to a newer version', kinds.newer],
      ['broken, left alone', kinds.broken],
      ['WRONG', failures.length],
    ],
  );
  console.log(
    `slowest: seed ${slowest.seed}, ${slowest.time.toFixed(1)} ms for ${slowest.length} characters, all checks in`,
  );
  finish('hostile', { count, first, ...kinds, failures, seconds, slowest });
  process.exitCode = failures.length > 0 ? 1 : 0;
}
