/**
 * Names and words that are known before any article is read: tens of thousands of entries in one compact block of bytes
 * that is searched as it lies, so that loading it takes some milliseconds.
 *
 *     const gazetteer = readGazetteer(bytes);
 *     gazetteer.kindsOf('paris') & KINDS.city; // Not 0: a city is called so.
 *     gazetteer.matchAt(['new', 'york', 'city', 'is'], 0); // { to: 3, kinds: … }
 *
 * Entries are in lower case without accents and sorted; each is written as how many letters it shares with the one
 * before it, and the rest ("front coding", as in Witten, Moffat and Bell, Managing Gigabytes, 4.1). Sixteen entries make
 * a block that begins with a whole one.
 */

/** What an entry may be; an entry can be several things. */
export const KINDS = Object.freeze({
  given: 1 << 0,
  surname: 1 << 1,
  /** A whole person: "nelson mandela". */
  person: 1 << 2,
  /** A populated place of less than 100,000 people. */
  town: 1 << 3,
  city: 1 << 4,
  country: 1 << 5,
  /** A part of a country that has a government: "bavaria". */
  region: 1 << 6,
  /** A place without a government: "black sea". */
  location: 1 << 7,
  facility: 1 << 8,
  /** A nation, a people, a faith, a movement: "french", "sunni". */
  group: 1 << 9,
  organization: 1 << 10,
  company: 1 << 11,
  media: 1 << 12,
  event: 1 << 13,
  language: 1 << 14,
  /** What stands before a person's name: "president", "dr". */
  title: 1 << 15,
  noun: 1 << 16,
  verb: 1 << 17,
  adjective: 1 << 18,
  /** Grammar: "the", "with", "although". */
  small: 1 << 19,
  /** A word of everyday language, whatever else it is. */
  frequent: 1 << 20,
});

/** Set where longer entries begin with this one and a space: then it pays to look for more words. */
export const BEGINS_LONGER = 1 << 21;

export interface Match {
  /** Index of the first word behind the entry. */
  readonly to: number;
  readonly kinds: number;
}

export interface Gazetteer {
  /** Entries. */
  readonly size: number;
  /**
   * What a word is: `KINDS`, and `BEGINS_LONGER`; 0 for what is not there. An inflected everyday word is what its stem
   * is ("ministries" is a noun), and an abbreviation is found without its stop ("Gov.").
   * @param word in any case, with accents or without
   */
  kindsOf(word: string): number;
  /**
   * The longest entry of two words or more that begins at a word; hyphens and the like are words of their own.
   * @param words in the form of `folded`
   */
  matchAt(words: readonly string[], from: number): Match | undefined;
}

/** Entries are found by this form of a word: lower case, straight apostrophes, no accents. */
export function folded(word: string): string {
  const lower = word.toLowerCase();
  if (isPlain(lower)) return lower;
  const bare = lower
    .replaceAll('’', "'")
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
  return bare.replace(/[ßøłđıæœðþħ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
};

function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 126) return false;
  return true;
}

/** Entries in a block: the more, the smaller the file and the slower the search. */
export const BLOCK = 16;
/** First bytes of the format: its name and version. */
export const MAGIC = 'NMG1';
/** Bytes before the first table: the magic, the entries, the sets of kinds, and the bytes of letters; 32 bits each. */
export const HEADER = 16;

/**
 * Opens a gazetteer. Its layout, numbers with the low byte first: the header; the different sets of kinds, 32 bits each;
 * for each entry the number of its set, low bytes first and then all high bytes; for each entry how many letters it
 * shares with the one before it; the letters, the last of each entry with its top bit set.
 * @throws RangeError where the bytes are no gazetteer of this version
 */
export function readGazetteer(bytes: Uint8Array): Gazetteer {
  const table = openTable(bytes);
  const known = new Map<string, number>();
  const seconds = new Map<string, ReadonlySet<string>>();

  /** Recognizers and rules ask about the same words again and again, and each search spells out a block or two. */
  function kindsOf(word: string): number {
    let kinds = known.get(word);
    if (kinds !== undefined) return kinds;
    kinds = searched(word);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(word, kinds);
    return kinds;
  }

  function searched(word: string): number {
    const key = folded(word);
    const { kinds, longer } = table.find(key);
    return (kinds === 0 ? kindsOfStem(key) : kinds) | (longer ? BEGINS_LONGER : 0);
  }

  function kindsOfStem(key: string): number {
    if (key.length > 2 && key.endsWith('.')) return table.find(key.slice(0, -1)).kinds;
    for (const stem of stemsOf(key)) {
      const kinds = table.find(stem).kinds & INFLECTED;
      if (kinds !== 0) return kinds;
    }
    return 0;
  }

  /** Second words of the entries that begin with a word: where the next one is none of them, nothing need be looked for. */
  function secondsOf(first: string): ReadonlySet<string> {
    const known = seconds.get(first);
    if (known) return known;
    const begin = `${first} `;
    const found = new Set(table.entriesWith(begin).map((entry) => entry.slice(begin.length).split(' ', 1)[0] ?? ''));
    // What begins no entry is asked for in vain again and again, and would fill the memory.
    if (found.size > 0) seconds.set(first, found);
    return found;
  }

  function matchAt(words: readonly string[], from: number): Match | undefined {
    const first = words[from] ?? '';
    if (from + 1 >= words.length || !secondsOf(first).has(words[from + 1] ?? '')) return undefined;
    let best: Match | undefined;
    let key = first;
    for (let to = from + 1; to < words.length && to - from < LONGEST; to++) {
      key = `${key} ${words[to] ?? ''}`;
      const { kinds, longer } = table.find(key);
      if (kinds !== 0) best = { to: to + 1, kinds };
      if (!longer) break;
    }
    return best;
  }

  return Object.freeze({ size: table.size, kindsOf, matchAt });
}

