/** What a word list knows of English words; the only file that touches the language library. */
export interface Language {
  /**
   * The word classes of a word or a name of several words, as the library calls them: "MaleName", "Country", "City",
   * "Demonym", "Infinitive"… Empty for a word that the list does not hold.
   * @param words in lower case, single spaces between words
   */
  tagsOf(words: string): readonly string[];
}

const NO_TAGS: readonly string[] = Object.freeze([]);

/**
 * Loads the word list. The library unpacks itself on import, which takes a good part of a second: so the import waits
 * until the first analysis, and start-up does not pay for it.
 */
export async function loadLanguage(): Promise<Language> {
  const { default: compromise } = await import('compromise/two');
  const lexicon = lexiconOf(compromise.model());
  return Object.freeze({ tagsOf: (words: string) => lexicon.get(words) ?? NO_TAGS });
}

/** The library types its model as a bare object: what is expected of it is checked here. */
function lexiconOf(model: object): ReadonlyMap<string, readonly string[]> {
  const lexicon = (model as { one?: { lexicon?: Record<string, unknown> } }).one?.lexicon ?? {};
  const words = new Map<string, readonly string[]>();
  for (const [word, tags] of Object.entries(lexicon)) {
    if (typeof tags === 'string') words.set(word, [tags]);
    else if (Array.isArray(tags))
      words.set(
        word,
        tags.filter((tag) => typeof tag === 'string'),
      );
  }
  return words;
}
