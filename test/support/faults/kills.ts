import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readSidecar } from '../../../src/core/sidecar/read.ts';
import { until } from '../until.ts';
import { bundleDecider, startDecider, temporaryFolder } from './processes.ts';

/** What came of killing a process that saves in a loop. */
export interface Kills {
  readonly kills: number;
  /** Saves that the killed processes had told of. */
  readonly saves: number;
  /** Kills after which the sidecar was not one whole version, or lacked a decision that was told to be saved. */
  readonly losses: readonly string[];
  /** Files that were left beside the sidecar at the end. */
  readonly left: readonly string[];
}

/**
 * Kills (SIGKILL) a process that saves decisions in a loop, at random moments, again and again on the same sidecar; after
 * each kill the sidecar must be the old or the new version, whole, with all that was told to be saved.
 * @param moment draws how many milliseconds after its first save a process lives
 */
export async function killSavers(kills: number, moment: () => number): Promise<Kills> {
  const { folder, remove } = await temporaryFolder();
  try {
    const file = await bundleDecider(folder);
    const losses: string[] = [];
    let saves = 0;
    let sidecar = '';
    for (let kill = 0; kill < kills; kill++) {
      // A fresh file now and then: long ones take all their time to be read and written.
      if (kill % 50 === 0) sidecar = path.join(folder, `story-${kill}.txt.newsmark.json`);
      const decider = startDecider(file, [sidecar, 'a', '20000']);
      await until('the first save', () => decider.lines.length > 0, 30_000);
      await new Promise((resolve) => setTimeout(resolve, moment()));
      decider.child.kill('SIGKILL');
      await decider.ended;
      saves += decider.lines.length;
      const loss = lossIn(sidecar, decider.lines.at(-1) ?? '');
      if (loss) losses.push(`kill ${kill}: ${loss}`);
    }
    return { kills, saves, losses, left: readdirSync(folder).filter((name) => name.startsWith('.')) };
  } finally {
    await remove();
  }
}

function lossIn(sidecar: string, lastLine: string): string | undefined {
  if (!existsSync(sidecar)) return 'the sidecar is gone';
  const reading = readSidecar(readFileSync(sidecar, 'utf8'));
  if (reading.kind !== 'ok') return `the sidecar is ${reading.kind}`;
  const ids = new Set(reading.sidecar.annotations.map(({ id }) => id));
  const last = Number(/^saved (\d+)$/.exec(lastLine)?.[1] ?? -1);
  for (let number = 0; number <= last; number++) if (!ids.has(`a-${number}`)) return `decision ${number} is lost`;
  return undefined;
}
