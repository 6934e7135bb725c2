import { writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector/promises';
import path from 'node:path';
import process from 'node:process';

/** Time between two looks at what the thread does, in microseconds. */
const EVERY = 250;

/** What the extension itself does in some time, in milliseconds. */
export interface Own {
  readonly time: number;
  /** The longest that it went on without a pause. */
  readonly longest: number;
}

/**
 * How much of what the extension host does is the extension's own: looks four thousand times a second whether one of its
 * functions is at work, or something that it called, garbage collection on the way included. All else there is the editor's:
 * it looks for ports to forward, packs and unpacks messages, tidies up its memory.
 */
export class OwnTime {
  readonly #session = new Session();
  readonly #file: string;
  readonly #spans: (readonly [number, number])[] = [];
  #from = 0;

  /** @param file how the files end that the extension's functions come from */
  constructor(file: string) {
    this.#file = file;
  }

  async begin(): Promise<void> {
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.setSamplingInterval', { interval: EVERY });
    await this.#session.post('Profiler.start');
  }

  /** A stretch begins. */
  start(): void {
    this.#from = microseconds();
  }

  /** It ends. */
  stop(): void {
    this.#spans.push([this.#from, microseconds()]);
  }

  /**
   * Ends the looking. Where NEWSMARK_PROFILE names a folder, all is written into a file there, as Chrome's and VS Code's tools
   * read it.
   * @returns what was done in each stretch
   */
  async end(name: string): Promise<Own[]> {
    const { profile } = await this.#session.post('Profiler.stop');
    this.#session.disconnect();
    const folder = process.env.NEWSMARK_PROFILE;
    if (folder) writeFileSync(path.join(folder, name), JSON.stringify({ ...profile, spans: this.#spans }));
    const looks = looksIn(profile, this.#file);
    return this.#spans.map(([from, to]) => ownIn(looks.filter(({ at }) => at >= from && at < to)));
  }
}

/** What was at work at one moment, in microseconds, and how long until the next one. */
interface Look {
  readonly at: number;
  readonly length: number;
  readonly isOwn: boolean;
}

function looksIn({ nodes, samples = [], timeDeltas = [], startTime }: Profiler.Profile, file: string): Look[] {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const known = new Map<number, boolean>();
  const isWithin = (id: number): boolean => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const parent = parents.get(id);
    const isOwn = frames.get(id)?.url.endsWith(file) === true || (parent !== undefined && isWithin(parent));
    known.set(id, isOwn);
    return isOwn;
  };
  let [at, wasOwn] = [startTime, false];
  return samples.map((id, index) => {
    at += timeDeltas[index] ?? 0;
    // Who is interrupted by the collection of garbage has made it.
    const isOwn = frames.get(id)?.functionName === '(garbage collector)' ? wasOwn : isWithin(id);
    wasOwn = isOwn;
    // A thread that other programs keep from running is not looked at: that time is nobody's.
    return { at, length: Math.min(timeDeltas[index + 1] ?? EVERY, 2 * EVERY), isOwn };
  });
}

function ownIn(looks: readonly Look[]): Own {
  let [time, longest, run] = [0, 0, 0];
  for (const { length, isOwn } of looks) {
    run = isOwn ? run + length : 0;
    if (isOwn) time += length;
    longest = Math.max(longest, run);
  }
  return { time: time / 1000, longest: longest / 1000 };
}

/** The clock that profiles are told by. */
function microseconds(): number {
  return Number(process.hrtime.bigint() / 1000n);
}
