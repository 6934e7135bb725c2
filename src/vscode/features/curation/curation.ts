import * as vscode from 'vscode';
import { Curator } from '../../../core/agreement/curator';
import { isIdle, type Operation } from '../../../core/annotation/operation';
import { t } from '../../../core/l10n';
import { sidecarName } from '../../../core/sidecar/paths';
import { setContext } from '../../adapt/context';
import { fileNameOf } from '../../adapt/fileName';
import { Guard } from '../../adapt/guard';
import { toRange, toSpan } from '../../adapt/position';
import { say } from '../../adapt/say';
import { settingsFor } from '../../adapt/settings';
import { carryOut, deciderFor, groundOf } from '../../articles/deciding';
import type { OpenArticle } from '../../articles/openArticle';
import { canDecide } from '../../articles/sidecarTrouble';
import { type FiledVersion, filedVersions, placedVersions } from '../../articles/versions';
import { COMMANDS, CONTEXT_KEYS, SETTINGS, VIEWS } from '../../contributions';
import type { Services } from '../../services';
import { CurationLine } from './curationLine';
import { PassageMarks } from './passageMarks';
import { PassageTree, type Row } from './passageTree';

/** Curation: from one passage that annotators have marked to the next, one key for whoever is right. */
export function registerCuration(services: Services): vscode.Disposable {
  const mode = new CurationMode(services);
  const on = (command: string, job: (args: unknown) => unknown) => vscode.commands.registerCommand(command, job);
  return vscode.Disposable.from(
    mode,
    on(COMMANDS.curate, () => mode.begin()),
    on(COMMANDS.leaveCuration, () => mode.leave()),
    on(COMMANDS.curationTake, (args) => mode.take(numberIn(args, 'choice'))),
    on(COMMANDS.curationRefuse, () => mode.decide((curator, article) => curator.refuse(deciderFor(article)))),
    on(COMMANDS.curationTakeAgreed, () => mode.decide((curator, article) => curator.takeAgreed(deciderFor(article)))),
    on(COMMANDS.curationNext, () => mode.go((curator) => curator.next())),
    on(COMMANDS.curationPrevious, () => mode.go((curator) => curator.previous())),
    on(COMMANDS.curationGoTo, (args) => mode.go((curator) => curator.goTo(numberIn(args, 'start') ?? 0))),
  );
}

/** A number that a key or a row gives. */
function numberIn(args: unknown, name: string): number | undefined {
  const value: unknown = typeof args === 'object' && args !== null ? Reflect.get(args, name) : undefined;
  return typeof value === 'number' ? value : undefined;
}

/** An article under curation. */
interface Running {
  readonly article: OpenArticle;
  readonly filed: readonly FiledVersion[];
  readonly curator: Curator;
}

class CurationMode implements vscode.Disposable {
  readonly #services: Services;
  readonly #guard: Guard;
  readonly #marks = new PassageMarks();
  readonly #line = new CurationLine();
  readonly #tree = new PassageTree();
  readonly #view: vscode.TreeView<Row>;
  readonly #disposables: readonly vscode.Disposable[];
  #running: Running | undefined;

