import type { AnnotationSet } from '../annotation/annotation';
import type { Operation } from '../annotation/operation';
import { t } from '../l10n';
import { difference } from './difference';
import { EMPTY_SIDECAR, type FiledSidecar } from './filed';
import { type MergeConflict, mergeSidecars } from './merge';
import { EMPTY_FRAME, fileSidecar, placeSidecar } from './place';
import { sameJson } from './sameJson';

/** Taking another version of an article's decisions in. */
export interface VersionMerge {
  readonly operation: Operation;
  /** Decisions that contradict each other: both are kept, for a person to settle. */
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Merges another version of an article's decisions into those that are there, as one act that can be undone.
 * @param own what is decided, placed on `text`
 * @param theirs the other version, over whichever text of the article
 * @param base what both come from; where it is not known, nothing that either side has is taken away
 */
export function mergeVersion(
  own: AnnotationSet,
  text: string,
  theirs: FiledSidecar,
  base: FiledSidecar = EMPTY_SIDECAR,
): VersionMerge {
  // What the file says of the article itself is left as it is here: the merge is about decisions.
  const ours = fileSidecar(own, text, { ...EMPTY_FRAME, article: base.article });
  const { sidecar, conflicts } = mergeSidecars(base, ours, theirs, text);
  const written = placeSidecar(ours, text).annotations;
  const merged = placeSidecar(sidecar, text);
  // Writing takes the words and what stands around them anew; that is no change of a decision.
  const same = new Map(
    written.map((annotation, index) => [annotation.id, { annotation, own: own.annotations[index] }]),
  );
  const annotations = merged.annotations.map((annotation) => {
    const known = same.get(annotation.id);
    return known?.own && sameJson(known.annotation, annotation) ? known.own : annotation;
  });
  const operation = difference(t('Merge another version'), own, { ...merged, annotations });
  return { operation, conflicts: conflicts.filter(({ list }) => list !== 'article' && list !== 'sidecar') };
}
