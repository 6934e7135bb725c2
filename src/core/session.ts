import { type Annotation, type AnnotationSet, NO_ANNOTATIONS } from './annotation/annotation';
import { type History, recorded, redone, undone } from './annotation/history';
import { type LabelSet, ONTONOTES } from './annotation/labelSet';
import { Moments, type Recall } from './annotation/moments';
import { createMove, type Move, moveAll } from './annotation/move';
import { MovingAnnotations } from './annotation/movingAnnotations';
import { MovingHistory, MovingOperations } from './annotation/movingHistory';
import { applyOperation, isIdle, type Operation, withRelations } from './annotation/operation';
import type { ArticleMetadata } from './article/metadata';
import { readMetadata } from './article/readMetadata';
import { type ArticleStructure, readStructure } from './article/structure';
import { layerMentions } from './mentions/layerMentions';
import { lazyMention } from './mentions/lazyMention';
import { countMarks, type MarkCounts } from './mentions/markCounts';
import { layerMarks, relabeled } from './mentions/marks';
import type { Mark, Mention } from './mentions/mention';
import { placedSuggestion, SUGGESTION_MOVING, type Suggestion, type SuggestionRuns } from './recognize/suggestion';
import type { FiledArticle, FiledSidecar } from './sidecar/filed';
import type { MergeConflict } from './sidecar/merge';
import { placeSidecar, placing } from './sidecar/place';
import { isWholesale, placeAnew } from './sidecar/placeAnew';
import type { SidecarState, SidecarStore } from './sidecar/store';
import { type Change, mapSpan } from './text/change';
import { refined } from './text/diff';
import { MovingSpans } from './text/movingSpans';
import { bySpan, type Span, sameSpan } from './text/span';
import type { Text } from './text/text';

/** What changed in a session, so that a view can skip what does not concern it. */
export type SessionEvent =
  | 'text'
  /** What is found in a part of an article of which all else is not known yet. */
  | 'glance'
  | 'suggestions'
  | 'decisions'
  | 'labels'
  | 'sidecar';

/** An edit of the text, as the editor made it. */
export interface TextEdit {
  readonly before: Text;
  /** In the offsets of that text. */
  readonly change: Change;
}

/** All mentions of so few marks are made in the time of a frame. */
const FEW = 3_000;

/** Told of what changed; where that is the text, of how. */
export type SessionListener = (event: SessionEvent, edit?: TextEdit) => void;

/** What a look at the sidecar came to. */
export interface Synced {
  readonly state: SidecarState;
  readonly conflicts: readonly MergeConflict[];
  /** The decisions that were there before the sidecar was removed by somebody else. */
  readonly vanished?: AnnotationSet;
}

/**
 * One open article: its text, what recognizers propose, what people decided, and the mentions that come of both.
 * Everything that changes goes through a method here and is told with one event; views only read.
 */
export class ArticleSession {
  readonly #fileName: string;
  readonly #published: string;
  readonly #store: SidecarStore;
  readonly #listeners = new Set<SessionListener>();
  #text: Text;
  #suggestions = movingSuggestions([]);
  #isAnalyzed = false;
  #set: AnnotationSet = NO_ANNOTATIONS;
  /** The set's annotations where they are now, once somebody has asked for some of them or edited the text. */
  #annotations: MovingAnnotations | undefined;
  #labels: LabelSet = ONTONOTES;
  #history = new MovingHistory();
  readonly #moments = new Moments();
  #mentions: readonly Mention[] | undefined;
  #counts: MarkCounts | undefined;
  #structure: ArticleStructure | undefined;
  #metadata: { readonly of: FiledArticle; readonly metadata: ArticleMetadata } | undefined;
  #hasUnsaved = false;
  /** How often there was something new to write: what comes while the file is being written is not in it. */
  #news = 0;
  /** Operations since the running look at the sidecar began; made again on what that look brings in. */
  #since = new MovingOperations();
  #syncing: Promise<Synced> | undefined;
  #isSyncWanted = false;

