import type { KnownEntity } from './knowledgeBase';
import { nameKey } from './nameIndex';

/** What linking compares of an entry. */
export interface EntryTraits {
  /** Its name as names are compared, and all it is called. */
  readonly name: string;
  readonly called: ReadonlySet<string>;
  /** The countries and regions that it is, or is in. */
  readonly places: readonly string[];
  /** Words of four letters or more of what is said of it, in lower case. */
  readonly words: ReadonlySet<string>;
}

/** An entry is looked at in every article that has its name. */
const known = new WeakMap<KnownEntity, EntryTraits>();

export function traitsOf(entry: KnownEntity): EntryTraits {
  const traits = known.get(entry) ?? readTraits(entry);
  known.set(entry, traits);
  return traits;
}

function readTraits({ name, aliases, label, description, facts }: KnownEntity): EntryTraits {
  const own = nameKey(name);
  const around = facts.filter(({ kind }) => kind === 'country' || kind === 'region').map(({ value }) => nameKey(value));
  const telling = facts.filter(({ kind }) => TELLING.has(kind)).map(({ value }) => value);
  return {
    name: own,
    called: new Set([own, ...aliases.map(nameKey)]),
    places: [...new Set(label === 'GPE' ? [own, ...around] : around)],
    words: longWords([description, ...telling].join(' ')),
  };
}

const TELLING = new Set(['kind', 'seat', 'capital', 'country', 'region', 'demonym', 'members']);

/** The words of a text that have four letters or more, in lower case. */
export function longWords(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
}
