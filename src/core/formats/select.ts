import type { Annotation, AnnotationStatus } from '../annotation/annotation';
import type { AnnotatedArticle } from './format';

/** Which annotations of an article are wanted; what is not named does not matter. */
export interface Selection {
  readonly labels?: ReadonlySet<string>;
  readonly statuses?: ReadonlySet<AnnotationStatus>;
  /** Who decided. */
  readonly by?: ReadonlySet<string>;
}

/** The article with the wanted annotations alone, and their relations and entities. */
export function select(article: AnnotatedArticle, { labels, statuses, by }: Selection): AnnotatedArticle {
  const isWanted = (annotation: Annotation) =>
    (!labels || labels.has(annotation.label)) &&
    (!statuses || statuses.has(annotation.status)) &&
    (!by || (annotation.by !== undefined && by.has(annotation.by)));
  const annotations = article.set.annotations.filter(isWanted);
  const there = new Set(annotations.map(({ id }) => id));
  const named = new Set(annotations.map(({ entity }) => entity));
  return {
    ...article,
    set: {
      annotations,
      entities: article.set.entities.filter(({ id }) => named.has(id)),
      relations: article.set.relations.filter(({ from, to }) => there.has(from) && there.has(to)),
    },
  };
}

/** The article with labels under other names: another tool's `Person` is our `PERSON`. */
export function relabel(article: AnnotatedArticle, names: ReadonlyMap<string, string>): AnnotatedArticle {
  if (names.size === 0) return article;
  const renamed = <T extends { readonly label: string }>(item: T): T => {
    const label = names.get(item.label);
    return label === undefined ? item : { ...item, label };
  };
  const { annotations, entities, relations } = article.set;
  return { ...article, set: { annotations: annotations.map(renamed), entities: entities.map(renamed), relations } };
}
