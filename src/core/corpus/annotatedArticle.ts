import type { Analyzer } from '../analyzer';
import { articleFacts } from '../article/articleFacts';
import { readMetadata } from '../article/readMetadata';
import type { AnnotatedArticle } from '../formats/format';
import { suggestedAnnotations } from '../mentions/suggestedAnnotations';
import { recognizeArticle } from '../recognizeArticle';
import type { FiledSidecar } from '../sidecar/filed';
import { placeSidecar } from '../sidecar/place';
import { Text } from '../text/text';

/** An article that is not open, as its files have it. */
export interface ArticleFiles {
  /** What it is called in the corpus: its path there, with `/`. */
  readonly name: string;
  /** Its file's name without folders: a date in it counts. */
  readonly fileName: string;
  readonly raw: string;
  readonly sidecar: FiledSidecar;
}

/** An article with its decisions on its present text, and what is known of it. */
export function annotatedArticle({ name, fileName, raw, sidecar }: ArticleFiles): AnnotatedArticle {
  const text = Text.of(raw).value;
  const { title, published, source, url, language } = sidecar.article;
  const said = Object.entries({ title, published, source, url, language }).filter(([, fact]) => fact !== undefined);
  const metadata = readMetadata({ text, fileName, sidecar: Object.fromEntries(said) });
  return { name, text, article: articleFacts(metadata), set: placeSidecar(sidecar, text) };
}

/** The article with what recognizers propose beside the decisions. */
export async function withSuggestions(
  article: AnnotatedArticle,
  fileName: string,
  analyzer: Analyzer,
): Promise<AnnotatedArticle> {
  const { published } = article.article;
  const source = { raw: article.text, fileName, ...(published !== undefined && { published }) };
  const { mentions } = await recognizeArticle(analyzer, source, { set: article.set });
  const suggested = suggestedAnnotations(article.text, mentions);
  return { ...article, set: { ...article.set, annotations: [...article.set.annotations, ...suggested] } };
}
