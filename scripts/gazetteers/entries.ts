import { folded, KINDS, LONGEST } from '../../src/core/recognize/entities/gazetteer';
import { taggerWords } from '../../src/core/recognize/entities/tagger/words';

/** Entries of a gazetteer in the making: each key with all that it is. */
export interface Entries {
  /** Adds a name or word; what the format can't hold (other alphabets, very long names) is left out. */
  add(name: string, kinds: number): void;
  has(name: string, kinds: number): boolean;
  /** All entries, sorted by key. */
  sorted(): [key: string, kinds: number][];
}

const MOST_LETTERS = 60;

export function createEntries(): Entries {
  const byKey = new Map<string, number>();
  return {
    add: (name, kinds) => {
      const key = keyOf(name);
      if (key !== undefined) byKey.set(key, (byKey.get(key) ?? 0) | kinds);
    },
    has: (name, kinds) => ((byKey.get(keyOf(name) ?? '') ?? 0) & kinds) !== 0,
    sorted: () => [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

/** The words of a name as the tagger cuts them, a space between them. */
function keyOf(name: string): string | undefined {
  const words = taggerWords(name.trim()).map(({ text }) => folded(text));
  const key = words.join(' ');
  const fits = key.length > 0 && key.length <= MOST_LETTERS && words.length <= LONGEST;
  return fits && /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(key) && /[a-z]/.test(key) ? key : undefined;
}

/** Kinds that make an entry a name. */
export const NAMES =
  KINDS.given |
  KINDS.surname |
  KINDS.person |
  KINDS.town |
  KINDS.city |
  KINDS.country |
  KINDS.region |
  KINDS.location |
  KINDS.facility |
  KINDS.group |
  KINDS.organization |
  KINDS.company |
  KINDS.media |
  KINDS.event |
  KINDS.language;
