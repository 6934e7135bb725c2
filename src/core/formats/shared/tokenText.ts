import type { Span } from '../../text/span';
import type { ReadSpan } from '../format';
import { spansOfTags } from './tags';

/** Puts a text together of tokens, and notes where each of them is in it. */
export class TokenText {
  #text = '';
  #sentence: Span[] = [];
  #tags: string[] = [];
  readonly #spans: ReadSpan[] = [];

  /** @param space what stands between the token before and this one */
  token(form: string, tag: string, space = this.#sentence.length > 0 ? ' ' : ''): void {
    this.#text += space;
    const start = this.#text.length;
    this.#text += form;
    this.#sentence.push({ start, end: this.#text.length });
    this.#tags.push(tag);
  }

  /** Ends the sentence. @param space what stands behind it */
  endSentence(space = '\n'): void {
    if (this.#sentence.length === 0) return;
    for (const { start, end, label } of spansOfTags(this.#tags)) {
      const from = this.#sentence[start]?.start ?? 0;
      const to = this.#sentence[end - 1]?.end ?? from;
      this.#spans.push({
        id: `t${this.#spans.length + 1}`,
        start: from,
        end: to,
        label,
        quote: this.#text.slice(from, to),
      });
    }
    this.#sentence = [];
    this.#tags = [];
    this.#text += space;
  }

  get isEmpty(): boolean {
    return this.#text === '' && this.#sentence.length === 0;
  }

  /** The text, and its spans in UTF-16 code units. */
  get result(): { readonly text: string; readonly spans: readonly ReadSpan[] } {
    return { text: this.#text, spans: this.#spans };
  }
}
