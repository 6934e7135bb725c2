/** Scheme of pages that Newsmark itself writes for reading: no articles. */
export const PAGE_SCHEME = 'newsmark-page';
