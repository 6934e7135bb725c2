/**
 * What the file of a new article is called, from what another tool calls the article: nothing in it leads out of the
 * folder, or is no name for a file somewhere.
 */
export function newArticleName(name: string): string {
  const path = name.replaceAll('\\', '/');
  const base = path.slice(path.lastIndexOf('/') + 1);
  const plain = base.replace(/[\p{Cc}:*?"<>|]/gu, '_').replace(/^\.+/, '');
  const safe = plain === '' ? 'article' : plain;
  return /\.(?:txt|md|markdown|article)$/i.test(safe) ? safe : `${safe}.txt`;
}
