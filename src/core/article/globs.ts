import picomatch from 'picomatch/posix';

type Matcher = (path: string) => boolean;

/** Compiled patterns; there are as many as settings name. */
const compiled = new Map<string, Matcher>();

/**
 * Whether a path matches any of the patterns. As in `.gitignore`, a pattern without a slash matches a file or a
 * folder of that name at any depth. Case does not matter.
 * @param path `/` or `\` between folders; best relative to the workspace folder
 */
export function matchesAny(path: string, patterns: readonly string[]): boolean {
  const normal = path.replace(/\\/g, '/').replace(/^(?:\.?\/)+/, '');
  return normal !== '' && patterns.some((pattern) => matcherOf(pattern)(normal));
}

function matcherOf(pattern: string): Matcher {
  let matcher = compiled.get(pattern);
  if (!matcher) {
    matcher =
      pattern.trim() === '' ? () => false : picomatch(globs(pattern), { nocase: true, dot: true, nonegate: true });
    compiled.set(pattern, matcher);
  }
  return matcher;
}

function globs(pattern: string): string[] {
  return pattern.includes('/') ? [pattern.replace(/^\.?\//, '')] : [`**/${pattern}`, `**/${pattern}/**`];
}
