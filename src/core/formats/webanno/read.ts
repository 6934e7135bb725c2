import type { Relation } from '../../annotation/annotation';
import type { Reading, ReadProblem, ReadSpan, Source } from '../format';
import { EntityList } from '../shared/flatFields';
import { linkOfIri } from '../shared/knowledgeBases';
import { withoutEnding } from '../shared/names';
import { partsOf, unescaped, unescapedText } from './escapes';

/** A layer of spans, chains or relations, and which columns hold it (0 is the first behind the token). */
interface Layer {
  readonly kind: 'SP' | 'CH' | 'RL';
  readonly name: string;
  readonly features: readonly string[];
  readonly from: number;
  readonly width: number;
}

export function read({ name, content }: Source): Reading {
  const file = new TsvFile();
  for (const [index, line] of content
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries())
    file.take(line.replace(/\r$/, ''), index + 1);
  const { text, spans, relations } = file.result();
  const { entities } = file.entities;
  return {
    articles: [
      { name: withoutEnding(name, ['.tsv']), text, spans, entities, relations, units: ['utf16', 'code-point'] },
    ],
    problems: file.problems,
  };
}

class TsvFile {
  readonly problems: ReadProblem[] = [];
  readonly entities = new EntityList();
  readonly #layers: Layer[] = [];
  /** Pieces of text by where they begin. */
  readonly #pieces: { start: number; text: string }[] = [];
  #pending: string[] = [];
  /** Where each numbered annotation is among the spans. */
  readonly #open = new Map<string, number>();
  readonly #spans: ReadSpan[] = [];
  readonly #relations: { type: string; from: string; to: string }[] = [];
  /** The first span of each layer on a token: relations name tokens. */
  readonly #onToken = new Map<string, string>();

  take(line: string, number: number): void {
    const layer = /^#T_(SP|CH|RL)=(.*)$/.exec(line);
    if (layer) this.#layer(layer[1] as Layer['kind'], layer[2] ?? '');
    else if (line.startsWith('#Text=')) this.#pending.push(unescapedText(line.slice(6)));
    else if (/^\d+-\d+/.test(line)) this.#row(line, number);
  }

