import type { Annotation, AnnotationSet } from './annotation';
import type { Operation } from './operation';

/** How many moments are kept, and how many UTF-16 code units their texts may have in all. */
const KEPT = 100;
const LARGEST = 8_000_000;

/** Of so many annotations it would cost too much to look at each at every key press. */
const MOST = 5_000;

/** Where an annotation was when the text was what it is again; undefined where that is not known. */
export type Recall = (annotation: Annotation) => Annotation | undefined;

/** The text at one moment, and where annotations were in it. */
interface Moment {
  readonly number: number;
  readonly text: string;
  readonly annotations: readonly Annotation[];
}

/**
 * The latest moments of an article under edit. Undo and redo bring back a text that was there before, by steps that need
 * not be those that led away from it, and of two of the same words only the memory of that text tells which is which.
 */
export class Moments {
  readonly #kept: Moment[] = [];
  readonly #decided = new Map<string, number>();
  #units = 0;
  #next = 0;

  /** Whether a moment with so much in it is kept. */
  canRemember(text: string, { annotations }: AnnotationSet): boolean {
    return annotations.length > 0 && annotations.length <= MOST && text.length <= LARGEST;
  }

  /** Remembers where annotations are before the text changes. */
  remember(text: string, annotations: readonly Annotation[]): void {
    this.#kept.push({ number: this.#next++, text, annotations });
    this.#units += text.length;
    while (this.#kept.length > KEPT || this.#units > LARGEST) this.#units -= this.#kept.shift()?.text.length ?? 0;
  }

  /** How annotations were when the text was just this, the last time that it was. */
  recall(text: string): Recall | undefined {
    const moment = this.#kept.findLast((kept) => kept.text.length === text.length && kept.text === text);
    if (!moment) return undefined;
    const places = new Map(moment.annotations.map((annotation) => [annotation.id, annotation]));
    return (annotation) => {
      const place = places.get(annotation.id);
      const isOverruled = (this.#decided.get(annotation.id) ?? -1) >= moment.number;
      return place && !isOverruled ? placedAs(annotation, place) : undefined;
    };
  }

  /** Takes note that a person decided where annotations are: what was remembered of them does not count any more. */
  decided({ edits }: Operation): void {
    for (const { before, after } of edits) {
      const id = (before ?? after)?.id;
      const isPlaced = before && after && before.start === after.start && before.end === after.end;
      if (id !== undefined && !(isPlaced && before.orphan === after.orphan && before.quotation === after.quotation))
        this.#decided.set(id, this.#next - 1);
    }
  }

  /** Forgets all: the annotations are others. */
  clear(): void {
    this.#kept.length = 0;
    this.#decided.clear();
    this.#units = 0;
  }
}

/** The annotation as it is, in the place that it had. */
function placedAs(annotation: Annotation, place: Annotation): Annotation {
  if (annotation === place) return annotation;
  const { orphan: _, past: _p, quotation: _q, ...rest } = annotation;
  const { start, end, quote, prefix, suffix, orphan, past, quotation } = place;
  return {
    ...rest,
    ...{ start, end, quote, prefix, suffix },
    ...(orphan && { orphan }),
    ...(past && { past }),
    ...(quotation && { quotation }),
  };
}
