/** What a fact tells; each has its words in `factsInWords`. */
export const FACT_KINDS = Object.freeze([
  'kind',
  'fullName',
  'born',
  'died',
  'founded',
  'seat',
  'capital',
  'country',
  'region',
  'population',
  'languages',
  'currency',
  'demonym',
  'members',
  'code',
  'website',
] as const);

export type FactKind = (typeof FACT_KINDS)[number];

/** Something that is known of an entity. */
export interface Fact {
  readonly kind: FactKind;
  /** In the base's own words; a population is a plain number. */
  readonly value: string;
  /** The year that it was true in, where that matters. */
  readonly asOf?: string;
}

/** An entry of a knowledge base. */
export interface KnownEntity {
  /**
   * A Wikidata item (`Q142`), else an id that begins with its source: `geonames:2988507`, `newsmark:imf`. A workspace
   * gives its own.
   */
  readonly id: string;
  readonly name: string;
  /** Other names that it goes by; the name itself is not among them. */
  readonly aliases: readonly string[];
  /** A label of OntoNotes for shipped entries; a workspace's own may be others. */
  readonly label: string;
  /** A few words that tell it from others of its name; may be empty. */
  readonly description: string;
  readonly facts: readonly Fact[];
  /** Ids elsewhere, by the base's name: `{ "wikidata": "Q142" }`. */
  readonly links: Readonly<Record<string, string>>;
  /** How likely it is meant among all that bear its name, before anything is read: 0 to 1. */
  readonly prominence: number;
  readonly source: 'shipped' | 'workspace';
  /** The line that it is in, for entries of a workspace. */
  readonly where?: EntryPlace;
}

/** A line of a file. */
export interface EntryPlace {
  /** An opaque path, as `Files` takes it. */
  readonly path: string;
  /** From 0. */
  readonly line: number;
}

/** What is known before any article is read. Looking something up is cheap: a name costs as many steps as it has entries. */
export interface KnowledgeBase {
  get(id: string): KnownEntity | undefined;
  /**
   * The entries that a name may mean, the most prominent first. Those whose label can't be the mention's are left out:
   * a person is no place; places, facilities and organizations are close enough to be confused.
   * @param name as it stands in the article
   * @param label of OntoNotes; an unknown one fits every entry
   */
  candidates(name: string, label: string): readonly KnownEntity[];
  /** The places whose people, and what is theirs, are called so: "Chinese". */
  demonymsOf(name: string): readonly KnownEntity[];
}

/** A base that knows nothing. */
export const NO_KNOWLEDGE: KnowledgeBase = Object.freeze({
  get: () => undefined,
  candidates: () => [],
  demonymsOf: () => [],
});

/** Several bases as one, those before standing over those after: an id is the first's that has it. */
export function joinedBases(bases: readonly KnowledgeBase[]): KnowledgeBase {
  return {
    demonymsOf: (name) => bases.flatMap((base) => base.demonymsOf(name)),
    get: (id) => {
      for (const base of bases) {
        const found = base.get(id);
        if (found) return found;
      }
      return undefined;
    },
    candidates: (name, label) => {
      const byId = new Map<string, KnownEntity>();
      for (const base of bases) {
        for (const entry of base.candidates(name, label)) if (!byId.has(entry.id)) byId.set(entry.id, entry);
      }
      return [...byId.values()];
    },
  };
}
