import type { Analyzer } from '../analyzer';
import { createLabelSet, ONTONOTES } from '../annotation/labelSet';
import type { Label } from '../annotation/labels';
import { articleFacts } from '../article/articleFacts';
import { readMetadata } from '../article/readMetadata';
import { analyzeClosed } from '../closedArticle';
import { articleLinks } from '../curation/articleLinks';
import type { KnowledgeBase } from '../knowledge/knowledgeBase';
import type { Cancellation } from '../ports';
import { readSidecar } from '../sidecar/read';
import { indexArticle } from './indexArticle';
import { type PackedArticle, packArticle } from './packedArticle';

/** An article as its files have it. Plain data: it may go to another thread. */
export interface IndexSource {
  readonly path: string;
  readonly fileName: string;
  /** Content of its file. */
  readonly raw: string;
  /** Content of its sidecar; absent where there is none. */
  readonly sidecar?: string;
  /** The date that a setting gives for articles that do not tell theirs; empty for none. */
  readonly published: string;
  /** The workspace's own labels; absent for the built-in ones. */
  readonly labels?: readonly Label[];
  /** The folder's own knowledge base; absent where it has none. */
  readonly entities?: EntitySource;
}

/** A folder's own knowledge base as its file has it. */
export interface EntitySource {
  /** Path of the file. */
  readonly path: string;
  readonly raw: string;
}

/** What articles are indexed with. */
interface IndexTools {
  readonly analyzer: Analyzer;
  /** Knows the entities that articles may have in common. */
  readonly base: KnowledgeBase;
}

/**
 * What the index keeps of an article, with all that recognizers suggest in it.
 * @returns undefined where the question was canceled
 */
export async function indexSource(
  { analyzer, base }: IndexTools,
  source: IndexSource,
  cancellation?: Cancellation,
): Promise<PackedArticle | undefined> {
  const { path, fileName, raw, sidecar, published } = source;
  const labels = source.labels ? createLabelSet('', source.labels) : ONTONOTES;
  const article = await analyzeClosed(analyzer, { raw, fileName, sidecar, labels }, published, cancellation);
  if (!article) return undefined;
  const reading = sidecar === undefined ? undefined : readSidecar(sidecar);
  const said = reading && 'sidecar' in reading ? { sidecar: articleFacts(reading.sidecar.article) } : {};
  const metadata = readMetadata({ text: article.text.value, fileName, setting: published, ...said });
  return packArticle(indexArticle({ path, fileName, metadata }, article, articleLinks(article, base)));
}
