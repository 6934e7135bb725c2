const ENDING = '.newsmark.json';

/**
 * Name of the sidecar of an article: `story.txt` -> `story.txt.newsmark.json`; with an annotator,
 * `story.txt.alice.newsmark.json`, so that several people can annotate one article without seeing each other's work.
 */
export function sidecarName(article: string, annotator = ''): string {
  const who = annotatorSlug(annotator);
  return who ? `${article}.${who}${ENDING}` : `${article}${ENDING}`;
}

/** Whether a file name or path is a sidecar's. */
export function isSidecarName(name: string): boolean {
  return name.endsWith(ENDING);
}

/**
 * What stands between an article's name and a sidecar's: `.newsmark.json`, or `.alice.newsmark.json`.
 * @returns undefined where the file is no sidecar of this article
 */
export function sidecarEnding(file: string, article: string): string | undefined {
  if (!file.startsWith(`${article}.`) || !isSidecarName(file)) return undefined;
  const who = file.slice(article.length, -ENDING.length);
  return who === '' || /^\.[\p{L}\p{N}_-]+$/u.test(who) ? file.slice(article.length) : undefined;
}

/** An annotator's name as it may stand in a file name: letters, digits, `-` and `_`. */
export function annotatorSlug(annotator: string): string {
  return annotator
    .trim()
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/**
 * Names that the article of a sidecar may have, the likeliest first: `story.txt.alice.newsmark.json` may be Alice's
 * sidecar of `story.txt`, or the only one of `story.txt.alice`.
 * @param file the sidecar's name, without its folder
 */
export function articleNames(file: string): string[] {
  if (!isSidecarName(file)) return [];
  const whole = file.slice(0, -ENDING.length);
  const withoutWho = whole.replace(/\.[\p{L}\p{N}_-]+$/u, '');
  return [whole, withoutWho].filter((name) => name !== '' && sidecarEnding(file, name) !== undefined);
}
