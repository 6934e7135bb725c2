import type { Annotation } from '../annotation/annotation';
import type { Label } from '../annotation/labels';
import type { RelationEnd } from '../curation/relate';
import type { Mention } from '../mentions/mention';

/**
 * A row of the entity tree. `id` lasts through refreshes, so that what is unfolded stays unfolded.
 * @typeParam A the article that a row is of
 */
export type Row<A> =
  | LabelRow<A>
  | GroupRow<A>
  | EntityRow<A>
  | MentionRow<A>
  | RelationRow<A>
  | SectionRow<A>
  | OrphanRow<A>;

interface Placed<A> {
  readonly id: string;
  readonly article: A;
  readonly parent?: Row<A>;
}

/** A row that gathers mentions: all of a label, of a person who decided, of one entity … */
interface Gathering<A> extends Placed<A> {
  readonly children: readonly Row<A>[];
  readonly mentions: readonly Mention[];
}

export interface LabelRow<A> extends Gathering<A> {
  readonly kind: 'label';
  readonly label: Label;
}

/** What is undecided, what is accepted, or what one person decided. */
export interface GroupRow<A> extends Gathering<A> {
  readonly kind: 'group';
  readonly group: 'undecided' | 'accepted' | 'annotator';
  /** The annotator's name; empty where a decision has none. */
  readonly name: string;
}

export interface EntityRow<A> extends Gathering<A> {
  readonly kind: 'entity';
  readonly label: Label;
  readonly name: string;
}

export interface MentionRow<A> extends Placed<A> {
  readonly kind: 'mention';
  readonly mention: Mention;
  readonly mentions: readonly [Mention];
  /** Its relations. */
  readonly children: readonly Row<A>[];
}

export interface RelationRow<A> extends Placed<A> {
  readonly kind: 'relation';
  readonly end: RelationEnd;
}

/** What is not in the text, or is not to be: rejections and orphans, folded at the end. */
export interface SectionRow<A> extends Placed<A> {
  readonly kind: 'section';
  readonly section: 'rejected' | 'orphans';
  readonly children: readonly Row<A>[];
}

export interface OrphanRow<A> extends Placed<A> {
  readonly kind: 'orphan';
  readonly annotation: Annotation;
}
