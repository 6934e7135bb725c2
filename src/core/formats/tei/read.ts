import type { Relation } from '../../annotation/annotation';
import { type Span, withoutOuterSpace } from '../../text/span';
import type { ReadArticle, Reading, ReadProblem, ReadSpan, Source } from '../format';
import { EntityList, textToValue } from '../shared/flatFields';
import { linkOfIri } from '../shared/knowledgeBases';
import { withoutEnding } from '../shared/names';
import { childrenOf, localName, parseXml, textIn, type XmlElement } from '../shared/xml';
import { BLOCKS, labelOfElement, NOT_TEXT } from './elements';

export function read({ name, content }: Source): Reading {
  const parsed = parseXml(content);
  if ('problem' in parsed) return { articles: [], problems: [parsed.problem] };
  const { root } = parsed;
  const found = descendants(root, new Set(['text', 'standOff', 'category']));
  const texts = found.filter((each) => localName(each) === 'text');
  if (texts.length === 0) return { articles: [], problems: [{ message: 'there is no text element', isSerious: true }] };
  const walk = new Walk();
  for (const text of texts) walk.block(text);
  const standOff = new StandOff(walk, found);
  const { text } = walk;
  const spans = [...walk.spansIn(text), ...standOff.spans];
  const article: ReadArticle = {
    name: withoutEnding(name, ['.tei.xml', '.xml']),
    text,
    spans: spans.map((span) => ({ ...span, quote: text.slice(span.start, span.end) })),
    entities: walk.entities.entities,
    relations: standOff.relations,
    units: ['utf16'],
  };
  return { articles: [article], problems: standOff.problems };
}

/** Elements of some names, wherever they are; what is inside of one is looked through too. */
function descendants(element: XmlElement, names: ReadonlySet<string>): XmlElement[] {
  const own = names.has(localName(element)) ? [element] : [];
  // A text within a text (a group) belongs to the outer one.
  if (own.length > 0 && localName(element) === 'text') return own;
  return [...own, ...childrenOf(element).flatMap((child) => descendants(child, names))];
}

/** Goes through the text: gathers words, elements around them, and where each thing with an id is. */
class Walk {
  readonly entities = new EntityList();
  /** Where elements with an id are; an anchor is empty. */
  readonly places = new Map<string, Span>();
  /** Of elements with an id that became spans, the spans' ids. */
  readonly spanOfId = new Map<string, string>();
  readonly #spans: ReadSpan[] = [];
  readonly #pieces: string[] = [];
  #length = 0;
  #isLineStart = true;
  /** Whether the last character is a space. */
  #isSpaced = false;
  /** How many paragraphs are open: a quotation inside one is part of its line. */
  #depth = 0;

  block(element: XmlElement): void {
    this.#breakLine();
    this.#inside(element);
    this.#breakLine();
  }

  get text(): string {
    return this.#pieces.join('');
  }

  /** The spans on their words, without the white space that the file's own line ends brought in. */
  spansIn(text: string): ReadSpan[] {
    return this.#spans.flatMap((span) => {
      const words = withoutOuterSpace(text, span);
      return words.end > words.start ? [{ ...span, ...words }] : [];
    });
  }

  /** The entity that a pointer to a knowledge base means. */
  link(iri: string | undefined, label: string): string | undefined {
    if (iri === undefined || iri.trim() === '') return undefined;
    const link = linkOfIri(iri.trim());
    const id = link.join(':');
    this.entities.add({ id, label, name: id, links: Object.fromEntries([link]) });
    return id;
  }

  #inside(element: XmlElement): void {
    const start = this.#length;
    for (const child of element.children) {
      if (typeof child === 'string') this.#words(child);
      else this.#element(child);
    }
    const id = element.attributes.get('xml:id');
    if (id !== undefined) this.places.set(id, { start, end: this.#length });
  }

  #element(element: XmlElement): void {
    const name = localName(element);
    if (NOT_TEXT.has(name)) return;
    if (name === 'lb') this.#words(' ');
    const label = labelOfElement(name, element.attributes.get('type'));
    const isParagraph = name === 'p' || name === 'ab';
    const isBlock = BLOCKS.has(name) && !(label !== undefined && this.#depth > 0);
    if (isBlock) this.#breakLine();
    const start = this.#length;
    const iri = element.attributes.get('ref') ?? element.attributes.get('corresp');
    const entity = label === undefined ? undefined : this.link(iri, label);
    if (isParagraph) this.#depth++;
    this.#inside(element);
    if (isParagraph) this.#depth--;
    if (label !== undefined) this.#mark(element, label, start, entity);
    if (isBlock) this.#breakLine();
  }

  #mark({ attributes, line }: XmlElement, label: string, start: number, entity: string | undefined): void {
    const values = ['when', 'when-iso', 'n', 'quantity', 'value'].map((name) => attributes.get(name));
    const value = values.find((each) => each !== undefined);
    const id = `e${this.#spans.length}`;
    this.#spans.push({
      id,
      ...{ start, end: this.#length, label, line },
      ...(value !== undefined && { value: textToValue(value) }),
      ...(entity !== undefined && { entity }),
    });
    const own = attributes.get('xml:id');
    if (own !== undefined) this.spanOfId.set(own, id);
  }

  /** White space of any length is one space, and none at a line's beginning: as XML editors indent it. */
  #words(words: string): void {
    const folded = words.replace(/[ \t\n]+/g, ' ');
    const rest = this.#isLineStart || this.#isSpaced ? folded.replace(/^ /, '') : folded;
    if (rest === '') return;
    this.#pieces.push(rest);
    this.#length += rest.length;
    this.#isLineStart = false;
    this.#isSpaced = rest.endsWith(' ');
  }

  #breakLine(): void {
    if (this.#isLineStart) return;
    if (this.#isSpaced) {
      const last = this.#pieces.pop() ?? '';
      this.#pieces.push(last.slice(0, -1));
      this.#length--;
    }
    this.#pieces.push('\n');
    this.#length++;
    this.#isLineStart = true;
    this.#isSpaced = false;
  }
}

