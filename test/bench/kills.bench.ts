/**
 * Kills a process that saves in a loop, again and again: `npm run bench:kills -- [--kills 500] [--seed 1]`.
 * After each kill the sidecar has to be whole, the old version or the new one.
 */
import { parseArgs } from 'node:util';
import { killSavers } from '../support/faults/kills.ts';
import { seeded } from './support/random.ts';
import { finish, REPORT_OPTIONS } from './support/report.ts';

const { values } = parseArgs({
  options: {
    ...REPORT_OPTIONS,
    kills: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
});

async function main(): Promise<void> {
  const random = seeded(Number(values.seed));
  const { kills, saves, losses, left } = await killSavers(Number(values.kills), () => random.next() * 40);
  for (const loss of losses) console.log(loss);
  console.log(
    `${kills} kills in ${saves} saves: ${losses.length} sidecars broken or incomplete, ${left.length} files left.`,
  );
  finish('kills', { kills, saves, losses: losses.length, left: left.length });
  process.exitCode = losses.length > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
