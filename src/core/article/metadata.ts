/** Where a publication date was read. */
export type PublishedFrom = 'sidecar' | 'front matter' | 'dateline' | 'setting' | 'file name';

/** Facts about an article as a whole. */
export interface ArticleMetadata {
  readonly title?: string;
  /** ISO 8601 date (`2024-05-14`) or date with time (`2024-05-14T10:00:00Z`). */
  readonly published?: string;
  readonly publishedFrom?: PublishedFrom;
  /** Who published it: a newspaper, a broadcaster, an agency. */
  readonly source?: string;
  /** Address of the original; always `http:` or `https:`, so that it is safe to open. */
  readonly url?: string;
  /** BCP 47 tag: `en`, `zh-Hans`. */
  readonly language?: string;
  readonly author?: string;
}
