import type { Change } from '../text/change';
import { MovingSpans } from '../text/movingSpans';
import type { Annotation } from './annotation';
import { type History, NO_HISTORY } from './history';
import type { Move } from './move';
import { ANNOTATION_MOVING } from './movingAnnotations';
import type { Operation } from './operation';

/**
 * Operations while the article is edited: what they hold moves along, so that undo still finds the words. An edit costs
 * what is near it.
 */
export class MovingOperations {
  readonly #operations: readonly Operation[];
  /** Every annotation of the operations once, as they came in. */
  #before: readonly Annotation[] = [];
  /** Not before the first edit. */
  #spans: MovingSpans<Annotation> | undefined;
  #moved: readonly Operation[] | undefined;

  constructor(operations: readonly Operation[] = []) {
    this.#operations = operations;
    this.#moved = operations;
  }

  get all(): readonly Operation[] {
    this.#moved ??= this.#rebuilt();
    return this.#moved;
  }

  edit(change: Change, move: Move): void {
    if (this.#operations.length === 0) return;
    this.#spans ??= this.#spread();
    this.#moved = undefined;
    this.#spans.edit(change, (near) => near.map(move));
  }

  /** The same with every annotation where `move` has it, wherever the text was edited. */
  moved(move: Move): MovingOperations {
    return new MovingOperations(this.all.map((operation) => placedOperation(operation, move)));
  }

  #spread(): MovingSpans<Annotation> {
    const sides = this.#operations.flatMap(({ edits }) => edits.flatMap(({ before, after }) => [before, after]));
    this.#before = [...new Set(sides.filter((side) => side !== undefined))];
    return new MovingSpans(this.#before, ANNOTATION_MOVING);
  }

  #rebuilt(): readonly Operation[] {
    const now = this.#spans?.all ?? this.#before;
    const moved = new Map(this.#before.map((annotation, index) => [annotation, now[index] ?? annotation]));
    const at = (annotation: Annotation) => moved.get(annotation) ?? annotation;
    return this.#operations.map((operation) => placedOperation(operation, at));
  }
}

function placedOperation(operation: Operation, at: Move): Operation {
  const edits = operation.edits.map(({ before, after }) => ({
    ...(before && { before: at(before) }),
    ...(after && { after: at(after) }),
  }));
  return { ...operation, edits };
}

/** A history while the article is edited. */
export class MovingHistory {
  #done: MovingOperations;
  #undone: MovingOperations;

  constructor({ done, undone }: History = NO_HISTORY) {
    this.#done = new MovingOperations(done);
    this.#undone = new MovingOperations(undone);
  }

  get now(): History {
    return { done: this.#done.all, undone: this.#undone.all };
  }

  edit(change: Change, move: Move): void {
    this.#done.edit(change, move);
    this.#undone.edit(change, move);
  }

  /** Puts every annotation where `move` has it, wherever the text was edited. */
  move(move: Move): void {
    this.#done = this.#done.moved(move);
    this.#undone = this.#undone.moved(move);
  }
}
