import type { Annotation, Entity } from '../../annotation/annotation';
import { firstAtLeast } from '../../text/sorted';
import type { Span } from '../../text/span';
import type { AnnotatedArticle, Part, WriteOptions } from '../format';
import { byId } from '../shared/flatFields';
import { iriOfLink } from '../shared/knowledgeBases';
import { sentencesOf, tokensOf } from '../tokenizers';
import { escaped, escapedText } from './escapes';

/** @param layer name of the span layer that annotations go to, with the features `identifier` and `value` */
export function write({ text, set }: AnnotatedArticle, options: WriteOptions, layer: string): Part[] {
  const { annotations } = set;
  const borders = annotations.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b);
  // Tokens are ours to choose: one that an annotation parts is written as two.
  const tokens = tokensOf(text, options.tokenizer).flatMap((token) => cutAt(token, borders));
  const cells = new Cells(annotations, byId(set.entities));
  const blocks = sentencesOf(text, tokens, annotations).map((sentence, index) => {
    const first = sentence[0]?.start ?? 0;
    const lines = text.slice(first, sentence.at(-1)?.end ?? first).split('\n');
    const rows = sentence.map((token, at) => {
      // INCEpTION writes a token as it stands: only the text above it has escapes.
      const words = text.slice(token.start, token.end);
      return `${index + 1}-${at + 1}\t${token.start}-${token.end}\t${words}\t${cells.at(token).join('\t')}\t\n`;
    });
    return `\n${lines.map((line) => `#Text=${escapedText(line)}\n`).join('')}${rows.join('')}`;
  });
  return [
    { ending: '.tsv', content: `#FORMAT=WebAnno TSV 3.3\n#T_SP=${layer}|identifier|value\n\n${blocks.join('')}` },
  ];
}

function cutAt({ start, end }: Span, borders: readonly number[]): Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (let index = firstAtLeast(borders, start + 1); (borders[index] ?? end) < end; index++) {
    const border = borders[index] ?? end;
    if (border > from) pieces.push({ start: from, end: border });
    from = border;
  }
  return [...pieces, { start: from, end }];
}

/** The cells of tokens in reading order: what is annotated there, several stacked, each with its number. */
class Cells {
  readonly #annotations: readonly Annotation[];
  readonly #entities: ReadonlyMap<string, Entity>;
  #next = 0;
  #open: { readonly annotation: Annotation; readonly number: number }[] = [];

  constructor(annotations: readonly Annotation[], entities: ReadonlyMap<string, Entity>) {
    this.#annotations = annotations;
    this.#entities = entities;
  }

  at(token: Span): [identifier: string, value: string] {
    this.#open = this.#open.filter(({ annotation }) => annotation.end > token.start);
    for (; (this.#annotations[this.#next]?.start ?? token.end) < token.end; this.#next++) {
      const annotation = this.#annotations[this.#next];
      if (annotation && annotation.end > token.start) this.#open.push({ annotation, number: this.#next + 1 });
    }
    if (this.#open.length === 0) return ['_', '_'];
    const stack = (cell: (annotation: Annotation) => string) =>
      this.#open.map(({ annotation, number }) => `${cell(annotation)}[${number}]`).join('|');
    return [stack((annotation) => this.#identifier(annotation)), stack(({ label }) => escaped(label))];
  }

  #identifier({ entity }: Annotation): string {
    const links = entity === undefined ? undefined : this.#entities.get(entity)?.links;
    const [link] = Object.entries(links ?? {});
    return link ? escaped(iriOfLink(...link)) : '*';
  }
}
