/** Words that go behind a value: what it is counted for, and a time's zone. */
const BEHIND = /^(?:per |apiece$)/u;

/**
 * A value in words with what colors it, each word at its place: "record 240 billion US dollars", "38 billion cubic meters
 * per year", "15:00 GMT".
 * @param modifier as recognizers give it: words with commas between them
 * @param isTime whether it is a time of day, which only its zone colors
 */
export function coloredInWords(words: string, modifier: string | undefined, isTime = false): string {
  const colors = modifier === undefined ? [] : modifier.split(', ');
  const isBehind = (color: string) => isTime || BEHIND.test(color);
  return [...colors.filter((color) => !isBehind(color)), words, ...colors.filter(isBehind)].join(' ');
}