  constructor(services: Services) {
    this.#services = services;
    this.#guard = new Guard(services.log);
    // Keys outlive an extension host that was started again; its mode does not.
    for (const key of [CONTEXT_KEYS.curating, CONTEXT_KEYS.hasCuration]) setContext(services.log, key, false);
    this.#view = vscode.window.createTreeView(VIEWS.curation, { treeDataProvider: this.#tree });
    this.#disposables = [
      this.#marks,
      this.#line,
      this.#view,
      vscode.window.onDidChangeActiveTextEditor(() => this.#resume()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        if (kind === vscode.TextEditorSelectionChangeKind.Mouse) this.#follow(textEditor);
      }),
      services.articles.onDidChange(({ article, event }) => {
        if (article !== this.#running?.article) return;
        if (event === 'closed') this.#lose(article);
        else if (event === 'text') this.#placeAnew(this.#running);
        else if (event !== 'suggestions') this.#draw();
      }),
    ];
  }

  /** Starts where the cursor is. */
  async begin(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const article = editor && this.#services.articles.get(editor.document.uri);
    if (!article) return say(t('Curation works in an open article.'));
    if (!canDecide(article)) return;
    if (isNamed(article)) return;
    const filed = await this.#versionsOf(article);
    if (!filed || editor !== vscode.window.activeTextEditor) return;
    await vscode.commands.executeCommand(COMMANDS.leaveReview);
    if (this.#running && this.#running.article !== article) this.#end();
    const { text } = article.session;
    const versions = placedVersions(filed, text.value);
    const { start } = toSpan(text, editor.selection);
    const running = { article, filed, curator: new Curator(() => groundOf(article), versions, start) };
    this.#running = running;
    await this.#guard.raise(article.uri);
    // Meanwhile the article may have been closed, or the person may have gone elsewhere: then the keys are others'.
    if (this.#running !== running) return;
    this.#resume();
    setContext(this.#services.log, CONTEXT_KEYS.hasCuration, true);
    this.#show();
    this.#reveal();
  }

  async leave(): Promise<void> {
    const running = this.#running;
    if (!running) return;
    const { done, open } = running.curator.progress;
    this.#end();
    await this.#guard.lift(running.article.uri);
    say(t('Curation ended: {0} done, {1} left.', done, open));
  }

  /** Takes a choice by its number, or the likeliest where none is given, and goes on. */
  async take(choice: number | undefined): Promise<void> {
    await this.decide((curator, article) => {
      const decider = deciderFor(article);
      const operation = choice === undefined ? curator.takeLikeliest(decider) : curator.take(choice - 1, decider);
      if (operation) return operation;
      const count = curator.focus?.choices.length ?? 0;
      say(count > 1 ? t('They contradict each other here: 1 to {0} takes one of them.', count) : t('Nothing to take.'));
      return undefined;
    });
  }

  /** Makes a decision about the focus, and goes to the next open passage. */
  async decide(make: (curator: Curator, article: OpenArticle) => Operation | undefined): Promise<void> {
    const running = this.#running;
    if (!running || !canDecide(running.article)) return;
    const operation = make(running.curator, running.article);
    if (!operation) return;
    if (isIdle(operation)) say(t('That is decided already.'));
    else carryOut(running.article, operation);
    if (running.curator.focus?.verdict !== 'open') running.curator.next();
    this.#show();
    if (this.#view.visible) this.#reveal();
  }

  async go(step: (curator: Curator) => boolean): Promise<void> {
    if (!this.#running) return;
    const { article, curator } = this.#running;
    step(curator);
    // From the list, the article need not be the one in front.
    if (!this.#editor()) await vscode.window.showTextDocument(article.document);
    this.#show();
    if (this.#view.visible) this.#reveal();
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** What annotators have filed, two of them at least. */
  async #versionsOf(article: OpenArticle): Promise<readonly FiledVersion[] | undefined> {
    const name = fileNameOf(article.uri);
    try {
      const { versions, problems } = await filedVersions(article.uri, this.#services.files);
      for (const problem of problems) vscode.window.showWarningMessage(problem);
      if (versions.length >= 2) return versions;
      vscode.window.showInformationMessage(
        t('Curation needs two annotators’ files beside the article: {0} and so on.', sidecarName(name, 'NAME')),
      );
    } catch (error) {
      this.#services.log.error(`Versions of ${article.uri.toString()}:`, error);
      const reason = error instanceof Error ? error.message : String(error);
      vscode.window.showErrorMessage(t('Newsmark could not read {0}: {1}', name, reason));
    }
    return undefined;
  }

  #end(): void {
    this.#running = undefined;
    this.#marks.hide();
    this.#line.hide();
    this.#tree.hide();
    setContext(this.#services.log, CONTEXT_KEYS.curating, false);
    setContext(this.#services.log, CONTEXT_KEYS.hasCuration, false);
  }

  /** The article is one no more: what is left of it in an editor can be typed into again. */
  #lose({ uri }: OpenArticle): void {
    this.#end();
    void this.#guard.lift(uri);
  }

  #placeAnew({ article, filed, curator }: Running): void {
    curator.replace(placedVersions(filed, article.session.text.value));
    this.#draw();
  }

  /** Another editor is active: the keys are those of curation only in the article itself. */
  #resume(): void {
    const active = vscode.window.activeTextEditor;
    if (!active) return;
    const isHere = this.#running !== undefined && active.document === this.#running.article.document;
    setContext(this.#services.log, CONTEXT_KEYS.curating, isHere);
    if (isHere) this.#draw();
    else {
      this.#line.hide();
      void this.#guard.lift(active.document.uri);
    }
  }

  /** The person clicked into a passage: the keys are about it. */
  #follow(editor: vscode.TextEditor): void {
    const running = this.#running;
    if (!running || editor.document !== running.article.document) return;
    running.curator.goTo(toSpan(running.article.session.text, editor.selection).start);
    this.#draw();
  }

  /** Shows the passage in the list, which opens for it; the keys stay with the text. */
  #reveal(): void {
    const { focus: passage } = this.#running?.curator ?? {};
    if (!passage) return;
    this.#view
      .reveal({ passage }, { select: true, focus: false })
      .then(undefined, (error: unknown) => this.#services.log.error('The list of passages:', error));
  }

  /** Brings what is to be decided into sight. */
  #show(): void {
    const editor = this.#editor();
    const running = this.#running;
    if (!editor || !running) return;
    const { focus } = running.curator;
    if (focus) {
      const range = toRange(running.article.session.text, focus);
      editor.selection = new vscode.Selection(range.start, range.start);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
    this.#draw();
  }

  #draw(): void {
    if (!this.#running) return;
    const { article, curator } = this.#running;
    for (const editor of vscode.window.visibleTextEditors)
      if (editor.document === article.document) this.#marks.show(editor, article, curator);
    this.#tree.show(article, curator);
    if (this.#editor()) this.#line.show(curator, article.session);
  }

  /** The active editor, where it shows the article under curation. */
  #editor(): vscode.TextEditor | undefined {
    const editor = vscode.window.activeTextEditor;
    return editor && editor.document === this.#running?.article.document ? editor : undefined;
  }
}

/** Whether decisions go to an annotator's own file, where the curated ones do not belong; says so. */
function isNamed({ uri }: OpenArticle): boolean {
  const { annotator } = settingsFor(uri);
  if (annotator === '') return false;
  const open = t('Open Settings');
  const name = fileNameOf(uri);
  vscode.window
    .showInformationMessage(
      t(
        'Curated annotations go to {0}, and yours to {1}: leave the setting {2} empty to curate.',
        sidecarName(name),
        sidecarName(name, annotator),
        SETTINGS.annotator,
      ),
      open,
    )
    .then((answer) => {
      if (answer === open) void vscode.commands.executeCommand('workbench.action.openSettings', SETTINGS.annotator);
    });
  return true;
}
