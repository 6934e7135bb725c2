import { Text } from '../../text/text';
import type { ReadProblem } from '../format';

/** An element of an XML document. Names keep their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements and text in document order. */
  readonly children: readonly (XmlElement | string)[];
  /** Line in the file, from 1. */
  readonly line: number;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
  readonly line: number;
}

/** Deeper nesting is no document that a tool writes, and could end a program that goes down by recursion. */
const DEEPEST = 500;

/**
 * Reads well-formed XML 1.0 without validation: elements, attributes, text, CDATA; comments and processing instructions are
 * passed over. Of entities it knows the five of XML and characters by number; a document type's own are not read, so that
 * none can grow. Linear in the file's length.
 */
export function parseXml(content: string): { root: XmlElement } | { problem: ReadProblem } {
  const text = Text.of(content);
  try {
    return { root: new Parser(text).document() };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const { line } = text.positionAt(error.at);
    return { problem: { line: line + 1, message: `this is not well-formed XML: ${error.message}`, isSerious: true } };
  }
}

class XmlError extends Error {
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

const NAME = /[\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*/uy;
const SPACE = /[ \t\n]*/y;

class Parser {
  readonly #text: Text;
  readonly #xml: string;
  #at = 0;

  constructor(text: Text) {
    this.#text = text;
    this.#xml = text.value;
  }

  document(): XmlElement {
    const open: OpenElement[] = [];
    let root: XmlElement | undefined;
    while (this.#at < this.#xml.length) {
      const parent = open.at(-1);
      if (this.#xml[this.#at] !== '<') this.#characters(parent);
      else if (this.#xml.startsWith('</', this.#at)) {
        const closed = this.#endTag(open.pop());
        if (open.length === 0) root = closed;
      } else if (!this.#passOver(parent)) {
        if (root) this.#fail('there is more than one root element');
        const { element, isEmpty } = this.#startTag();
        parent?.children.push(element);
        if (!isEmpty) open.push(element);
        else if (!parent) root = element;
        if (open.length > DEEPEST) this.#fail('it is nested too deeply');
      }
    }
    const [left] = open;
    if (left) throw new XmlError(this.#xml.length, `<${left.name}> is not closed`);
    if (!root) throw new XmlError(0, 'there is no element');
    return root;
  }

  /** Text up to the next tag. */
  #characters(parent: OpenElement | undefined): void {
    const end = this.#xml.indexOf('<', this.#at);
    const words = this.#xml.slice(this.#at, end < 0 ? undefined : end);
    if (parent) parent.children.push(this.#decoded(words, this.#at));
    else if (words.trim() !== '') this.#fail('there is text outside the root element');
    this.#at += words.length;
  }

  /** Comments, instructions, CDATA, the document type. @returns whether there was one */
  #passOver(parent: OpenElement | undefined): boolean {
    const xml = this.#xml;
    if (xml.startsWith('<!--', this.#at)) this.#at = this.#behind('-->');
    else if (xml.startsWith('<?', this.#at)) this.#at = this.#behind('?>');
    else if (xml.startsWith('<![CDATA[', this.#at)) {
      const end = this.#behind(']]>');
      parent?.children.push(xml.slice(this.#at + '<![CDATA['.length, end - ']]>'.length));
      this.#at = end;
    } else if (xml.startsWith('<!DOCTYPE', this.#at)) this.#at = this.#behindDoctype();
    else return false;
    return true;
  }

  #behind(mark: string): number {
    const end = this.#xml.indexOf(mark, this.#at);
    if (end < 0) this.#fail(`${mark} is missing`);
    return end + mark.length;
  }

  #behindDoctype(): number {
    const subset = this.#xml.indexOf('[', this.#at);
    const end = this.#behind('>');
    if (subset < 0 || subset > end) return end;
    this.#at = this.#xml.indexOf(']', subset);
    if (this.#at < 0) this.#fail('] is missing');
    return this.#behind('>');
  }

  #startTag(): { element: OpenElement; isEmpty: boolean } {
    const start = this.#at;
    this.#at++;
    const name = this.#name();
    const attributes = new Map<string, string>();
    for (;;) {
      this.#match(SPACE);
      if (this.#xml.startsWith('/>', this.#at) || this.#xml[this.#at] === '>') break;
      this.#attribute(attributes);
    }
    const isEmpty = this.#xml[this.#at] === '/';
    this.#at += isEmpty ? 2 : 1;
    return { element: { name, attributes, children: [], line: this.#text.positionAt(start).line + 1 }, isEmpty };
  }

  #attribute(attributes: Map<string, string>): void {
    const key = this.#name();
    this.#match(SPACE);
    if (this.#xml[this.#at] !== '=') this.#fail(`the attribute ${key} has no value`);
    this.#at++;
    this.#match(SPACE);
    const quote = this.#xml[this.#at];
    if (quote !== '"' && quote !== "'") this.#fail(`the value of ${key} is not in quotation marks`);
    this.#at++;
    const end = this.#xml.indexOf(quote ?? '"', this.#at);
    if (end < 0) this.#fail(`the value of ${key} does not end`);
    if (attributes.has(key)) this.#fail(`the attribute ${key} is there twice`);
    attributes.set(key, this.#decoded(this.#xml.slice(this.#at, end).replace(/[\t\n]/g, ' '), this.#at));
    this.#at = end + 1;
  }

  #endTag(open: OpenElement | undefined): XmlElement {
    this.#at += 2;
    const name = this.#name();
    if (open?.name !== name) this.#fail(`</${name}> closes nothing that is open`);
    this.#match(SPACE);
    if (this.#xml[this.#at] !== '>') this.#fail('> is missing');
    this.#at++;
    if (!open) throw new XmlError(this.#at, 'an element ends that has not begun');
    return open;
  }

  #name(): string {
    const name = this.#match(NAME);
    if (name === '') this.#fail('a name is missing');
    return name;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#xml)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #decoded(words: string, from: number): string {
    if (!words.includes('&')) return words;
    return words.replace(
      /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([\w.-]+))?;?/g,
      (whole, hex?: string, decimal?: string, name?: string) => {
        const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
        const character =
          name !== undefined ? ENTITIES[name] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
        if (character === undefined || !whole.endsWith(';')) throw new XmlError(from, `${whole} is not known`);
        return character;
      },
    );
  }

  #fail(message: string): never {
    throw new XmlError(this.#at, message);
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as it may stand between tags. */
export function xmlText(words: string): string {
  return permitted(words).replace(/[&<>\r]/g, (sign) => XML_SIGNS[sign] ?? sign);
}

/** Text as it may stand in an attribute's quotation marks. */
export function xmlAttribute(words: string): string {
  return permitted(words).replace(/[&<>"\t\n\r]/g, (sign) => XML_SIGNS[sign] ?? sign);
}

const XML_SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What XML 1.0 forbids even as a number: control characters, halves of surrogate pairs, two non-characters. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The words with a replacement character for each one that XML forbids; as long as before. */
export function permitted(words: string): string {
  return words.replace(FORBIDDEN, '\ufffd');
}

export function countForbidden(words: string): number {
  return words.match(FORBIDDEN)?.length ?? 0;
}

/** An element's name without its prefix. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The elements right inside another, of one name if that is given. */
export function childrenOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || localName(child) === name),
  );
}

/** All text inside an element. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}
