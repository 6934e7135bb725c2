import type { Fact } from '../../src/core/knowledge/knowledgeBase';
import { nameKey } from '../../src/core/knowledge/nameIndex';

/** An entry in the making. */
export interface Entry {
  readonly id: string;
  readonly label: string;
  name: string;
  readonly aliases: Set<string>;
  description: string;
  facts: Fact[];
  /** How likely it is meant by its name: 0 to 1. */
  readonly prominence: number;
}

/** Entries of all sources; what comes first keeps its place, what comes after adds to it. */
export interface Entries {
  readonly all: readonly Entry[];
  /** Takes an entry; one whose id is taken is dropped. @returns the entry under that id */
  add(entry: Entry): Entry;
  get(id: string): Entry | undefined;
  /** The entries that go by a name. */
  named(name: string): readonly Entry[];
  /** Gives an entry another name in place of its own, which is an alias from now on. */
  rename(entry: Entry, name: string): void;
  /** Gives an entry another name; what is no name (empty, its own) is passed over. */
  alias(entry: Entry, name: string): void;
}

export function createEntries(): Entries {
  const byId = new Map<string, Entry>();
  const byName = new Map<string, Entry[]>();
  const index = (entry: Entry, name: string) => {
    const key = nameKey(name);
    const known = byName.get(key);
    if (!known) byName.set(key, [entry]);
    else if (!known.includes(entry)) known.push(entry);
  };
  return {
    get all() {
      return [...byId.values()];
    },
    add(entry) {
      const known = byId.get(entry.id);
      if (known) return known;
      byId.set(entry.id, entry);
      for (const name of [entry.name, ...entry.aliases]) index(entry, name);
      return entry;
    },
    get: (id) => byId.get(id),
    rename(entry, name) {
      entry.aliases.add(entry.name);
      entry.aliases.delete(name);
      entry.name = name;
      index(entry, name);
    },
    named: (name) => byName.get(nameKey(name)) ?? [],
    alias(entry, name) {
      const plain = name.replace(/\s+/g, ' ').trim();
      const isNew = ![entry.name, ...entry.aliases].some((known) => nameKey(known) === nameKey(plain));
      if (plain === '' || !isNew) return;
      entry.aliases.add(plain);
      index(entry, plain);
    },
  };
}

/** Facts whose values are known, in the order given. */
export function factsOf(values: Partial<Record<Fact['kind'], string | undefined>>, asOf?: string): Fact[] {
  return Object.entries(values).flatMap(([kind, value]) =>
    value ? [{ kind: kind as Fact['kind'], value, ...(asOf !== undefined && kind === 'population' && { asOf }) }] : [],
  );
}