  result(): { text: string; spans: ReadSpan[]; relations: Relation[] } {
    let text = '';
    for (const piece of this.#pieces) {
      // What stood between sentences is not in the file; they become lines.
      if (piece.start > text.length) text = text.padEnd(piece.start, '\n');
      if (piece.start === text.length) text += piece.text;
    }
    const spans = this.#spans.map((span) => ({ ...span, quote: text.slice(span.start, span.end) }));
    const relations = this.#relations.flatMap(({ type, from, to }, index): Relation[] => {
      const [first, second] = [this.#onToken.get(from), this.#onToken.get(to)];
      if (first !== undefined && second !== undefined) return [{ id: `r${index}`, type, from: first, to: second }];
      this.problems.push({ message: `a relation ${type} is not between annotated words`, isSerious: false });
      return [];
    });
    return { text: text === '' ? '' : `${text}\n`, spans, relations };
  }

  #layer(kind: Layer['kind'], declaration: string): void {
    const [name = '', ...features] = declaration.split('|');
    const last = this.#layers.at(-1);
    const width = kind === 'CH' ? 2 : Math.max(1, features.length);
    this.#layers.push({ kind, name, features, from: last ? last.from + last.width : 0, width });
  }

  #row(line: string, number: number): void {
    const [id = '', place = '', , ...cells] = line.split('\t');
    const [, from, to] = /^(\d+)-(\d+)$/.exec(place) ?? [];
    if (from === undefined || to === undefined) {
      this.problems.push({ line: number, message: 'a token needs offsets', isSerious: false });
      return;
    }
    const [start, end] = [Number(from), Number(to)];
    if (this.#pending.length > 0) this.#pieces.push({ start, text: this.#pending.join('\n') });
    this.#pending = [];
    for (const layer of this.#layers) {
      const own = cells.slice(layer.from, layer.from + layer.width);
      if (layer.kind === 'RL') this.#relation(id, layer, own);
      else this.#stack(id, layer, own, start, end, number);
    }
  }

  #stack(token: string, layer: Layer, cells: readonly string[], start: number, end: number, line: number): void {
    const stacks = cells.map((cell) => (cell === '_' || cell === '' ? [] : partsOf(cell, '|')));
    const depth = Math.max(0, ...stacks.map((stack) => stack.length));
    for (let level = 0; level < depth; level++) {
      const values = stacks.map((stack) => numbered(stack[level] ?? '*'));
      const mark = values.find((value) => value.number !== undefined)?.number;
      const key = mark === undefined ? `${layer.name} ${token} ${level}` : `${layer.name} ${mark}`;
      const known = mark === undefined ? undefined : this.#open.get(key);
      if (known !== undefined) this.#extend(known, end);
      else this.#begin(key, token, layer, values, { start, end }, line);
    }
  }

  #extend(index: number, end: number): void {
    const span = this.#spans[index];
    if (span) this.#spans[index] = { ...span, end };
  }

  #begin(
    key: string,
    token: string,
    layer: Layer,
    values: readonly Value[],
    place: { start: number; end: number },
    line: number,
  ): void {
    const feature = (name: string) => values[layer.features.indexOf(name)]?.text;
    const label = this.#labelOf(layer, values);
    const identifier = feature('identifier');
    const link = identifier === undefined ? undefined : linkOfIri(identifier);
    const entity = link?.join(':');
    if (link && entity !== undefined)
      this.entities.add({ id: entity, label, name: entity, links: Object.fromEntries([link]) });
    const span: ReadSpan = { id: key, ...place, label, line, ...(entity !== undefined && { entity }) };
    this.#open.set(key, this.#spans.length);
    this.#spans.push(span);
    const onToken = `${layer.name} ${token}`;
    if (!this.#onToken.has(onToken)) this.#onToken.set(onToken, key);
    if (!this.#onToken.has(token)) this.#onToken.set(token, key);
  }

  /** The feature that says what it is; where none does, the layer itself. */
  #labelOf({ name, features, kind }: Layer, values: readonly Value[]): string {
    const named = features.findIndex((feature) => feature === 'value' || feature === 'label');
    const value =
      values[named]?.text ??
      values.find(({ text }, index) => text !== undefined && features[index] !== 'identifier')?.text;
    return kind === 'CH' || value === undefined ? name.slice(name.lastIndexOf('.') + 1) : value;
  }

  #relation(token: string, { features, name }: Layer, cells: readonly string[]): void {
    const base = features.findIndex((feature) => feature.startsWith('BT_'));
    const from = cells[base];
    if (from === undefined || from === '_' || from === '') return;
    const layer = (features[base] ?? '').slice('BT_'.length);
    for (const [index, each] of partsOf(from, '|').entries()) {
      const type = numbered(partsOf(cells[base === 0 ? 1 : 0] ?? '*', '|')[index] ?? '*').text;
      const source = /^\d+-\d+/.exec(each)?.[0] ?? '';
      this.#relations.push({
        type: type ?? name.slice(name.lastIndexOf('.') + 1),
        from: `${layer} ${source}`,
        to: `${layer} ${token}`,
      });
    }
  }
}

interface Value {
  readonly text?: string;
  readonly number?: string;
}

/** `Person[1]`: a value and the number of its annotation; `*` is no value. */
function numbered(cell: string): Value {
  const match = /(?<!\\)\[(\d+)\]$/.exec(cell);
  const bare = match ? cell.slice(0, match.index) : cell;
  return {
    ...(bare !== '*' && bare !== '' && { text: unescaped(bare.replace(/->\d+-\d+$/, '')) }),
    ...(match?.[1] && { number: match[1] }),
  };
}
