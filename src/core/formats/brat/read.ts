import type { Entity, Relation } from '../../annotation/annotation';
import { type CodePoints, codePoints } from '../../text/codePoints';
import type { Span } from '../../text/span';
import type { Reading, ReadProblem, ReadSpan, Source } from '../format';
import { linksToText, textToLinks, unescapePart, unflattened } from '../shared/flatFields';
import { withoutEnding } from '../shared/names';

/** What is gathered of an annotation while the lines go by: those about it may come before it. */
interface Found {
  span?: ReadSpan;
  /** The first line about it. */
  readonly line: number;
  readonly flat: Record<string, string>;
  readonly links: Record<string, string>;
}

const FIELD_OF: Readonly<Record<string, string>> = {
  AnnotatorNotes: 'note',
  Status: 'status',
  Value: 'value',
  Source: 'source',
  By: 'by',
  At: 'at',
  EntityLabel: 'entityLabel',
  EntityNote: 'entityNote',
};

export function read(source: Source): Reading {
  const text = source.beside?.('.txt');
  const lines = new Lines(text ?? '', source.content);
  for (const [index, line] of source.content
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries())
    if (line.trim() !== '') lines.take(line.replace(/\r$/, ''), index + 1);
  const { spans, entities } = lines.gathered();
  const problems = lines.problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (text === undefined)
    problems.push({ message: 'there is no .txt beside it: its article must be given', isSerious: false, isHint: true });
  return {
    articles: [
      {
        name: withoutEnding(source.name, ['.ann']),
        ...(text !== undefined && { text }),
        ...{ spans, entities, relations: lines.relations(), units: ['code-point', 'utf16', 'utf8'] },
      },
    ],
    problems,
  };
}

class Lines {
  readonly problems: ReadProblem[] = [];
  readonly #found = new Map<string, Found>();
  readonly #relations: Relation[] = [];
  readonly #points: CodePoints;
  readonly #text: string;
  /** Of an event, its trigger: what is said of the event, also before its line, is said of that. */
  readonly #triggers: ReadonlyMap<string, string>;

