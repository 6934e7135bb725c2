import type * as vscode from 'vscode';
import type { TextEdit } from '../../../core/session';
import { mapSpan } from '../../../core/text/change';
import { MovingSpans } from '../../../core/text/movingSpans';
import type { Span } from '../../../core/text/span';
import type { Text } from '../../../core/text/text';

const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/**
 * What an editor shows of marks. The editor moves them itself while somebody types, and so do these; where an edit comes
 * near a mark, the two may differ, and the marks of that type are set again.
 */
export class Shown {
  readonly #types = new Map<vscode.TextEditorDecorationType, { readonly spans: MovingSpans<Span>; isSure: boolean }>();
  /** The text that they are in. */
  #text: Text | undefined;
  /** The stretch of it that marks were looked for in. */
  #window: Span | undefined;

  get types(): readonly vscode.TextEditorDecorationType[] {
    return [...this.#types.keys()];
  }

  /** Whether marks of this text were looked for in all of a stretch. */
  covers(text: Text, { start, end }: Span): boolean {
    return this.#text === text && this.#window !== undefined && this.#window.start <= start && end <= this.#window.end;
  }

  /** Whether the marks of a type are these and no others. */
  isSame(type: vscode.TextEditorDecorationType, text: Text | undefined, spans: readonly Span[]): boolean {
    const shown = this.#types.get(type);
    if (!shown?.isSure || this.#text !== text) return false;
    const { all } = shown.spans;
    return (
      all.length === spans.length &&
      all.every(({ start, end }, at) => start === spans[at]?.start && end === spans[at]?.end)
    );
  }

  /** The marks of a type were set. */
  set(type: vscode.TextEditorDecorationType, spans: readonly Span[]): void {
    if (spans.length === 0) this.#types.delete(type);
    else this.#types.set(type, { spans: new MovingSpans(spans, { shifted }), isSure: true });
  }

  /** All types were set, for this text and stretch. */
  settle(text: Text | undefined, window: Span): void {
    this.#text = text;
    this.#window = window;
  }

  /** The text that they are in was edited. */
  move({ before, change }: TextEdit, after: Text): void {
    // An editor that was out of sight has not been told of every edit.
    if (this.#text !== before) return;
    this.#text = after;
    this.#window = this.#window && mapSpan(this.#window, change);
    for (const shown of this.#types.values()) {
      shown.spans.edit(change, (near) =>
        near.map((span) => {
          shown.isSure &&= !change.some(({ start, end }) => start <= span.end && end >= span.start);
          return mapSpan(span, change);
        }),
      );
    }
  }
}
