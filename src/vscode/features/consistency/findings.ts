import * as vscode from 'vscode';
import { findInconsistencies, type Inconsistency } from '../../../core/corpus/consistency';
import { isDismissed } from '../../../core/corpus/dismissals';
import { type SortedFindings, sortFindings } from '../../../core/corpus/listedFindings';
import { pause } from '../../adapt/slices';
import type { Services } from '../../services';

/** How long changes of the index are gathered before all articles are compared again, in milliseconds. */
const GATHER = 1_000;

/** And while articles are still being read. */
const GATHER_GROWING = 5_000;

/** How long somebody who has mended something looks for what comes of it, in milliseconds. */
const AWAITED = 10_000;

/** Comparing takes at most one part in so many of the time. */
const SHARE = 5;

/** What is inconsistent over all articles: compared again whenever the index has changed, as long as somebody looks. */
export class Findings implements vscode.Disposable {
  readonly #services: Services;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #found: readonly Inconsistency[] | undefined;
  /** The same in lists; undefined where it, or what is dismissed of it, has changed. */
  #sorted: SortedFindings | undefined;
  #wasGrowing = false;
  #awaitedUntil = 0;
  /** The index's version that was compared last. */
  #version = -1;
  /** How long that took, in milliseconds. */
  #cost = 0;
  #isWanted = false;
  #isBusy = false;
  #isDisposed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** There are other findings, or others are dismissed. */
  readonly onDidChange = this.#changed.event;

  constructor(services: Services) {
    this.#services = services;
    this.#subscriptions = vscode.Disposable.from(
      services.corpus.onDidChange(() => this.#soon()),
      services.corpus.onDidProgress(() => this.#progress()),
      services.dismissals.onDidChange(() => this.#tell()),
      services.dismissals.onDidForget(() => this.#tell()),
    );
  }

  /** Those that nobody has dismissed, by kind; undefined before the articles were compared. */
  get open(): SortedFindings['open'] | undefined {
    return this.#found && this.sorted.open;
  }

  /** The same with what was dismissed; empty before. */
  get sorted(): SortedFindings {
    this.#sorted ??= sortFindings(this.#found ?? [], (finding) => this.#isDismissed(finding));
    return this.#sorted;
  }

  /** Whether articles are still being read, so that more will be found. */
  get isGrowing(): boolean {
    const { state } = this.#services.corpus.progress;
    return state === 'reading' || state === 'indexing';
  }

  /** Resolves once the articles have been compared. */
  async compared(): Promise<void> {
    this.want(true);
    while (!this.#found && !this.#isDisposed)
      await new Promise<void>((resolve) => {
        const heard = this.onDidChange(() => {
          heard.dispose();
          resolve();
        });
      });
  }

  /** Compares from now on, or no more. */
  want(isWanted: boolean): void {
    this.#isWanted = isWanted;
    if (!isWanted) return;
    this.#services.dismissals.start();
    this.#services.corpus.want();
    if (!this.#found) this.#now();
    else this.#soon();
  }

  /** Somebody has just mended something and looks for it to be gone: what changes now is compared without waiting long. */
  awaitNews(): void {
    this.#awaitedUntil = Date.now() + AWAITED;
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }

  #isDismissed(finding: Inconsistency): boolean {
    return (vscode.workspace.workspaceFolders ?? []).some(({ uri }) => {
      const dismissals = this.#services.dismissals.of(uri)?.reading.dismissals ?? [];
      return dismissals.length > 0 && isDismissed(finding, dismissals, withinFolder(uri));
    });
  }

  #soon(): void {
    if (!this.#isWanted) return;
    const isAwaited = Date.now() < this.#awaitedUntil;
    if (isAwaited) clearTimeout(this.#timer);
    else if (this.#timer) return;
    const rest = Math.max(this.isGrowing ? GATHER_GROWING : GATHER, this.#cost * SHARE);
    this.#timer = setTimeout(() => this.#now(), isAwaited ? GATHER : rest);
  }

  #now(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#compare().catch((error: unknown) => this.#services.log.error('Comparing all articles:', error));
  }

  async #compare(): Promise<void> {
    const { index } = this.#services.corpus;
    if (this.#isBusy || this.#isDisposed || index.version === this.#version) return;
    this.#isBusy = true;
    const { version } = index;
    const started = Date.now();
    try {
      const found = await findInconsistencies(index, pause);
      this.#version = version;
      this.#take(found);
    } finally {
      this.#isBusy = false;
      this.#cost = Date.now() - started;
    }
    if (index.version !== version) this.#soon();
  }

  #take(found: readonly Inconsistency[]): void {
    this.#found = found;
    this.#tell();
  }

  /** Once all articles are read, findings go to their places. */
  #progress(): void {
    const { isGrowing } = this;
    const isDone = this.#wasGrowing && !isGrowing;
    this.#wasGrowing = isGrowing;
    if (!isDone) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#soon();
    this.#tell();
  }

  #tell(): void {
    this.#sorted = undefined;
    if (this.#found && !this.#isDisposed) this.#changed.fire();
  }
}

/** Makes of articles' paths their paths in a folder, `/` between folders; those elsewhere stay as they are. */
export function withinFolder(folder: vscode.Uri): (path: string) => string {
  const root = `${folder.toString().replace(/\/$/, '')}/`;
  return (path) => (path.startsWith(root) ? decodeURIComponent(path.slice(root.length)) : path);
}
