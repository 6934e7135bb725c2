import * as vscode from 'vscode';
import { t } from '../../../core/l10n';

/** A note as the editor's comments show it: the text of one annotation. */
export class NoteComment implements vscode.Comment {
  readonly author: vscode.CommentAuthorInformation;
  readonly contextValue: string;
  readonly thread: NoteThread;
  /** What is written in the sidecar; empty while there is nothing yet. */
  readonly note: string;
  body: string | vscode.MarkdownString;
  mode: vscode.CommentMode;

  constructor(thread: NoteThread, note: string, by: string | undefined, mode: vscode.CommentMode) {
    this.thread = thread;
    this.note = note;
    this.author = { name: by ?? t('Note') };
    this.contextValue = 'note';
    this.mode = mode;
    // A sidecar may come from anywhere: what it says is shown as words, not read as Markdown that could load images.
    this.body = mode === vscode.CommentMode.Editing ? note : new vscode.MarkdownString().appendText(note);
  }

  /** What is in the box just now. */
  get typed(): string {
    return typeof this.body === 'string' ? this.body : this.body.value;
  }
}

/** The thread of a mention's note. */
export interface NoteThread {
  readonly thread: vscode.CommentThread;
  /** The article, and the mention's key: the annotation's id, where there is one. */
  readonly uri: string;
  readonly key: string;
}
