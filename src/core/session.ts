import { type Annotation, type AnnotationSet, NO_ANNOTATIONS } from './annotation/annotation';
import { type History, movedHistory, NO_HISTORY, recorded, redone, undone } from './annotation/history';
import { type LabelSet, ONTONOTES } from './annotation/labelSet';
import { Moments, type Recall } from './annotation/moments';
import { createMove, type Move, moveAll } from './annotation/move';
import { applyOperation, isIdle, moveOperation, type Operation, withRelations } from './annotation/operation';
import type { ArticleMetadata } from './article/metadata';
import { readMetadata } from './article/readMetadata';
import { type ArticleStructure, readStructure } from './article/structure';
import { layerMentions } from './mentions/layerMentions';
import type { Mention } from './mentions/mention';
import { placedSuggestion, type Suggestion } from './recognize/suggestion';
import type { FiledSidecar } from './sidecar/filed';
import type { MergeConflict } from './sidecar/merge';
import { placeSidecar } from './sidecar/place';
import { isWholesale, placeAnew } from './sidecar/placeAnew';
import type { SidecarState, SidecarStore } from './sidecar/store';
import { type Change, mapSpan } from './text/change';
import { refined } from './text/diff';
import { sameSpan } from './text/span';
import type { Text } from './text/text';

/** What changed in a session, so that a view can skip what does not concern it. */
export type SessionEvent = 'text' | 'suggestions' | 'decisions' | 'labels' | 'sidecar';

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
  readonly #listeners = new Set<(event: SessionEvent) => void>();
  #text: Text;
  #suggestions: readonly Suggestion[] = [];
  #isAnalyzed = false;
  #set: AnnotationSet = NO_ANNOTATIONS;
  #labels: LabelSet = ONTONOTES;
  #history: History = NO_HISTORY;
  readonly #moments = new Moments();
  #mentions: readonly Mention[] | undefined;
  #structure: ArticleStructure | undefined;
  #hasUnsaved = false;
  /** How often there was something new to write: what comes while the file is being written is not in it. */
  #news = 0;
  /** Operations since the running look at the sidecar began; made again on what that look brings in. */
  #since: readonly Operation[] = [];
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
    return this.#history.done.at(-1);
  }

  get canRedo(): Operation | undefined {
    return this.#history.undone.at(-1);
  }

  /** All mentions in reading order, rejected ones included. */
  get mentions(): readonly Mention[] {
    this.#mentions ??= layerMentions(this.#text.value, this.#suggestions, this.#set, this.#labels);
    return this.#mentions;
  }

  /** Annotations whose words are not in the article. */
  get orphans(): readonly Annotation[] {
    return this.#set.annotations.filter((annotation) => annotation.orphan);
  }

  get structure(): ArticleStructure {
    this.#structure ??= readStructure(this.#text.value);
    return this.#structure;
  }

  get metadata(): ArticleMetadata {
    const { title, published, source, url, language } = this.#store.article;
    const sidecar = {
      ...(title !== undefined && { title }),
      ...(published !== undefined && { published }),
      ...(source !== undefined && { source }),
      ...(url !== undefined && { url }),
      ...(language !== undefined && { language }),
    };
    return readMetadata({ text: this.#text.value, fileName: this.#fileName, setting: this.#published, sidecar });
  }

  /** @returns a function that ends the listening */
  onDidChange(listener: (event: SessionEvent) => void): () => void {
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
    const before = this.#text.value;
    const after = text.value;
    this.#text = text;
    this.#structure = undefined;
    const steps = refined(change, before);
    const move = createMove(steps, before, after);
    const isAnew = isWholesale(change, after);
    const { annotations } = this.#set;
    const recall = isReturn || isAnew ? this.#moments.recall(after) : undefined;
    this.#moments.remember(before, annotations);
    if (isAnew) {
      this.#set = placeAnew(this.#set, change, { before, after, recall });
      this.#suggestions = [];
    } else {
      this.#set = { ...this.#set, annotations: moveAll(annotations, move, after, recall) };
      this.#suggestions = movedSuggestions(this.#suggestions, steps);
    }
    const moveAsWell = recall ? movingAsWell(move, recall, annotations) : move;
    this.#history = movedHistory(this.#history, moveAsWell);
    this.#since = this.#since.map((operation) => moveOperation(operation, moveAsWell));
    this.#tell('text');
  }

  /** Takes what recognizers found in this very text. */
  setSuggestions(suggestions: readonly Suggestion[]): void {
    this.#suggestions = suggestions;
    this.#isAnalyzed = true;
    this.#tell('suggestions');
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
    const whole = withRelations(this.#set, operation);
    this.#history = recorded(this.#history, whole);
    this.#perform(whole);
  }

  /** Takes the latest decision back. @returns what was undone */
  undo(): Operation | undefined {
    return this.#step(undone(this.#history));
  }

  /** Makes the decision again that was undone last. @returns what was redone */
  redo(): Operation | undefined {
    return this.#step(redone(this.#history));
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
      this.#since = [];
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
    const before = this.#set;
    this.#adopt(loaded.sidecar);
    if (loaded.isAhead) {
      this.#markUnsaved();
      this.#isSyncWanted = true;
    }
    return loaded.vanished && before.annotations.length > 0 ? before : undefined;
  }

  async #save(): Promise<readonly MergeConflict[]> {
    const written = this.#news;
    // Title, date and source are not written: read from the article they stay true when somebody corrects them there.
    const { state, merged } = await this.#store.save(this.#set, this.#text.value, { file: this.#fileName });
    if (merged) this.#adopt(merged.sidecar);
    const isBehind = this.#news > written;
    this.#hasUnsaved = state.kind !== 'ready' || isBehind;
    if (isBehind) this.#isSyncWanted = true;
    return merged?.conflicts ?? [];
  }

  /** Takes over a file's decisions, and makes those again that a person made while it was being read. */
  #adopt(sidecar: FiledSidecar): void {
    this.#set = this.#since.reduce(applyOperation, placeSidecar(sidecar, this.#text.value));
    this.#moments.clear();
    if (this.#since.length > 0) this.#isSyncWanted = true;
    this.#tell('decisions');
  }

  #step(step: { operation: Operation; history: History } | undefined): Operation | undefined {
    if (!step) return undefined;
    this.#history = step.history;
    this.#perform(step.operation);
    return step.operation;
  }

  #perform(operation: Operation): void {
    this.#set = applyOperation(this.#set, operation);
    this.#moments.decided(operation);
    this.#since = [...this.#since, operation];
    this.#markUnsaved();
    this.#tell('decisions');
  }

  #markUnsaved(): void {
    this.#hasUnsaved = true;
    this.#news++;
  }

  #tell(event: SessionEvent): void {
    this.#mentions = undefined;
    for (const listener of [...this.#listeners]) listener(event);
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

function movedSuggestions(suggestions: readonly Suggestion[], change: Change): readonly Suggestion[] {
  return suggestions.flatMap((suggestion) => placedSuggestion(suggestion, (span) => mapSpan(span, change)) ?? []);
}
