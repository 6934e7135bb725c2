import { BLOCK, HEADER, MAGIC } from '../../src/core/recognize/entities/gazetteer';

/** Writes entries in the format that `readGazetteer` reads. The same entries give the same bytes. */
export function packGazetteer(entries: readonly (readonly [key: string, kinds: number])[]): Uint8Array {
  const sets = setsOf(entries.map(([, kinds]) => kinds));
  if (sets.length > 0xffff) throw new RangeError('There are too many different sets of kinds.');
  const numberOf = new Map(sets.map((kinds, index) => [kinds, index]));
  const numbers = entries.map(([, kinds]) => numberOf.get(kinds) ?? 0);
  const { shared, letters } = frontCoded(entries.map(([key]) => key));
  const header = new Uint8Array(HEADER + 4 * sets.length);
  const view = new DataView(header.buffer);
  header.set(Buffer.from(MAGIC, 'latin1'));
  view.setUint32(4, entries.length, true);
  view.setUint32(8, sets.length, true);
  view.setUint32(12, letters.length, true);
  for (const [index, kinds] of sets.entries()) view.setUint32(HEADER + 4 * index, kinds, true);
  const low = Uint8Array.from(numbers, (number) => number & 0xff);
  const high = Uint8Array.from(numbers, (number) => number >>> 8);
  return Buffer.concat([header, low, high, shared, letters]);
}

/** The different sets, the most frequent first, so that most entries' high bytes are zero. */
function setsOf(kinds: readonly number[]): number[] {
  const times = new Map<number, number>();
  for (const set of kinds) times.set(set, (times.get(set) ?? 0) + 1);
  return [...times].sort(([a, timesA], [b, timesB]) => timesB - timesA || a - b).map(([set]) => set);
}

function frontCoded(keys: readonly string[]): { shared: Uint8Array; letters: Uint8Array } {
  const shared = new Uint8Array(keys.length);
  const letters: number[] = [];
  keys.forEach((key, index) => {
    const before = index % BLOCK === 0 ? '' : (keys[index - 1] ?? '');
    let same = 0;
    while (same < key.length - 1 && key.charAt(same) === before.charAt(same)) same++;
    shared[index] = same;
    for (let at = same; at < key.length; at++) {
      letters.push(key.charCodeAt(at) | (at === key.length - 1 ? 0x80 : 0));
    }
  });
  return { shared, letters: Uint8Array.from(letters) };
}
