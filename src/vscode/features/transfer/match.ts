import type { AnnotationSet } from '../../../core/annotation/annotation';
import type { ChangedArticle } from '../../articles/changeArticle';

/** What some files have for one article of the workspace. */
export interface Match extends ChangedArticle {
  readonly set: AnnotationSet;
}
