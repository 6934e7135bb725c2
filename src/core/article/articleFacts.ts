/** Facts about an article that travel with its annotations. */
export type ArticleFacts = Readonly<Partial<Record<(typeof NAMES)[number], string>>>;

const NAMES = ['title', 'published', 'source', 'url', 'language'] as const;

/** What is known of an article, without how it is known. */
export function articleFacts(
  metadata: { readonly [Name in (typeof NAMES)[number]]?: string | undefined },
): ArticleFacts {
  return Object.fromEntries(NAMES.flatMap((name) => (metadata[name] === undefined ? [] : [[name, metadata[name]]])));
}
