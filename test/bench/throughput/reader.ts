/** Something that goes through articles and finds in them all that it finds. */
export interface Reader {
  readonly name: string;
  /** What its figures are for: "names", "dates", "all". */
  readonly task: string;
  /** Articles that it gets through in a reasonable time: this many words of them at most. */
  readonly mostWords?: number;
  read(texts: readonly string[]): Promise<void> | void;
}

/** A reader's speed: words a second of processor time, of the fastest of its runs. */
export interface Speed {
  readonly reader: Reader;
  readonly words: number;
  readonly wordsPerSecond: number;
}

/** Words of a text: what stands between white space. */
export const wordCount = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** The first of some texts that hold this many words together, at least one. */
export function firstWords(texts: readonly string[], most = Number.POSITIVE_INFINITY): readonly string[] {
  let words = 0;
  const end = texts.findIndex((text) => {
    words += wordCount(text);
    return words > most;
  });
  return end < 0 ? texts : texts.slice(0, Math.max(1, end));
}

/**
 * Measures readers in turn, so that a busy moment of the machine meets all of them. Processor time counts, of all threads,
 * and of that the least: other work on the machine only ever adds to it.
 */
export async function speedsOf(readers: readonly Reader[], texts: readonly string[], runs: number): Promise<Speed[]> {
  const least = readers.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run <= runs; run++) {
    for (const [index, reader] of readers.entries()) {
      const time = await processorMilliseconds(reader, firstWords(texts, reader.mostWords));
      // The first run is not counted: the engine has compiled nothing yet.
      if (run > 0) least[index] = Math.min(least[index] ?? Number.POSITIVE_INFINITY, time);
    }
  }
  return readers.map((reader, index) => {
    const words = firstWords(texts, reader.mostWords).reduce((sum, text) => sum + wordCount(text), 0);
    return { reader, words, wordsPerSecond: Math.round((1000 * words) / (least[index] ?? Number.NaN)) };
  });
}

async function processorMilliseconds(reader: Reader, texts: readonly string[]): Promise<number> {
  const before = process.cpuUsage();
  await reader.read(texts);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e3;
}
