/** A file's name without the first of some endings that it has, else without what follows its last dot. */
export function withoutEnding(name: string, endings: readonly string[]): string {
  const ending = endings.find((each) => name.length > each.length && name.endsWith(each));
  if (ending !== undefined) return name.slice(0, -ending.length);
  return name.replace(/(?<=.)\.[^.]*$/, '');
}

/** What an article is called: as its record says, else by its file and line. */
export function namedOr(name: string | undefined, file: string, line: number): { name: string; isNumbered?: boolean } {
  return name === undefined ? { name: `${withoutEnding(file, [])}-${line}`, isNumbered: true } : { name };
}

/** An article's name as a file's name without an ending: nothing in it leads out of the folder. */
export function stemOf(name: string): string {
  const parts = name
    .replace(/\.(?:txt|md|markdown|article)$/i, '')
    .split(/[/\\]/)
    .map((part) => part.replace(/[\p{Cc}:*?"<>|]/gu, '_'))
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.join('/') || 'article';
}
