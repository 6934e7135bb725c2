import * as vscode from 'vscode';
import type { LabelSet } from '../../../core/annotation/labelSet';
import { t } from '../../../core/l10n';
import { snapped } from '../../../core/marking/words';
import { perform } from '../../../core/review/perform';
import { REVIEW_ACTS, readAct } from '../../../core/review/readAct';
import { Review } from '../../../core/review/review';
import type { ReviewAct } from '../../../core/review/reviewKeys';
import { sameSpan, withoutOuterSpace } from '../../../core/text/span';
import { setContext } from '../../adapt/context';
import { Guard } from '../../adapt/guard';
import { toRange, toSpan } from '../../adapt/position';
import { say } from '../../adapt/say';
import { settingsFor } from '../../adapt/settings';
import { deciderFor } from '../../articles/deciding';
import type { OpenArticle } from '../../articles/openArticle';
import { partlyInWords } from '../../articles/reasons';
import { canDecide } from '../../articles/sidecarTrouble';
import { COMMANDS, CONTEXT_KEYS } from '../../contributions';
import type { Services } from '../../services';
import { FocusMark } from './focusMark';
import { showKeys } from './keysHelp';
import { OwnSelections } from './ownSelections';
import { ReviewLine } from './reviewLine';
import { toldOf } from './toldOf';

/** Review mode: from one undecided suggestion to the next, one key for each decision. */
export function registerReview(services: Services): vscode.Disposable {
  const mode = new ReviewMode(services);
  return vscode.Disposable.from(
    mode,
    vscode.commands.registerCommand(COMMANDS.review, () => mode.begin()),
    vscode.commands.registerCommand(COMMANDS.leaveReview, () => mode.leave()),
    vscode.commands.registerCommand(COMMANDS.pickInReview, () => mode.pickLabel()),
    vscode.commands.registerCommand(COMMANDS.reviewKeys, () => mode.showKeys()),
    ...REVIEW_ACTS.map((act) =>
      vscode.commands.registerCommand(commandOf(act), (args?: unknown) => {
        const whole = readAct(act, args);
        if (whole) return mode.perform(whole);
        return say(t('This keybinding has arguments that review mode does not know.'));
      }),
    ),
  );
}

function commandOf(act: ReviewAct['act']): string {
  return `${COMMANDS.review}${act.charAt(0).toUpperCase()}${act.slice(1)}`;
}

/** An article under review. */
interface Running {
  readonly article: OpenArticle;
  readonly review: Review;
}

class ReviewMode implements vscode.Disposable {
  readonly #services: Services;
  readonly #guard: Guard;
  readonly #mark = new FocusMark();
  readonly #line = new ReviewLine();
  readonly #disposables: readonly vscode.Disposable[];
  readonly #own = new OwnSelections();
  #running: Running | undefined;