  constructor(text: string, content: string) {
    this.#text = text;
    this.#triggers = new Map(
      [...content.matchAll(/^(E[^\t\n]*)\t[^\s:]*:(\S+)/gm)].map(([, id = '', trigger = '']) => [id, trigger]),
    );
    this.#points = codePoints(text);
  }

  take(line: string, number: number): void {
    const [id = '', rest = '', ...others] = line.split('\t');
    // Quoted words may have tabs of their own.
    const words = others.length > 0 ? others.join('\t') : undefined;
    const kind = id.charAt(0);
    if (kind === 'T') this.#textBound(id, rest, words, number);
    else if (kind === 'R' || kind === '*') this.#relation(id, rest, number);
    else if (kind === 'E') this.#event(id, rest);
    else if (kind === 'N') this.#reference(rest, words ?? '', number);
    else if (kind === '#') this.#note(rest, words ?? '', number);
    else if (kind === 'A' || kind === 'M') this.#attribute(rest, number);
    else this.#problem(number, `a line that begins with ${JSON.stringify(kind)} is not known`);
  }

  gathered(): { spans: ReadSpan[]; entities: Entity[] } {
    const entities = new Map<string, Entity>();
    const spans: ReadSpan[] = [];
    for (const [id, { span, flat, links, line }] of this.#found) {
      if (!span) {
        this.#problem(line, `what is said of ${id} is left out: there is no such annotation`);
        continue;
      }
      const hasLinks = Object.keys(links).length > 0;
      // A reference to a knowledge base without an entity of ours makes one.
      const [base, key] = Object.entries(links)[0] ?? [];
      const entity = flat.entity ?? (base === undefined ? '' : `${base}:${key}`);
      const { fields, entity: described } = unflattened(
        { ...flat, entity, name: flat.name || span.quote, ...(hasLinks && { links: linksToText(links) }) },
        span.label,
      );
      if (described && !entities.has(described.id)) entities.set(described.id, described);
      spans.push({ ...span, ...fields });
    }
    return { spans, entities: [...entities.values()] };
  }

  relations(): Relation[] {
    return this.#relations.map((relation) => ({
      ...relation,
      from: this.#triggers.get(relation.from) ?? relation.from,
      to: this.#triggers.get(relation.to) ?? relation.to,
    }));
  }

  #textBound(id: string, rest: string, words: string | undefined, line: number): void {
    const space = rest.indexOf(' ');
    const label = rest.slice(0, space);
    const spans = rest
      .slice(space + 1)
      .split(';')
      .map(fragmentIn);
    const first = spans[0];
    const last = spans.at(-1);
    if (space < 0 || !first || !last || spans.some((span) => !span)) {
      this.#problem(line, 'a text-bound annotation needs a type and offsets');
      return;
    }
    // Fragments that only a line's end parts are one stretch; of others, the whole stretch they span is taken.
    const isBroken = spans.some(
      (span, index) => index > 0 && !this.#isSpace(spans[index - 1]?.end ?? 0, span?.start ?? 0),
    );
    if (isBroken) this.#hint(line, `${id} is in pieces; it is taken from its first word to its last`);
    const quote = words === undefined || isBroken ? {} : { quote: words };
    const isTaken = this.#found.get(id)?.span !== undefined;
    if (isTaken) this.#problem(line, `${id} is there twice; what is said of it is taken for the first`);
    const own = isTaken ? `${id}, line ${line}` : id;
    this.#of(own, line).span = { id: own, label, start: first.start, end: last.end, ...quote, line };
  }

  /** Whether nothing but white space parts two fragments. */
  #isSpace(from: number, to: number): boolean {
    // Without the text, only a line's end is taken for it.
    if (this.#text === '') return to - from <= 1;
    return this.#text.slice(this.#points.toUtf16(from), this.#points.toUtf16(to)).trim() === '';
  }

  #relation(id: string, rest: string, line: number): void {
    const [type = '', ...args] = rest.trim().split(' ');
    const ends = args.map((arg) => arg.slice(arg.indexOf(':') + 1));
    if (id === '*') {
      // An equivalence class: each is tied to the one before it.
      for (const [index, to] of ends.entries()) {
        const from = ends[index - 1];
        if (from !== undefined) this.#relations.push({ id: `*${line}.${index}`, type, from, to });
      }
      return;
    }
    const [from, to] = ends;
    if (from === undefined || to === undefined) this.#problem(line, 'a relation needs two arguments');
    else this.#relations.push({ id, type: relationType(type), from, to });
  }

  #event(id: string, rest: string): void {
    const [head = '', ...args] = rest.trim().split(' ');
    const trigger = head.slice(head.indexOf(':') + 1);
    for (const [index, arg] of args.entries()) {
      const colon = arg.indexOf(':');
      this.#relations.push({
        id: `${id}.${index}`,
        type: arg.slice(0, colon),
        from: trigger,
        to: arg.slice(colon + 1),
      });
    }
  }

  #reference(rest: string, name: string, line: number): void {
    const [, target = '', reference = ''] = rest.split(' ');
    const colon = reference.indexOf(':');
    const base = reference.slice(0, colon);
    const found = this.#of(target, line);
    const links = base === 'Entity' ? {} : textToLinks(reference);
    if (Object.entries(links).some(([key, id]) => Object.hasOwn(found.links, key) && found.links[key] !== id)) {
      this.#problem(line, `${target} has two references to ${base}; the first is taken`);
      return;
    }
    if (base === 'Entity') found.flat.entity = unescapePart(reference.slice(colon + 1));
    Object.assign(found.links, links);
    found.flat.name = manyLines(name);
  }

  #note(rest: string, words: string, line: number): void {
    const [type = '', target = ''] = rest.split(' ');
    const field = Object.hasOwn(FIELD_OF, type) ? (FIELD_OF[type] ?? 'note') : 'note';
    if (field === 'note') this.#tell(target, manyLines(words), line);
    else this.#of(target, line).flat[field] = manyLines(words);
  }

  /** Newsmark has no attributes: they are told in the note. */
  #attribute(rest: string, line: number): void {
    const [name = '', target = '', ...values] = rest.trim().split(' ');
    this.#tell(target, values.length > 0 ? `${name}: ${values.join(' ')}` : name, line);
  }

  /** An annotation has one note: what several lines say comes together there. */
  #tell(target: string, words: string, line: number): void {
    const { flat } = this.#of(target, line);
    flat.note = flat.note === undefined ? words : `${flat.note}; ${words}`;
  }

  #of(id: string, line: number): Found {
    const target = this.#triggers.get(id) ?? id;
    const found = this.#found.get(target) ?? { flat: {}, links: {}, line };
    this.#found.set(target, found);
    return found;
  }

  #problem(line: number, message: string): void {
    this.problems.push({ line, message, isSerious: false });
  }

  #hint(line: number, message: string): void {
    this.problems.push({ line, message, isSerious: false, isHint: true });
  }
}

function fragmentIn(text: string): Span | undefined {
  const match = /^(\d+) (\d+)$/.exec(text.trim());
  return match ? { start: Number(match[1]), end: Number(match[2]) } : undefined;
}

function manyLines(words: string): string {
  return words.replace(/\\([\\nrt])/g, (_, sign: string) => SIGNS[sign] ?? sign);
}

const SIGNS: Readonly<Record<string, string>> = { '\\': '\\', n: '\n', r: '\r', t: '\t' };

function relationType(name: string): string {
  return name.replace(/_x([0-9a-f]{1,6})_/g, (whole, code: string) => {
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
