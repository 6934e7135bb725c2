import type { CorpusStore } from './corpusStore';

/**
 * Keeps the index in one store or, where that can't be opened, in another one: a browser may not let anybody into its
 * database.
 * @param onElse told why the first one can't be used, or the other one not be emptied
 */
export function storeOrElse(first: CorpusStore, other: CorpusStore, onElse: (error: unknown) => void): CorpusStore {
  let used = first;
  return {
    async load(take) {
      const damaged = await first.load(take).catch((error: unknown) => {
        onElse(error);
        first.close();
        used = other;
        return other.load(take);
      });
      // From a time when the first one could not be used: nobody asks for it any more.
      if (used === first) await other.clear().catch(onElse);
      return damaged;
    },
    write: (change) => used.write(change),
    clear: () => used.clear(),
    close: () => used.close(),
  };
}