  constructor(services: Services) {
    this.#services = services;
    this.#guard = new Guard(services.log);
    // Keys outlive an extension host that was started again; its mode does not.
    setContext(services.log, CONTEXT_KEYS.reviewing, false);
    this.#disposables = [
      this.#mark,
      this.#line,
      vscode.window.onDidChangeActiveTextEditor(() => this.#resume()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (!this.#own.isEchoed(textEditor)) this.#follow(textEditor);
      }),
      services.articles.onDidChange(({ article, event }) => {
        if (article !== this.#running?.article) return;
        if (event === 'closed') this.#lose(article);
        else if (event === 'text') this.#follow(this.#editor());
        else this.#draw();
      }),
    ];
  }

  /** Starts where the cursor is. */
  async begin(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const article = editor && this.#services.articles.get(editor.document.uri);
    if (!article) return say(t('Review works in an open article.'));
    if (article.isPartly) return say(partlyInWords());
    if (!article.session.isAnalyzed) return say(t('The article is still being read. Please try again in a moment.'));
    if (!canDecide(article)) return;
    await vscode.commands.executeCommand(COMMANDS.leaveCuration);
    if (this.#running && this.#running.article !== article) this.#end();
    const ports = {
      decider: () => deciderFor(article),
      isWanted: ({ label }: { readonly label: string }) => !settingsFor(article.uri).hiddenLabels.includes(label),
    };
    const { start } = toSpan(article.session.text, editor.selection);
    const running = { article, review: new Review(article.session, ports, start) };
    this.#running = running;
    await this.#guard.raise(article.uri);
    // Meanwhile the article may have been closed, or the person may have gone elsewhere: then the keys are others'.
    if (this.#running !== running) return;
    this.#resume();
    this.#show();
  }

  async leave(): Promise<void> {
    const running = this.#running;
    if (!running) return;
    this.#end();
    await this.#guard.lift(running.article.uri);
    const { done, undecided } = running.review.progress;
    say(t('Review ended: {0} done, {1} left.', done, undecided));
  }

  /** Does what a key stands for, and shows where that leads. */
  async perform(act: ReviewAct): Promise<void> {
    const running = this.#running;
    const editor = this.#editor();
    if (!running || !editor) return;
    const { article, review } = running;
    const { labels } = article.session;
    const decides = !['next', 'previous', 'resize'].includes(act.act);
    if (decides && !canDecide(article)) return;
    if (act.act === 'label') {
      const label = labelWithKey(labels, act.key);
      if (label === undefined) return say(t('No label of {0} has the key {1}.', labels.title, act.key));
      // Several cursors, or one name wherever it stands: that is marking, and the same as outside review mode.
      if (editor.selections.length > 1) return this.#markBy(COMMANDS.mark, label);
      if (act.scope === 'entity' && !review.focus.mention) return this.#markBy(COMMANDS.markEverywhere, label);
    }
    const { start } = review.focus.span;
    const operation = perform(review, act, (key) => labelWithKey(labels, key));
    if (operation) article.sync();
    const isAround = act.act !== 'undo' && act.act !== 'previous' && review.focus.span.end < start;
    const message = toldOf(act, operation, isAround ? review.progress.undecided : 0);
    if (message) say(message);
    this.#show();
  }

  /** Asks for the label in a list, the likeliest first. */
  async pickLabel(): Promise<void> {
    if (this.#editor()) await this.#markBy(COMMANDS.mark);
  }

  async showKeys(): Promise<void> {
    if (!this.#running) return;
    const key = await showKeys(this.#running.article.session.labels);
    if (key?.act) await this.perform(key.act);
    else if (key?.command) await vscode.commands.executeCommand(COMMANDS[key.command]);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** Marks what is selected, and goes on. */
  async #markBy(command: string, label?: string): Promise<void> {
    const running = this.#running;
    await vscode.commands.executeCommand(command, label === undefined ? undefined : { label });
    if (running !== this.#running || !running) return;
    const { mention } = running.review.focus;
    if (mention?.status !== 'suggested') running.review.next();
    this.#show();
  }

  #end(): void {
    this.#running = undefined;
    this.#mark.hide();
    this.#line.hide();
    setContext(this.#services.log, CONTEXT_KEYS.reviewing, false);
  }

  /** The article is one no more: what is left of it in an editor can be typed into again. */
  #lose({ uri }: OpenArticle): void {
    this.#end();
    void this.#guard.lift(uri);
  }

  /** Another editor is active: the keys are those of review mode only in the article itself. */
  #resume(): void {
    const active = vscode.window.activeTextEditor;
    // Between two editors there is none for a moment; and a panel that takes the focus takes the keys anyway.
    if (!active) return;
    const isHere = this.#running !== undefined && active.document === this.#running.article.document;
    setContext(this.#services.log, CONTEXT_KEYS.reviewing, isHere);
    if (isHere) this.#draw();
    else {
      this.#line.hide();
      void this.#guard.lift(active.document.uri);
    }
  }

  /** The person moved the cursor: what they went to is what the keys are about. */
  #follow(editor: vscode.TextEditor | undefined): void {
    const running = this.#running;
    if (!running || editor?.document !== running.article.document) return;
    const { text } = running.article.session;
    const selected = toSpan(text, editor.selection);
    if (sameSpan(selected, running.review.focus.span)) return;
    const words = withoutOuterSpace(text.value, selected);
    const isWhole = settingsFor(running.article.uri).snapToWords && words.end > words.start;
    running.review.goTo(isWhole ? snapped(text.value, words) : selected);
    this.#draw();
  }

  /** Brings what is to be decided into sight, selected. */
  #show(): void {
    const editor = this.#editor();
    const running = this.#running;
    if (!editor || !running) return;
    const range = toRange(running.article.session.text, running.review.focus.span);
    this.#own.set(editor, range);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    this.#draw();
  }

  #draw(): void {
    const running = this.#running;
    if (!running) return;
    const { article, review } = running;
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === article.document) this.#mark.show(editor, article, review.focus);
    }
    if (this.#editor()) this.#line.show(review, article.session);
  }

  /** The active editor, where it shows the article under review. */
  #editor(): vscode.TextEditor | undefined {
    const editor = vscode.window.activeTextEditor;
    return editor && editor.document === this.#running?.article.document ? editor : undefined;
  }
}

function labelWithKey({ labels }: LabelSet, key: string): string | undefined {
  return labels.find((label) => label.key === key)?.id;
}