/** Annotations apart from the text: `annotation` and `span` elements. */
class StandOff {
  readonly spans: ReadSpan[] = [];
  readonly relations: Relation[] = [];
  readonly problems: ReadProblem[] = [];
  readonly #walk: Walk;
  readonly #labels: ReadonlyMap<string, string>;
  readonly #ids = new Map<string, string>();

  constructor(walk: Walk, found: readonly XmlElement[]) {
    this.#walk = walk;
    const categories = found.filter((each) => localName(each) === 'category');
    this.#labels = new Map(
      categories.map((each) => [`#${each.attributes.get('xml:id')}`, childrenOf(each, 'catDesc').map(textIn).join('')]),
    );
    for (const standOff of found.filter((each) => localName(each) === 'standOff')) {
      for (const each of within(standOff, new Set(['annotation', 'span']))) this.#annotation(each);
      for (const each of within(standOff, new Set(['relation']))) this.#relation(each);
    }
  }

  #annotation(element: XmlElement): void {
    const { attributes, line } = element;
    const place = this.#placeOf(attributes, line);
    if (!place) {
      this.problems.push({ line, message: 'an annotation points to nothing in the text', isSerious: false });
      return;
    }
    const pointers = [
      ...(attributes.get('ana') ?? '').split(' '),
      ...childrenOf(element, 'ptr').map((pointer) => pointer.attributes.get('target') ?? ''),
    ].filter((target) => target !== '');
    const category = pointers.find((target) => target.startsWith('#'));
    const label =
      (category && (this.#labels.get(category) ?? category.replace(/^#(?:cat\.)?/, ''))) ??
      attributes.get('type') ??
      'annotation';
    const entity = this.#walk.link(
      pointers.find((target) => !target.startsWith('#')),
      label,
    );
    const note = childrenOf(element, 'note').map(textIn).join('\n');
    const id = `s${this.spans.length}`;
    this.#ids.set(attributes.get('xml:id') ?? '', id);
    this.spans.push({
      id,
      ...place,
      label,
      line,
      ...(entity !== undefined && { entity }),
      ...(note !== '' && { note }),
    });
  }

  /** From the first anchor that is named to the last. */
  #placeOf(attributes: ReadonlyMap<string, string>, line: number): Span | undefined {
    const target = attributes.get('target') ?? '';
    const ranges = [...target.matchAll(/#range\(([^,()\s]+),\s*([^,()\s]+)\)/g)].map(([, from, to]) => [from, to]);
    const plain = ranges.length > 0 ? [] : target.split(' ').map((each) => [each.replace(/^#/, '')]);
    const ends = ['from', 'to'].flatMap((name) => attributes.get(name)?.replace(/^#/, '') ?? []);
    const places = [...ranges.flat(), ...plain.flat(), ...ends].flatMap((id) => this.#walk.places.get(id ?? '') ?? []);
    if (ranges.length > 1)
      this.problems.push({
        line,
        message: 'an annotation is in pieces; it is taken from its first word to its last',
        isSerious: false,
        isHint: true,
      });
    if (places.length === 0) return undefined;
    const start = Math.min(...places.map((place) => place.start));
    const end = Math.max(...places.map((place) => place.end));
    return end > start ? { start, end } : undefined;
  }

  #relation({ attributes, line }: XmlElement): void {
    const end = (name: string) => {
      const id = attributes.get(name)?.replace(/^#/, '') ?? '';
      return this.#ids.get(id) ?? this.#walk.spanOfId.get(id);
    };
    const [from, to] = [end('active'), end('passive')];
    if (from === undefined || to === undefined)
      this.problems.push({ line, message: 'a relation is not between two annotations', isSerious: false });
    else this.relations.push({ id: `r${this.relations.length}`, type: attributes.get('name') ?? '', from, to });
  }
}

function within(element: XmlElement, names: ReadonlySet<string>): XmlElement[] {
  return childrenOf(element).flatMap((child) => [
    ...(names.has(localName(child)) ? [child] : []),
    ...within(child, names),
  ]);
}
