import { type Annotation, type AnnotationSet, NO_ANNOTATIONS } from './annotation/annotation';
import { type History, movedHistory, NO_HISTORY, recorded, redone, undone } from './annotation/history';
import { type LabelSet, ONTONOTES } from './annotation/labelSet';
import { createMove, moveAll } from './annotation/move';
import { applyOperation, isIdle, moveOperation, type Operation, withRelations } from './annotation/operation';
import type { ArticleMetadata } from './article/metadata';
import { readMetadata } from './article/readMetadata';
import { type ArticleStructure, readStructure } from './article/structure';
import { layerMentions } from './mentions/layerMentions';
import type { Mention } from './mentions/mention';
import { placedSuggestion, type Suggestion } from './recognize/suggestion';
import type { FiledSidecar } from './sidecar/filed';
import type { MergeConflict } from './sidecar/merge';
import { EMPTY_FRAME, fileSidecar, placeSidecar } from './sidecar/place';
import type { SidecarState, SidecarStore } from './sidecar/store';
import { type Change, mapSpan } from './text/change';
import { refined } from './text/diff';
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
  #mentions: readonly Mention[] | undefined;
  #structure: ArticleStructure | undefined;
  #hasUnsaved = false;
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

  /** The article was edited: everything in it moves along, at once and without a new analysis. */
  changeText(change: Change, text: Text): void {
    if (change.length === 0 || text.value === this.#text.value) return;
    const before = this.#text.value;
    const after = text.value;
    this.#text = text;
    this.#structure = undefined;
    const steps = refined(change, before);
    const move = createMove(steps, before, after);
    if (isWholesale(change, before)) {
      const filed = fileSidecar(this.#set, before, EMPTY_FRAME);
      this.#set = placeSidecar(filed, after);
      this.#suggestions = [];
    } else {
      this.#set = { ...this.#set, annotations: moveAll(this.#set.annotations, move, after) };
      this.#suggestions = movedSuggestions(this.#suggestions, steps);
    }
    this.#history = movedHistory(this.#history, move);
    this.#since = this.#since.map((operation) => moveOperation(operation, move));
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
    if (this.#set.annotations.length > 0) this.#hasUnsaved = true;
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
      this.#hasUnsaved = true;
      this.#isSyncWanted = true;
    }
    return loaded.vanished && before.annotations.length > 0 ? before : undefined;
  }

  async #save(): Promise<readonly MergeConflict[]> {
    // Title, date and source are not written: read from the article they stay true when somebody corrects them there.
    const { state, merged } = await this.#store.save(this.#set, this.#text.value, { file: this.#fileName });
    if (merged) this.#adopt(merged.sidecar);
    this.#hasUnsaved = state.kind !== 'ready' || this.#since.length > 0;
    if (this.#since.length > 0) this.#isSyncWanted = true;
    return merged?.conflicts ?? [];
  }

  /** Takes over a file's decisions, and makes those again that a person made while it was being read. */
  #adopt(sidecar: FiledSidecar): void {
    this.#set = this.#since.reduce(applyOperation, placeSidecar(sidecar, this.#text.value));
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
    this.#since = [...this.#since, operation];
    this.#hasUnsaved = true;
    this.#tell('decisions');
  }

  #tell(event: SessionEvent): void {
    this.#mentions = undefined;
    for (const listener of [...this.#listeners]) listener(event);
  }
}

/** Whether so much was replaced at once (revert, checkout, paste over all) that places mean nothing any more. */
function isWholesale(change: Change, before: string): boolean {
  const replaced = change.reduce((sum, { start, end }) => sum + end - start, 0);
  return replaced > 200 && replaced > before.length / 2;
}

function movedSuggestions(suggestions: readonly Suggestion[], change: Change): readonly Suggestion[] {
  return suggestions.flatMap((suggestion) => placedSuggestion(suggestion, (span) => mapSpan(span, change)) ?? []);
}
