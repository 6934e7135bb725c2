import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Drawer } from '../../ports';
import type { Timer } from './fetchPort';

/** Answers kept on disk, by the address that gave them. */
export interface AnswerCache {
  /** The answer, where it is kept and young enough. */
  get(url: string): Promise<string | undefined>;
  put(url: string, text: string): Promise<void>;
}

/** How long an answer is good for, in milliseconds: descriptions and first sentences change seldom. */
const MONTH = 30 * 24 * 60 * 60 * 1000;
/** How many answers are kept; beyond, the oldest go. */
const MOST_ANSWERS = 500;
const PREFIX = 'answer-';

interface Kept {
  readonly at: number;
  readonly url: string;
  readonly text: string;
}

/**
 * @param drawer where the answers are kept
 * @param onError told of a drawer that fails: then answers are asked for again, and nothing else is lost
 */
export function createAnswerCache(
  drawer: Drawer,
  timer: Timer,
  onError: (error: unknown) => void = () => undefined,
): AnswerCache {
  const nameOf = (url: string) => `${PREFIX}${bytesToHex(sha256(utf8ToBytes(url))).slice(0, 32)}.json`;
  let puts = 0;
  return {
    async get(url) {
      try {
        const kept = keptIn(await drawer.read(nameOf(url)));
        return kept && kept.url === url && timer.now() - kept.at < MONTH ? kept.text : undefined;
      } catch (error) {
        onError(error);
        return undefined;
      }
    },
    async put(url, text) {
      try {
        const kept: Kept = { at: timer.now(), url, text };
        await drawer.write(nameOf(url), JSON.stringify(kept));
        if (puts++ % 50 === 0) await prune(drawer);
      } catch (error) {
        onError(error);
      }
    },
  };
}

async function prune(drawer: Drawer): Promise<void> {
  const names = await drawer.list(PREFIX);
  if (names.length <= MOST_ANSWERS) return;
  const ages = await Promise.all(
    names.map(async (name) => ({ name, at: keptIn(await drawer.read(name))?.at ?? Number.NEGATIVE_INFINITY })),
  );
  const oldest = ages.sort((a, b) => a.at - b.at).slice(0, names.length - MOST_ANSWERS);
  for (const { name } of oldest) await drawer.remove(name);
}

/** What an entry of the drawer holds; undefined for one that is damaged. */
function keptIn(entry: string | undefined): Kept | undefined {
  if (entry === undefined) return undefined;
  try {
    const { at, url, text } = JSON.parse(entry) as Partial<Kept>;
    if (typeof at !== 'number' || typeof url !== 'string' || typeof text !== 'string') return undefined;
    return { at, url, text };
  } catch {
    // Half an answer is none: it is asked for again.
    return undefined;
  }
}
