import { byPlace } from '../annotation/annotation';
import type { Operation } from '../annotation/operation';
import { type Resizing, resized, type Side, wordAt } from '../marking/words';
import { accept, add, type Decider, type Ground, reject, relabel, remove } from '../mentions/decide';
import { isPressing, isShown, type Mention } from '../mentions/mention';
import { mentionAt } from '../mentions/mentionAt';
import type { ArticleSession } from '../session';
import { overlaps, type Span, sameSpan } from '../text/span';
import { reshape } from './reshape';
import { inLabelScope, inScope, type Scope } from './scope';

/** What a review needs of those who hold it. */
export interface ReviewPorts {
  /** Who decides, asked anew for each decision. */
  decider(): Decider;
  /** Whether the person reviews such mentions at all; hidden labels are passed over. */
  isWanted(mention: Mention): boolean;
}

/** Where the person is: on a mention, whose edges they may have moved, or on words of their own choice. */
export interface Focus {
  readonly mention?: Mention;
  readonly span: Span;
}

export interface Progress {
  /** Decisions in the article. */
  readonly done: number;
  readonly undecided: number;
}

/**
 * One walk through the suggestions of an article. Each act decides something and goes on to what is undecided next; all
 * of it is done through the session, so that it is undone there and seen everywhere.
 */
export class Review {
  readonly #session: ArticleSession;
  readonly #ports: ReviewPorts;
  #place: { readonly key?: string; readonly span: Span };

  /** @param from the place to begin at; UTF-16 code units */
  constructor(session: ArticleSession, ports: ReviewPorts, from = 0) {
    this.#session = session;
    this.#ports = ports;
    this.#place = { span: { start: from, end: from } };
    if (!this.focus.mention) this.next();
  }

  get focus(): Focus {
    const { key, span } = this.#place;
    const mention = key === undefined ? undefined : this.#session.mentions.find((other) => other.key === key);
    return { span, ...(mention && { mention }) };
  }

  /** Whether the edges of the mention were moved, and nothing is decided yet. */
  get isResized(): boolean {
    const { mention, span } = this.focus;
    return mention !== undefined && !sameSpan(mention, span);
  }

  /** What is still to be decided, in reading order. */
  get undecided(): readonly Mention[] {
    return this.#session.mentions.filter((mention) => isPressing(mention) && this.#ports.isWanted(mention));
  }

  get progress(): Progress {
    const decided = this.#session.set.annotations.filter(({ status }) => status !== 'suggested');
    return { done: decided.length, undecided: this.undecided.length };
  }

  /** The person went somewhere: onto a mention, into a word that is none, or to words that they selected. */
  goTo(span: Span): void {
    const shown = this.#session.mentions.filter((mention) => isShown(mention) && this.#ports.isWanted(mention));
    const isBare = span.start === span.end;
    const exact = shown.find((mention) => sameSpan(mention, span));
    const mention = exact ?? (isBare ? mentionAt(shown, span.start) : undefined);
    if (mention) this.#settleOn(mention);
    else this.#place = { span: (isBare && wordAt(this.#session.text.value, span.start)) || span };
  }

