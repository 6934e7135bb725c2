import { writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector/promises';
import path from 'node:path';

/** Whose code took the time of a thread: parts of it that add up to 1. */
export interface Shares {
  /** The extension's own functions, and the engine's work for them. */
  readonly extension: number;
  /** VS Code's, most of them called by the extension. */
  readonly editor: number;
  /** Node.js's own: reading files, compiling them. */
  readonly node: number;
  /** Collecting garbage, and what can't be told. */
  readonly engine: number;
}

/** Microseconds between two looks. */
const INTERVAL = 100;

/**
 * Looks often at what this thread does while a job runs. NEWSMARK_PROFILE names a folder for what was seen, as Chrome's and
 * VS Code's tools read it.
 * @param folder where the extension is
 */
export async function sharesOf(folder: string, job: () => Promise<void>): Promise<Shares> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.post('Profiler.start');
  await job();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const kept = process.env.NEWSMARK_PROFILE;
  if (kept) writeFileSync(path.join(kept, 'activation.cpuprofile'), JSON.stringify(profile));
  return sharesIn(profile, folder);
}

function sharesIn({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, folder: string): Shares {
  const ownerOf = new Map(nodes.map(({ id, callFrame }) => [id, owner(callFrame, folder)]));
  const times = { extension: 0, editor: 0, node: 0, engine: 0 };
  samples.forEach((id, index) => {
    const who = ownerOf.get(id);
    if (who) times[who] += timeDeltas[index + 1] ?? 0;
  });
  const all = Object.values(times).reduce((sum, time) => sum + time, 0) || 1;
  const share = (time: number) => time / all;
  return {
    extension: share(times.extension),
    editor: share(times.editor),
    node: share(times.node),
    engine: share(times.engine),
  };
}

/** @returns undefined where the thread rests */
function owner(
  { url, functionName }: { readonly url: string; readonly functionName: string },
  folder: string,
): keyof Shares | undefined {
  if (functionName === '(idle)' || functionName === '(root)') return undefined;
  if (functionName.startsWith('(')) return 'engine';
  if (url.startsWith('node:') || url === '') return 'node';
  return url.includes(folder) ? 'extension' : 'editor';
}
