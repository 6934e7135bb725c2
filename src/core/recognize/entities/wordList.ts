/** A set of entries written one after the other, a comma between them; compared in lower case. */
export function wordList(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(',').map((entry) => entry.trim().toLowerCase())));
}