  /**
   * Leaves things undecided and goes to the next undecided suggestion, from the last one to the first.
   * @returns false where there is none
   */
  next(): boolean {
    const { start } = this.#place.span;
    const open = this.undecided;
    const here = open.findIndex(({ key }) => key === this.#place.key);
    const ahead = here >= 0 ? open[here + 1] : open.find((mention) => mention.start >= start);
    return this.#settleOn(ahead ?? open[0]);
  }

  /** Goes back to the undecided suggestion before, from the first one to the last. */
  previous(): boolean {
    const { start } = this.#place.span;
    const open = this.undecided;
    const here = open.findIndex(({ key }) => key === this.#place.key);
    const before = here >= 0 ? open[here - 1] : open.findLast((mention) => mention.start < start);
    return this.#settleOn(before ?? open.at(-1));
  }

  /** Takes a word in at one edge, or leaves one out; decided by the verdict that follows. */
  resize(side: Side, how: Resizing): void {
    const { mention, span } = this.focus;
    const signs = mention !== undefined && this.#session.labels.of(mention.label).group === 'quotation';
    const wider = resized(this.#session.text.value, span, side, how, signs);
    this.#place = { ...this.#place, span: wider };
  }

  /** Says yes: to the mention as its edges are now, or to all that the scope takes in. */
  accept(scope: Scope = 'one'): Operation | undefined {
    const { mention, span } = this.focus;
    const meant = mention ?? (scope === 'rest' ? this.#firstFrom(span.start) : undefined);
    if (!meant) return undefined;
    const ground = this.#ground();
    const decider = this.#ports.decider();
    if (this.isResized && scope === 'one') return this.#decide(reshape(ground, meant, span, meant.label, decider));
    const all = inScope(this.#session.mentions, meant, scope, (other) => this.#ports.isWanted(other));
    return this.#decide(accept(ground, all, decider));
  }

  /** Says no. */
  reject(scope: Scope = 'one'): Operation | undefined {
    const { mention, span } = this.focus;
    const meant = mention ?? (scope === 'rest' ? this.#firstFrom(span.start) : undefined);
    if (!meant) return undefined;
    const all = inScope(this.#session.mentions, meant, scope, (other) => this.#ports.isWanted(other));
    return this.#decide(reject(this.#ground(), all, this.#ports.decider()));
  }

  /**
   * Gives a label: to the mention as its edges are now, to all mentions of its entity, or to words of the person's own.
   * @returns undefined where there are no words
   */
  label(label: string, scope: Scope = 'one'): Operation | undefined {
    const { mention, span } = this.focus;
    const ground = this.#ground();
    const decider = this.#ports.decider();
    if (!mention) {
      if (span.end === span.start) return undefined;
      return this.#decide(add(ground, span, label, this.#session.mentions, decider));
    }
    const others = inLabelScope(this.#session.mentions, mention, scope).filter(({ key }) => key !== mention.key);
    const first = reshape(ground, mention, span, label, decider);
    if (others.length === 0) return this.#decide(first);
    const rest = relabel(ground, others, label, decider);
    const { title } = relabel(ground, [mention, ...others], label, decider);
    const relations = [...(first.relations ?? []), ...(rest.relations ?? [])];
    return this.#decide({
      title,
      edits: [...first.edits, ...rest.edits],
      ...(relations.length > 0 && { relations }),
    });
  }

  /** Takes the decision on the mention back, and stays there. @returns undefined where there is none */
  remove(): Operation | undefined {
    const { mention } = this.focus;
    if (!mention?.annotation) return undefined;
    const operation = remove([mention]);
    this.#session.apply(operation);
    this.goTo({ start: mention.start, end: mention.end });
    return operation;
  }

  /** Takes the latest decision back and goes to where it was made. */
  undo(): Operation | undefined {
    return this.#wentTo(this.#session.undo());
  }

  /** Makes the decision again that was taken back last, and goes on from there. */
  redo(): Operation | undefined {
    const operation = this.#session.redo();
    this.#wentTo(operation);
    if (operation && this.focus.mention?.status !== 'suggested') this.next();
    return operation;
  }

  #decide(operation: Operation): Operation {
    this.#session.apply(operation);
    this.next();
    return operation;
  }

  #wentTo(operation: Operation | undefined): Operation | undefined {
    const [first] = (operation?.edits ?? []).flatMap(({ before, after }) => before ?? after ?? []).sort(byPlace);
    if (!first || first.orphan) return operation;
    const span = { start: first.start, end: first.end };
    const { labels } = this.#session;
    // A quotation around a name is not what the name's decision was about.
    const { group } = labels.of(first.label);
    const open = this.undecided.filter(
      (mention) => sameSpan(mention, span) || (overlaps(mention, span) && labels.of(mention.label).group === group),
    );
    if (!this.#settleOn(open.find((mention) => sameSpan(mention, span)) ?? open[0])) this.goTo(span);
    return operation;
  }

  #firstFrom(start: number): Mention | undefined {
    return this.undecided.find((mention) => mention.start >= start);
  }

  #settleOn(mention: Mention | undefined): boolean {
    if (!mention) return false;
    this.#place = { key: mention.key, span: { start: mention.start, end: mention.end } };
    return true;
  }

  #ground(): Ground {
    const { text, set, labels } = this.#session;
    return { text: text.value, set, labels };
  }
}
