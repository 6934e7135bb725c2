import type { AnnotationSet } from '../annotation/annotation';
import type { Operation } from '../annotation/operation';
import type { Decider, Ground } from '../mentions/decide';
import { type Passage, passagesOf, type Version } from './passages';
import { refuse, take, takeAgreed } from './settle';

/** How far a curator is. */
export interface CuratorProgress {
  readonly done: number;
  readonly open: number;
}

/** Goes through what several people say of an article, from one open passage to the next, deciding between them. */
export class Curator {
  readonly #ground: () => Ground;
  #versions: readonly Version[];
  #known: { readonly set: AnnotationSet; readonly passages: readonly Passage[] } | undefined;
  /** Where the curator is: the place of a passage, which outlives every decision. */
  #at: { readonly start: number; readonly end: number };

  /**
   * @param ground the article, and what the curator has decided, as it is now
   * @param start where to begin, UTF-16 code units
   */
  constructor(ground: () => Ground, versions: readonly Version[], start = 0) {
    this.#ground = ground;
    this.#versions = versions;
    this.#at = { start, end: start };
    this.goTo(start);
    if (this.focus?.verdict !== 'open') this.next();
  }

  /** The text changed, and their annotations are at other places. */
  replace(versions: readonly Version[]): void {
    this.#versions = versions;
    this.#known = undefined;
  }

  /** In reading order. */
  get passages(): readonly Passage[] {
    const { set } = this.#ground();
    if (this.#known?.set !== set) this.#known = { set, passages: passagesOf(this.#versions, set) };
    return this.#known.passages;
  }

  /** The passage that a decision is about now. */
  get focus(): Passage | undefined {
    return this.passages.find(({ start, end }) => start === this.#at.start && end === this.#at.end);
  }

  get progress(): CuratorProgress {
    const open = this.passages.filter(({ verdict }) => verdict === 'open').length;
    return { open, done: this.passages.length - open };
  }

  /** Goes to the smallest passage around a place, else to the first one after it. @returns whether there is one */
  goTo(offset: number): boolean {
    const around = this.passages.filter(({ start, end }) => start <= offset && offset <= end);
    const [smallest] = around.sort((a, b) => a.end - a.start - (b.end - b.start));
    return this.#goTo(smallest ?? this.passages.find(({ start }) => start >= offset));
  }

  /** Goes to the next open passage, around the end; where none is open, to the next one. */
  next(): boolean {
    return this.#step(this.passages);
  }

  previous(): boolean {
    return this.#step([...this.passages].reverse());
  }

  /** Takes one of the focus' choices, by its place. @returns undefined where there is none of that number */
  take(number: number, decider: Decider): Operation | undefined {
    const choice = this.focus?.choices[number];
    return this.focus && choice && take(this.#ground(), this.focus, choice, decider);
  }

  /** Takes the focus' only choice, or the one that most people made. @returns undefined where none has most */
  takeLikeliest(decider: Decider): Operation | undefined {
    const counts = this.focus?.choices.map(({ said }) => said.length) ?? [];
    const most = Math.max(...counts);
    const isOne = counts.filter((count) => count === most).length === 1;
    return isOne ? this.take(counts.indexOf(most), decider) : undefined;
  }

  /** Takes nothing of the focus. */
  refuse(decider: Decider): Operation | undefined {
    return this.focus && refuse(this.#ground(), this.focus, decider);
  }

  takeAgreed(decider: Decider): Operation {
    return takeAgreed(this.#ground(), this.passages, decider);
  }

  #step(inOrder: readonly Passage[]): boolean {
    const { focus } = this;
    const at = focus ? inOrder.indexOf(focus) : inOrder.findIndex(({ start }) => start >= this.#at.start) - 1;
    const around = [...inOrder.slice(at + 1), ...inOrder.slice(0, Math.max(0, at + 1))];
    return this.#goTo(around.find(({ verdict }) => verdict === 'open') ?? around[0]);
  }

  #goTo(passage: Passage | undefined): boolean {
    if (passage) this.#at = { start: passage.start, end: passage.end };
    return passage !== undefined;
  }
}
