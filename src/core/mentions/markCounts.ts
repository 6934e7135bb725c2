import type { Annotation } from '../annotation/annotation';
import type { LabelSet } from '../annotation/labelSet';
import type { MovingAnnotations } from '../annotation/movingAnnotations';
import type { Suggestion } from '../recognize/suggestion';
import type { MovingSpans } from '../text/movingSpans';
import { freeOf, relabeled } from './marks';
import { isPressing, isShown, isUndecided } from './mention';

/** How many marks there are of each kind, without making them. */
export interface MarkCounts {
  /** Undecided ones that are worth going to by themselves. */
  readonly pressing: number;
  /** The same by label. */
  readonly pressingUnder: ReadonlyMap<string, number>;
  /** Those that somebody has decided on. */
  readonly decided: number;
  /** Those that are shown in the text. */
  readonly shown: number;
}

/**
 * Counts what `layerMarks` gives of these, those left out that are under labels which the set does not have. What comes of a
 * run of annotations, or of suggestions that none is near to, is remembered with it: after an edit, what it changes is
 * counted.
 * @param suggestions as recognizers give them, under built-in labels
 */
export function countMarks(
  suggestions: MovingSpans<Suggestion>,
  annotations: MovingAnnotations,
  labels: LabelSet,
): MarkCounts {
  const sum = new Tally();
  for (const { items } of annotations.stretches()) sum.add(remembered(items, undefined, tallyOfDecided));
  for (const stretch of suggestions.stretches()) {
    const near = annotations.length > 0 ? annotations.touching(stretch) : [];
    const tally =
      near.length > 0
        ? tallyOfFree(freeOf(relabeled(stretch.placed(), labels), near, labels), labels)
        : remembered(stretch.items, labels, () => tallyOfFree(relabeled(stretch.items, labels), labels));
    sum.add(tally);
  }
  const under = [...sum.under];
  return {
    pressing: under.reduce((all, [, { pressing }]) => all + pressing, 0),
    pressingUnder: new Map(under.flatMap(([label, { pressing }]) => (pressing > 0 ? [[label, pressing]] : []))),
    decided: sum.decided,
    shown: under.reduce((all, [, { shown }]) => all + shown, 0),
  };
}

/** Numbers by label. */
class Tally {
  decided = 0;
  readonly under = new Map<string, { shown: number; pressing: number }>();

  count(label: string, shown: number, pressing: number): void {
    const so = this.under.get(label);
    if (!so) this.under.set(label, { shown, pressing });
    else {
      so.shown += shown;
      so.pressing += pressing;
    }
  }

  add({ under, decided }: Tally): void {
    this.decided += decided;
    for (const [label, { shown, pressing }] of under) this.count(label, shown, pressing);
  }
}

function tallyOfDecided(annotations: readonly Annotation[]): Tally {
  const tally = new Tally();
  for (const annotation of annotations) {
    if (annotation.orphan) continue;
    const mark = { status: annotation.status, annotation };
    if (!isUndecided(mark)) tally.decided++;
    tally.count(annotation.label, Number(isShown(mark)), Number(isPressing(mark)));
  }
  return tally;
}

/** @param free suggestions that no decision stands for or silences, under the set's own labels */
function tallyOfFree(free: readonly Suggestion[], labels: LabelSet): Tally {
  const tally = new Tally();
  for (const suggestion of free) {
    const { label, quotation } = suggestion;
    if (!labels.has(label)) continue;
    const isOne = !quotation || isPressing({ status: 'suggested', suggestion, quotation });
    tally.count(label, 1, Number(isOne));
  }
  return tally;
}

const tallies = new WeakMap<readonly object[], { readonly labels: LabelSet | undefined; readonly tally: Tally }>();

/** @param labels what the numbers depend on, beside the items */
function remembered<T extends object>(
  items: readonly T[],
  labels: LabelSet | undefined,
  make: (items: readonly T[]) => Tally,
): Tally {
  const known = tallies.get(items);
  if (known && known.labels === labels) return known.tally;
  const tally = make(items);
  tallies.set(items, { labels, tally });
  return tally;
}