  /**
   * @param published the publication date that a setting gives for articles that do not tell theirs; empty for none
   */
  constructor(text: Text, fileName: string, store: SidecarStore, published = '') {
    this.#published = published;
    this.#text = text;
    this.#fileName = fileName;
    this.#store = store;
  }

  get text(): Text {
    return this.#text;
  }

  get set(): AnnotationSet {
    const annotations = this.#annotations?.all ?? this.#set.annotations;
    if (annotations !== this.#set.annotations) this.#set = { ...this.#set, annotations };
    return this.#set;
  }

  /** The labels that the article's workspace works with. */
  get labels(): LabelSet {
    return this.#labels;
  }

  get sidecarPath(): string {
    return this.#store.path;
  }

  get sidecarState(): SidecarState {
    return this.#store.state;
  }

  /** Whether recognizers have looked at the article at least once. */
  get isAnalyzed(): boolean {
    return this.#isAnalyzed;
  }

  /** Whether there are decisions that the sidecar does not have yet. */
  get hasUnsaved(): boolean {
    return this.#hasUnsaved;
  }

  /** Whether those are where they outlive the window. */
  get isKept(): boolean {
    return this.#store.isKept;
  }

  get canUndo(): Operation | undefined {
    return this.#history.now.done.at(-1);
  }

  get canRedo(): Operation | undefined {
    return this.#history.now.undone.at(-1);
  }

  /** All mentions in reading order, rejected ones included. */
  get mentions(): readonly Mention[] {
    this.#mentions ??= layerMentions(this.#text.value, this.#suggestions.all, this.set, this.#labels);
    return this.#mentions;
  }

  /** The same, where they are there already or so few that they are made at once. */
  get mentionsAtHand(): readonly Mention[] | undefined {
    return this.#mentions || this.mostMarks <= FEW ? this.mentions : undefined;
  }

  /**
   * The marks that share a character with a span or touch it, in reading order, rejected ones included. Of a long article
   * they are there long before all mentions are: what a mark refers to, the whole article tells; the rest is its own.
   * @param span UTF-16 code units
   */
  marksIn(span: Span): readonly Mark[] {
    const suggestions = relabeled(this.#suggestions.touching(span), this.#labels);
    const around = suggestions.reduce(
      ({ start, end }, each) => ({ start: Math.min(start, each.start), end: Math.max(end, each.end) }),
      span,
    );
    // A decision beside the span may silence a suggestion that reaches into it.
    const marks = layerMarks(this.#text.value, suggestions, this.#placed().touching(around), this.#labels);
    return marks.filter(
      ({ start, end, annotation, label }) =>
        start <= span.end && end >= span.start && (annotation || this.#labels.has(label)),
    );
  }

  /** The mention that a mark is, with what the whole article tells of it: worked out when somebody wants to know. */
  mentionOf(mark: Mark): Mention {
    const known = this.mentionsAtHand?.find(({ key }) => key === mark.key);
    return known ?? lazyMention(mark, () => this.mentions);
  }

  /** At least as many as there are marks, known without looking at them. */
  get mostMarks(): number {
    return this.#suggestions.length + this.#set.annotations.length;
  }

  /**
   * How many marks there are, in the whole article. What typing does to that is told by the analysis that follows it: until
   * then these are as they were.
   */
  get counts(): MarkCounts {
    this.#counts ??= countMarks(this.#suggestions, this.#placed(), this.#labels);
    return this.#counts;
  }

  /** Annotations whose words are not in the article. */
  get orphans(): readonly Annotation[] {
    return this.set.annotations.filter((annotation) => annotation.orphan);
  }

  get structure(): ArticleStructure {
    this.#structure ??= readStructure(this.#text.value);
    return this.#structure;
  }

  get metadata(): ArticleMetadata {
    const { article } = this.#store;
    if (this.#metadata?.of !== article) this.#metadata = { of: article, metadata: this.#read(article) };
    return this.#metadata.metadata;
  }

  #read({ title, published, source, url, language }: FiledArticle): ArticleMetadata {
    const sidecar = {
      ...(title !== undefined && { title }),
      ...(published !== undefined && { published }),
      ...(source !== undefined && { source }),
      ...(url !== undefined && { url }),
      ...(language !== undefined && { language }),
    };
    return readMetadata({
      text: this.#text.value,
      structure: this.structure,
      fileName: this.#fileName,
      setting: this.#published,
      sidecar,
    });
  }

  /** @returns a function that ends the listening */
  onDidChange(listener: SessionListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * The article was edited: everything in it moves along, at once and without a new analysis.
   * @param isReturn whether the editor's undo or redo did it: where that leads to a text that was there before, everything
   *   is where it was then
   */
  changeText(change: Change, text: Text, isReturn = false): void {
    if (change.length === 0 || text.value === this.#text.value) return;
    const before = this.#text;
    const after = text.value;
    const steps = refined(change, before.value);
    const move = createMove(steps, before.value, after);
    const isAnew = isWholesale(change, after);
    const recall = isReturn || isAnew ? this.#moments.recall(after) : undefined;
    if (this.#moments.canRemember(before.value, this.#set)) this.#moments.remember(before.value, this.set.annotations);
    if (recall) this.#moveBack(recall, move);
    else {
      this.#history.edit(steps, move);
      this.#since.edit(steps, move);
    }
    if (isAnew) {
      this.#take(placeAnew(this.set, change, { before: before.value, after, recall }));
      this.#suggestions = movingSuggestions([]);
    } else {
      if (recall) this.#take({ ...this.set, annotations: moveAll(this.set.annotations, move, after, { recall }) });
      else this.#placed().edit(steps, move, after);
      this.#suggestions.edit(steps, (near) =>
        near.map((suggestion) => placedSuggestion(suggestion, (span) => mapSpan(span, steps))),
      );
    }
    this.#text = text;
    this.#structure = undefined;
    this.#metadata = undefined;
    this.#tell('text', { before, change });
  }

  /** Takes what recognizers found in this very text. */
  setSuggestions(suggestions: readonly Suggestion[] | SuggestionRuns): void {
    this.#suggestions = movingSuggestions(suggestions);
    this.#isAnalyzed = true;
    this.#tell('suggestions');
  }

  /**
   * Takes what recognizers found in a part of this very text by itself, while the whole is not known: what is in sight is
   * there first. It makes way for what is found in the whole article.
   */
  glance(part: Span, suggestions: readonly Suggestion[]): void {
    if (this.#isAnalyzed) return;
    const others = this.#suggestions.all.filter(({ start, end }) => end <= part.start || start >= part.end);
    this.#suggestions = movingSuggestions([...others, ...suggestions].sort(bySpan));
    this.#tell('glance');
  }

  /** Takes another label set. Decisions stay as they are, also those under labels that it does not have. */
  useLabels(labels: LabelSet): void {
    if (labels === this.#labels) return;
    this.#labels = labels;
    this.#tell('labels');
  }

  /** Does what a person decided, and remembers it for undo. The file follows with `sync`. */
  apply(operation: Operation): void {
    if (isIdle(operation)) return;
    const whole = withRelations(this.set, operation);
    this.#history = new MovingHistory(recorded(this.#history.now, whole));
    this.#perform(whole);
  }

  /** Takes the latest decision back. @returns what was undone */
  undo(): Operation | undefined {
    return this.#step(undone(this.#history.now));
  }

  /** Makes the decision again that was undone last. @returns what was redone */
  redo(): Operation | undefined {
    return this.#step(redone(this.#history.now));
  }

  /** The article was saved: decisions that moved with it are written to their new places. */
  markMoved(): Promise<Synced> {
    if (this.#set.annotations.length > 0) this.#markUnsaved();
    return this.sync();
  }

  /**
   * Brings session and sidecar together: writes what is not written yet, merged with what others wrote; otherwise
   * takes over what is new in the file. Calls while it runs make it run once more.
   */
  sync(): Promise<Synced> {
    this.#isSyncWanted = true;
    this.#syncing ??= this.#syncUntilStill().finally(() => {
      this.#syncing = undefined;
    });
    return this.#syncing;
  }

  async #syncUntilStill(): Promise<Synced> {
    const conflicts: MergeConflict[] = [];
    let vanished: AnnotationSet | undefined;
    while (this.#isSyncWanted) {
      this.#isSyncWanted = false;
      this.#since = new MovingOperations();
      if (this.#hasUnsaved) conflicts.push(...(await this.#save()));
      else vanished = await this.#load();
      this.#tell('sidecar');
    }
    return { state: this.#store.state, conflicts, ...(vanished && { vanished }) };
  }

  /** @returns the decisions there were, where the file is gone */
  async #load(): Promise<AnnotationSet | undefined> {
    const loaded = await this.#store.load();
    if (!loaded) return undefined;
    const before = this.set;
    await this.#adopt(loaded.sidecar);
    if (loaded.isAhead) {
      this.#markUnsaved();
      this.#isSyncWanted = true;
    }
    return loaded.vanished && before.annotations.length > 0 ? before : undefined;
  }

  async #save(): Promise<readonly MergeConflict[]> {
    const written = this.#news;
    // Title, date and source are not written: read from the article they stay true when somebody corrects them there.
    const { state, merged } = await this.#store.save(this.set, this.#text.value, { file: this.#fileName });
    if (merged) await this.#adopt(merged.sidecar);
    const isBehind = this.#news > written;
    this.#hasUnsaved = state.kind !== 'ready' || isBehind;
    if (isBehind) this.#isSyncWanted = true;
    return merged?.conflicts ?? [];
  }

  /** Takes over a file's decisions, and makes those again that a person made while it was being read. */
  async #adopt(sidecar: FiledSidecar): Promise<void> {
    const text = this.#text;
    const placed = await this.#store.run(placing(sidecar, text.value));
    const since = this.#since.all;
    // Who types meanwhile has the decisions placed at once after all.
    this.#take(since.reduce(applyOperation, text === this.#text ? placed : placeSidecar(sidecar, this.#text.value)));
    this.#moments.clear();
    if (since.length > 0) this.#isSyncWanted = true;
    this.#tell('decisions');
  }

  #step(step: { operation: Operation; history: History } | undefined): Operation | undefined {
    if (!step) return undefined;
    this.#history = new MovingHistory(step.history);
    this.#perform(step.operation);
    return step.operation;
  }

  #perform(operation: Operation): void {
    this.#take(applyOperation(this.set, operation));
    this.#moments.decided(operation);
    this.#since = new MovingOperations([...this.#since.all, operation]);
    this.#markUnsaved();
    this.#tell('decisions');
  }

  #markUnsaved(): void {
    this.#hasUnsaved = true;
    this.#news++;
  }

  /** What past decisions hold goes where the text has it that is there again. */
  #moveBack(recall: Recall, move: Move): void {
    const back = movingAsWell(move, recall, this.set.annotations);
    this.#history.move(back);
    this.#since = this.#since.moved(back);
  }

  #take(set: AnnotationSet): void {
    this.#set = set;
    this.#annotations = undefined;
  }

  #placed(): MovingAnnotations {
    this.#annotations ??= new MovingAnnotations(this.#set.annotations);
    return this.#annotations;
  }

  #tell(event: SessionEvent, edit?: TextEdit): void {
    // A look at the sidecar that brought something has told of the decisions in it.
    if (event !== 'sidecar') this.#mentions = undefined;
    if (event !== 'sidecar' && event !== 'text') this.#counts = undefined;
    for (const listener of [...this.#listeners]) listener(event, edit);
  }
}

/** How the annotations of past decisions move: as those in the set do, where they are in one place with them. */
function movingAsWell(move: Move, recall: Recall, annotations: readonly Annotation[]): Move {
  const present = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  return (annotation) => {
    const now = present.get(annotation.id);
    const isThere = now && sameSpan(now, annotation) && !now.orphan === !annotation.orphan;
    return (isThere && recall(annotation)) || move(annotation);
  };
}

function movingSuggestions(suggestions: readonly Suggestion[] | SuggestionRuns): MovingSpans<Suggestion> {
  return new MovingSpans(suggestions, SUGGESTION_MOVING);
}
