import * as vscode from 'vscode';
import { t } from '../../../core/l10n';
import { layerMarks } from '../../../core/mentions/marks';
import type { Mark } from '../../../core/mentions/mention';
import { toRange } from '../../adapt/position';
import { pause } from '../../adapt/slices';
import type { OpenArticle } from '../../articles/openArticle';
import { NoteComment, type NoteThread } from './noteComment';

const { Collapsed, Expanded } = vscode.CommentThreadCollapsibleState;
const { Editing, Preview } = vscode.CommentMode;

/** The notes of the open articles as threads of comments; at most one of them is being written. */
export class NoteThreads implements vscode.Disposable {
  readonly #controller = vscode.comments.createCommentController('newsmark.notes', t('Newsmark notes'));
  /** By article, then by the mention's key. */
  readonly #threads = new Map<string, Map<string, NoteThread>>();
  #writing: NoteComment | undefined;

  /** The note that is being written. */
  get writing(): NoteComment | undefined {
    return this.#writing;
  }

  /** Shows an article's notes as they are now; a note that is being written is left alone. */
  show(article: OpenArticle): void {
    const uri = article.uri.toString();
    const threads = this.#threads.get(uri) ?? new Map<string, NoteThread>();
    this.#threads.set(uri, threads);
    const { text, set, labels } = article.session;
    const withNotes = set.annotations.filter(({ note }) => note !== undefined);
    if (withNotes.length + threads.size === 0) return;
    const noted = new Map(layerMarks(text.value, [], withNotes, labels).map((mark) => [mark.key, mark]));
    for (const [key, thread] of threads) {
      if (!noted.has(key) && this.#writing?.thread !== thread) this.#drop(threads, thread);
    }
    for (const mention of noted.values()) this.#showNote(article, threads, mention);
  }

  hide(article: OpenArticle): void {
    const uri = article.uri.toString();
    const threads = this.#threads.get(uri);
    for (const thread of threads?.values() ?? []) this.#drop(threads, thread);
    this.#threads.delete(uri);
  }

  /** Opens a mention's note to be written in. */
  async write(article: OpenArticle, mention: Mark): Promise<void> {
    this.stopWriting();
    const threads = this.#threads.get(article.uri.toString()) ?? new Map<string, NoteThread>();
    this.#threads.set(article.uri.toString(), threads);
    const note = mention.annotation?.note ?? '';
    const thread = threads.get(mention.key) ?? this.#made(article, threads, mention);
    const draft = new NoteComment(thread, note, mention.annotation?.by, Preview);
    this.#writing = draft;
    thread.thread.comments = [draft];
    thread.thread.collapsibleState = Expanded;
    // The editor takes the focus into a box only where it turns from a shown one into one that is written in.
    await pause(SHOWN);
    if (this.#writing !== draft) return;
    this.#writing = new NoteComment(thread, note, mention.annotation?.by, Editing);
    thread.thread.comments = [this.#writing];
  }

  /** Ends the writing; the note is shown as it was, and one that is not there yet goes. */
  stopWriting(): void {
    const draft = this.#writing;
    this.#writing = undefined;
    if (!draft) return;
    const threads = this.#threads.get(draft.thread.uri);
    if (draft.note === '') this.#drop(threads, draft.thread);
    else draft.thread.thread.comments = [new NoteComment(draft.thread, draft.note, draft.author.name, Preview)];
    draft.thread.thread.collapsibleState = Collapsed;
  }

  dispose(): void {
    this.#controller.dispose();
  }

  #showNote(article: OpenArticle, threads: Map<string, NoteThread>, mention: Mark): void {
    const { note = '', by } = mention.annotation ?? {};
    const known = threads.get(mention.key);
    const thread = known ?? this.#made(article, threads, mention);
    const range = toRange(article.session.text, mention);
    if (!thread.thread.range?.isEqual(range)) thread.thread.range = range;
    const [shown] = thread.thread.comments;
    if (this.#writing?.thread === thread || (shown instanceof NoteComment && shown.note === note)) return;
    thread.thread.comments = [new NoteComment(thread, note, by, Preview)];
  }

  #made(article: OpenArticle, threads: Map<string, NoteThread>, mention: Mark): NoteThread {
    const thread = this.#controller.createCommentThread(article.uri, toRange(article.session.text, mention), []);
    thread.canReply = false;
    thread.collapsibleState = Collapsed;
    thread.label = t('Note on “{0}”', mention.text.replace(/\s+/g, ' ').slice(0, 60));
    const made = { thread, uri: article.uri.toString(), key: mention.key };
    threads.set(mention.key, made);
    return made;
  }

  #drop(threads: Map<string, NoteThread> | undefined, thread: NoteThread): void {
    if (this.#writing?.thread === thread) this.#writing = undefined;
    threads?.delete(thread.key);
    thread.thread.dispose();
  }
}

/** How long the editor gets to put a thread on the screen, in milliseconds. */
const SHOWN = 120;