/** Words whose kinds are remembered: more than most articles have, and little memory. */
const MOST_REMEMBERED = 10_000;

/** No entry has more words. */
export const LONGEST = 10;

const INFLECTED = KINDS.noun | KINDS.verb | KINDS.frequent;

/** Words that an inflected one may come from. */
function stemsOf(word: string): string[] {
  if (word.length < 4) return [];
  if (word.endsWith('ies') || word.endsWith('ied')) return [`${word.slice(0, -3)}y`];
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)];
  if (word.endsWith('s') && !word.endsWith('ss')) return [word.slice(0, -1)];
  if (word.endsWith('ing')) return fromEnding(word, 3);
  return word.endsWith('ed') ? fromEnding(word, 2) : [];
}

/** "making" from "make", "calling" from "call", "running" from "run". */
function fromEnding(word: string, length: number): string[] {
  const stem = word.slice(0, -length);
  const isDoubled = stem.length > 2 && stem.at(-1) === stem.at(-2);
  return isDoubled ? [stem, stem.slice(0, -1), `${stem}e`] : [stem, `${stem}e`];
}

interface Table {
  readonly size: number;
  /** What a key is, and whether longer entries begin with it and a space. */
  find(key: string): { readonly kinds: number; readonly longer: boolean };
  /** All entries that begin with these letters. */
  entriesWith(beginning: string): string[];
}

const NOTHING = Object.freeze({ kinds: 0, longer: false });

function openTable(bytes: Uint8Array): Table {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = bytes.length < HEADER ? '' : String.fromCharCode(...bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC) throw new RangeError('This is no gazetteer of a version that can be read.');
  const size = view.getUint32(4, true);
  const sets = view.getUint32(8, true);
  const letterBytes = view.getUint32(12, true);
  const lowAt = HEADER + 4 * sets;
  const sharedAt = lowAt + 2 * size;
  const lettersAt = sharedAt + size;
  if (bytes.length !== lettersAt + letterBytes) throw new RangeError('The gazetteer is cut off.');
  const shared = bytes.subarray(sharedAt, lettersAt);
  const letters = bytes.subarray(lettersAt);
  const starts = blockStarts(letters, size);
  const headOf = blockHeads(letters, starts);

  function kindsAt(entry: number): number {
    const set = (bytes[lowAt + entry] ?? 0) | ((bytes[lowAt + size + entry] ?? 0) << 8);
    return set < sets ? view.getUint32(HEADER + 4 * set, true) : 0;
  }

  /** The last block whose first entry is not behind a key; -1 where all are. */
  function blockOf(key: string): number {
    let low = -1;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (headOf(middle) <= key) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Goes through the entries from the block on that a key would be in, as long as `visit` wants to see more. */
  function walk(key: string, visit: (entry: string, index: number) => boolean): void {
    for (let block = Math.max(0, blockOf(key)); block < starts.length; block++) {
      const first = block * BLOCK;
      const behind = Math.min(size, first + BLOCK);
      let at = starts[block] ?? 0;
      let entry = '';
      for (let index = first; index < behind; index++) {
        const end = endOf(letters, at);
        entry = entry.slice(0, shared[index] ?? 0) + lettersBetween(letters, at, end);
        at = end;
        if (!visit(entry, index)) return;
      }
    }
  }

  function find(key: string) {
    if (key === '') return NOTHING;
    let kinds = 0;
    let longer = false;
    walk(key, (entry, index) => {
      if (entry === key) kinds = kindsAt(index);
      else if (entry > key) {
        longer = entry.startsWith(`${key} `);
        return false;
      }
      return true;
    });
    return { kinds, longer };
  }

  function entriesWith(beginning: string): string[] {
    const found: string[] = [];
    walk(beginning, (entry) => {
      if (entry.startsWith(beginning)) found.push(entry);
      else if (entry > beginning) return false;
      return true;
    });
    return found;
  }

  return { size, find, entriesWith };
}

const LAST = 0x80;

/** Where each block's letters begin. Looks at half a million letters while somebody waits: at nothing but their top bits. */
function blockStarts(letters: Uint8Array, size: number): Uint32Array {
  const starts = new Uint32Array(Math.ceil(size / BLOCK));
  let entry = 0;
  for (let at = 0; at < letters.length; at++) {
    if ((letters[at] as number) < LAST) continue;
    entry++;
    if (entry % BLOCK === 0 && entry < size) starts[entry / BLOCK] = at + 1;
  }
  return starts;
}

/** The first entry of each block, spelled out when it is first compared with a word. */
function blockHeads(letters: Uint8Array, starts: Uint32Array): (block: number) => string {
  const heads: (string | undefined)[] = [];
  return (block) => {
    const known = heads[block];
    if (known !== undefined) return known;
    const start = starts[block] ?? 0;
    const head = lettersBetween(letters, start, endOf(letters, start));
    heads[block] = head;
    return head;
  };
}

/** Where the entry ends whose letters begin at an offset. */
function endOf(letters: Uint8Array, from: number): number {
  let at = from;
  while (at < letters.length && ((letters[at] ?? 0) & LAST) === 0) at++;
  return Math.min(at + 1, letters.length);
}

function lettersBetween(letters: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode((letters[at] ?? 0) & ~LAST);
  return text;
}
