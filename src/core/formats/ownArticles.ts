import type { ReadArticle } from './format';

/** Articles that are there, to be found by what another tool's file calls them: a name, with folders or without. */
export class OwnArticles<T> {
  readonly #byName = new Map<string, { readonly path: string; readonly article: T }[]>();

  /** @param path with slashes, as far as it is known */
  add(path: string, article: T): void {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const item = { path: `/${path}`, article };
    for (const key of new Set([name, stemOf(name)])) this.#byName.set(key, [...(this.#byName.get(key) ?? []), item]);
  }

  /** Those that a file may mean by its name: of equal names, those in the folders that it names too. */
  named({ name, isNumbered }: ReadArticle): readonly T[] {
    if (isNumbered) return [];
    const parts = name.replaceAll('\\', '/').split('/');
    const base = parts.at(-1) ?? '';
    const items = this.#byName.get(base) ?? this.#byName.get(stemOf(base)) ?? [];
    for (let from = 0; from < parts.length - 1; from++) {
      const folders = `/${parts.slice(from, -1).join('/')}/`;
      const near = items.filter(({ path }) => path.slice(0, path.lastIndexOf('/') + 1).endsWith(folders));
      if (near.length > 0) return near.map(({ article }) => article);
    }
    return items.map(({ article }) => article);
  }
}

/**
 * Which articles are meant. Words say more than a name, which a file's own count may have made: a name decides between
 * articles of the same words, and where the words are nobody's.
 * @param named those of that name
 * @param same those of the same words (`inkOf`)
 * @returns one, if all is well; none, or several between which nothing decides
 */
export function articlesMeant<T>(named: readonly T[], same: readonly T[]): readonly T[] {
  if (same.length === 0) return named;
  const both = named.filter((article) => same.includes(article));
  return both.length > 0 ? both : same;
}

/** A text without its white space: what is the same in two programs' versions of it. */
export function inkOf(text: string): string {
  return text.replace(/\s+/gu, '');
}

function stemOf(name: string): string {
  return name.replace(/(?<=.)\.[^.]*$/, '');
}
