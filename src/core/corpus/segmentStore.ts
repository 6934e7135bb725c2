import { ByteReader, ByteWriter, DamagedBytesError } from './bytes';
import type { CorpusStore, StoreChange, StoredArticle } from './corpusStore';

/** A folder of files of bytes. */
export interface Blobs {
  /** Names of the files; none where there is no folder yet. */
  list(): Promise<readonly string[]>;
  read(name: string): Promise<Uint8Array>;
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

/** `NMSG` and the version of the layout. */
const MAGIC = 0x4e4d5301;
const NAME = /^corpus-(\d{1,12})\.segment$/;

/** How large a segment gets when others are joined in it, in bytes. */
const LARGEST = 8_000_000;

/** How many small segments there may be. */
const MOST_SMALL = 48;

/** How many articles are handed over at a time. */
const PIECE = 200;

/**
 * An index kept in segments: each write is a file of its own, whose articles stand in place of those of the files before it
 * (as in a log-structured merge tree; O'Neil et al. 1996). A file is whole or, by its checksum, not there. Needs nothing of
 * a file system but whole files, so it works wherever the editor can write.
 */
export function segmentStore(blobs: Blobs): CorpusStore {
  /** For each article the segment that has it. */
  const places = new Map<string, number>();
  const segments = new Map<number, { readonly entries: number; readonly bytes: number }>();
  let last = 0;

  async function numbers(): Promise<number[]> {
    const found = (await blobs.list()).flatMap((name) => NAME.exec(name)?.[1] ?? []);
    return found.map(Number).sort((a, b) => a - b);
  }

  function note(number: number, { put, removed }: StoreChange, bytes: number): void {
    for (const { path } of put) places.set(path, number);
    for (const path of removed) places.delete(path);
    segments.set(number, { entries: put.length + removed.length, bytes });
  }

  async function add(change: StoreChange): Promise<void> {
    const number = ++last;
    const bytes = encodeSegment(change);
    await blobs.write(nameOf(number), bytes);
    note(number, change, bytes.length);
  }

  /**
   * Writes what still counts of some segments into new ones, then takes the old ones away: whoever dies in between has both.
   * Removals are kept, as a segment that is not joined may still have what was removed.
   */
  async function join(old: readonly number[]): Promise<void> {
    let put: StoredArticle[] = [];
    let removed: string[] = [];
    let size = 0;
    const flush = async () => {
      if (put.length + removed.length > 0) await add({ put, removed });
      put = [];
      removed = [];
      size = 0;
    };
    for (const number of old) {
      const segment = decodeSegment(await blobs.read(nameOf(number)));
      if (old.length < segments.size) removed.push(...segment.removed.filter((path) => !places.has(path)));
      for (const article of segment.put) {
        if (places.get(article.path) !== number) continue;
        put.push(article);
        size += article.packed.length;
        if (size >= LARGEST) await flush();
      }
    }
    await flush();
    for (const number of old) await drop(number);
  }

  /** Joins all segments where most of what they hold is out of date, and the small ones where there are many. */
  async function tidy(): Promise<void> {
    const all = [...segments].sort(([a], [b]) => a - b);
    const entries = all.reduce((sum, [, segment]) => sum + segment.entries, 0);
    const small = all.filter(([, { bytes }]) => bytes < LARGEST / 2);
    if (entries > 1_000 && entries > 2 * places.size) await join(all.map(([number]) => number));
    else if (small.length >= MOST_SMALL) await join(small.map(([number]) => number));
  }

  async function drop(number: number): Promise<void> {
    segments.delete(number);
    await blobs.remove(nameOf(number));
  }

  return {
    async load(take) {
      let damaged = 0;
      const found: { readonly number: number; readonly change: StoreChange }[] = [];
      for (const number of await numbers()) {
        last = Math.max(last, number);
        const bytes = await blobs.read(nameOf(number)).catch(undefinedWhereUnread);
        const change = bytes && decoded(bytes);
        if (change) {
          note(number, change, bytes.length);
          found.push({ number, change });
          continue;
        }
        damaged++;
        await drop(number).catch(undefinedWhereUnread);
      }
      for (const { number, change } of found) {
        const current = change.put.filter(({ path }) => places.get(path) === number);
        for (let at = 0; at < current.length; at += PIECE) await take(current.slice(at, at + PIECE));
      }
      return damaged;
    },
    async write(change) {
      await add(change);
      await tidy();
    },
    async clear() {
      places.clear();
      for (const number of await numbers()) await drop(number);
    },
    close() {
      // Nothing stays open between two writes.
    },
  };
}

const nameOf = (number: number) => `corpus-${number}.segment`;

/** A file that can't be read, or holds something else, counts as not there: the store says how many there were. */
function undefinedWhereUnread(): undefined {
  return undefined;
}

function decoded(bytes: Uint8Array): StoreChange | undefined {
  try {
    return decodeSegment(bytes);
  } catch (error) {
    if (error instanceof DamagedBytesError) return undefined;
    throw error;
  }
}

/** Magic, checksum, then what is put and what is removed. */
function encodeSegment({ put, removed }: StoreChange): Uint8Array {
  const body = new ByteWriter(put.reduce((sum, { packed, path }) => sum + packed.length + path.length + 64, 64));
  body.number(put.length);
  for (const { path, stamp, packed } of put) {
    body.string(path);
    body.string(stamp);
    body.number(packed.length);
    body.bytes(packed);
  }
  body.number(removed.length);
  for (const path of removed) body.string(path);
  const bytes = body.done();
  const head = new ByteWriter(16);
  head.number(MAGIC);
  head.number(checksum(bytes));
  const start = head.done();
  const segment = new Uint8Array(start.length + bytes.length);
  segment.set(start);
  segment.set(bytes, start.length);
  return segment;
}

/** Throws a `DamagedBytesError` where the bytes are no segment, or not a whole one. */
function decodeSegment(bytes: Uint8Array): StoreChange {
  const reader = new ByteReader(bytes);
  if (reader.number() !== MAGIC || reader.number() !== checksum(bytes.subarray(reader.at)))
    throw new DamagedBytesError();
  const put = Array.from({ length: reader.count() }, (): StoredArticle => {
    const path = reader.string();
    const stamp = reader.string();
    return { path, stamp, packed: reader.bytes() };
  });
  return { put, removed: Array.from({ length: reader.count() }, () => reader.string()) };
}

/** Two sums over all bytes, in which each counts by its place too (Adler-32, RFC 1950). */
function checksum(bytes: Uint8Array): number {
  let [first, second] = [1, 0];
  for (let at = 0; at < bytes.length; ) {
    // So many bytes can be summed before a sum outgrows 32 bits.
    const end = Math.min(at + 3_800, bytes.length);
    for (; at < end; at++) {
      first += bytes[at] ?? 0;
      second += first;
    }
    first %= 65_521;
    second %= 65_521;
  }
  return second * 65_536 + first;
}
