/** Words that are not ours in a list, where `$(name)` would be drawn as an icon. */
export function withoutIcons(words: string): string {
  return words.replaceAll('$(', '$ (');
}
