import type { IndexedArticle } from '../../../core/corpus/indexedArticle';
import type { Collector } from '../../../core/insights/collector';
import { pause } from '../../adapt/slices';

/** How long the editor waits at a time, in milliseconds. */
const SLICE = 10;

/**
 * Shows a collector all articles, with pauses in which the editor does other things.
 * @returns whether it came to the end; not where the answer is not wanted any more
 */
export async function collect(
  collector: Collector,
  articles: Iterable<IndexedArticle>,
  isWanted: () => boolean,
): Promise<boolean> {
  let since = performance.now();
  for (const article of articles) {
    collector.add(article);
    if (performance.now() - since < SLICE) continue;
    await pause();
    if (!isWanted()) return false;
    since = performance.now();
  }
  return true;
}
