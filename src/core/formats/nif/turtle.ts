import { Text } from '../../text/text';
import type { ReadProblem } from '../format';

/** A statement: its parts are IRIs, blank nodes (`_:b1`), or for the object the words of a literal. */
export interface Triple {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  readonly isLiteral: boolean;
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** Kinds of tokens, tried in this order; each is sticky, so that the whole is read in one go. */
const TOKENS = {
  space: /(?:[ \t\r\n]+|#[^\n]*)+/y,
  iri: /<([^\0-\x20<>"{}|^`]*)>/y,
  longDouble: /"""((?:[^"\\]|\\[\s\S]|"(?!""))*)"""/y,
  longSingle: /'''((?:[^'\\]|\\[\s\S]|'(?!''))*)'''/y,
  double: /"((?:[^"\\\n\r]|\\.)*)"/y,
  single: /'((?:[^'\\\n\r]|\\.)*)'/y,
  keyword: /@prefix\b|@base\b|(?:PREFIX|BASE|prefix|base)(?=\s)/y,
  language: /@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*/y,
  number: /[+-]?(?:\d+\.?\d*(?:[eE][+-]?\d+)|\d*\.\d+|\d+)/y,
  blank: /_:[\p{L}\p{N}_](?:[\p{L}\p{N}_.·-]*[\p{L}\p{N}_·-])?/uy,
  name: /(?:[\p{L}](?:[\p{L}\p{N}\p{M}_.·-]*[\p{L}\p{N}\p{M}_·-])?)?:(?:(?:[\p{L}\p{N}\p{M}_:]|%[0-9a-fA-F]{2}|\\[_~.\-!$&'()*+,;=/?#@%])(?:(?:[\p{L}\p{N}\p{M}_:.·-]|%[0-9a-fA-F]{2}|\\[_~.\-!$&'()*+,;=/?#@%])*(?:[\p{L}\p{N}\p{M}_:·-]|%[0-9a-fA-F]{2}|\\[_~.\-!$&'()*+,;=/?#@%]))?)?/uy,
  word: /(?:a|true|false)\b/y,
  sign: /\^\^|[.;,[\]()]/y,
} as const;

type Kind = keyof typeof TOKENS;

interface Token {
  readonly kind: Kind | 'end';
  readonly text: string;
  /** What is between the quotation marks or brackets. */
  readonly inner: string;
  readonly at: number;
}

/** Deeper nesting is no file that a tool writes, and could end a program that goes down by recursion. */
const DEEPEST = 100;

/** Reads RDF in Turtle 1.1 (w3.org/TR/turtle). */
export function parseTurtle(content: string): { triples: readonly Triple[] } | { problem: ReadProblem } {
  const text = Text.of(content);
  try {
    return { triples: new Parser(text.value).document() };
  } catch (error) {
    if (!(error instanceof TurtleError)) throw error;
    const line = text.positionAt(error.at).line + 1;
    return { problem: { line, message: `this is not Turtle: ${error.message}`, isSerious: true } };
  }
}

class TurtleError extends Error {
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

class Parser {
  readonly #text: string;
  readonly #triples: Triple[] = [];
  readonly #prefixes = new Map<string, string>();
  #base = '';
  #at = 0;
  #token: Token;
  #blanks = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#token = this.#next();
  }

  document(): Triple[] {
    while (this.#token.kind !== 'end') {
      if (this.#token.kind === 'keyword') this.#directive();
      else {
        const isList = this.#token.text === '[';
        const subject = this.#term();
        // A list of properties may be all that is said of a blank node.
        if (!isList || this.#token.text !== '.') this.#properties(subject.value);
        this.#expect('.');
      }
    }
    return this.#triples;
  }

  #directive(): void {
    const isSparql = !this.#token.text.startsWith('@');
    const isPrefix = this.#token.text.toLowerCase().endsWith('prefix');
    this.#advance();
    let prefix = '';
    if (isPrefix) {
      prefix = this.#token.text.replace(/:$/, '');
      if (this.#token.kind !== 'name') this.#fail('a prefix is missing');
      this.#advance();
    }
    if (this.#token.kind !== 'iri') this.#fail('an IRI is missing');
    const iri = this.#resolved(this.#token.inner);
    if (isPrefix) this.#prefixes.set(prefix, iri);
    else this.#base = iri;
    this.#advance();
    if (!isSparql) this.#expect('.');
  }

  #properties(subject: string): void {
    for (;;) {
      const predicate = this.#term();
      if (predicate.isLiteral) this.#fail('a property is missing');
      do {
        if (this.#token.text === ',') this.#advance();
        const object = this.#term();
        this.#triples.push({ subject, predicate: predicate.value, object: object.value, isLiteral: object.isLiteral });
      } while (this.#token.text === ',');
      if (this.#token.text !== ';') return;
      while (this.#token.text === ';') this.#advance();
      if (this.#token.text === '.' || this.#token.text === ']' || this.#token.kind === 'end') return;
    }
  }

  #term(): { value: string; isLiteral: boolean } {
    const { kind, text, inner } = this.#token;
    const thing = (value: string) => ({ value, isLiteral: false });
    if (text === '[' || text === '(') return thing(text === '[' ? this.#blankNode() : this.#collection());
    this.#advance();
    if (kind === 'iri') return thing(this.#resolved(inner));
    if (kind === 'blank') return thing(text);
    if (kind === 'name') return thing(this.#expanded(text));
    if (kind === 'word') return text === 'a' ? thing(`${RDF}type`) : { value: text, isLiteral: true };
    if (kind === 'number') return { value: text, isLiteral: true };
    if (!/^(?:long)?(?:double|single)$/i.test(kind)) this.#fail(`${JSON.stringify(text)} was not expected`);
    if (this.#token.kind === 'language') this.#advance();
    else if (this.#token.text === '^^') {
      this.#advance();
      this.#term();
    }
    return { value: unescaped(inner), isLiteral: true };
  }

  #blankNode(): string {
    const node = this.#fresh();
    this.#enter();
    if (this.#token.text !== ']') this.#properties(node);
    this.#depth--;
    this.#expect(']');
    return node;
  }

  #collection(): string {
    this.#enter();
    const items: { value: string; isLiteral: boolean }[] = [];
    while (this.#token.text !== ')') items.push(this.#term());
    this.#depth--;
    this.#expect(')');
    let rest = `${RDF}nil`;
    for (const { value, isLiteral } of items.reverse()) {
      const node = this.#fresh();
      this.#triples.push({ subject: node, predicate: `${RDF}first`, object: value, isLiteral });
      this.#triples.push({ subject: node, predicate: `${RDF}rest`, object: rest, isLiteral: false });
      rest = node;
    }
    return rest;
  }

  #enter(): void {
    this.#depth++;
    if (this.#depth > DEEPEST) this.#fail('it is nested too deeply');
    this.#advance();
  }

  #fresh(): string {
    this.#blanks++;
    return `_:newsmark${this.#blanks}`;
  }

  #expanded(name: string): string {
    const colon = name.indexOf(':');
    const base = this.#prefixes.get(name.slice(0, colon));
    if (base === undefined) return this.#fail(`the prefix ${name.slice(0, colon + 1)} is not declared`);
    return base + name.slice(colon + 1).replace(/\\(.)/g, '$1');
  }

  /** Only what the files of the field have: whole IRIs, and fragments or names behind a base. */
  #resolved(iri: string): string {
    const plain = unescaped(iri);
    return /^[a-zA-Z][\w+.-]*:/.test(plain) ? plain : this.#base + plain;
  }

  #expect(sign: string): void {
    if (this.#token.text !== sign || this.#token.kind !== 'sign') this.#fail(`${sign} is missing`);
    this.#advance();
  }

  #advance(): void {
    this.#token = this.#next();
  }

  #next(): Token {
    TOKENS.space.lastIndex = this.#at;
    this.#at += TOKENS.space.exec(this.#text)?.[0].length ?? 0;
    const at = this.#at;
    if (at >= this.#text.length) return { kind: 'end', text: '', inner: '', at };
    for (const kind of Object.keys(TOKENS) as Kind[]) {
      const pattern = TOKENS[kind];
      pattern.lastIndex = at;
      const match = pattern.exec(this.#text);
      if (!match || match[0] === '') continue;
      this.#at += match[0].length;
      return { kind, text: match[0], inner: match[1] ?? '', at };
    }
    throw new TurtleError(at, `${JSON.stringify(this.#text.slice(at, at + 20))} was not expected`);
  }

  #fail(message: string): never {
    throw new TurtleError(this.#token.at, message);
  }
}

function unescaped(words: string): string {
  return words.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g,
    (_, short?: string, long?: string, sign?: string) => {
      if (sign !== undefined) return ESCAPES[sign] ?? sign;
      const point = Number.parseInt(short ?? long ?? '', 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
    },
  );
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f' };

/** Words as a literal in quotation marks. */
export function turtleLiteral(words: string): string {
  return `"${words.replace(/["\\\n\r\t\b\f]/g, (sign) => `\\${LETTERS[sign] ?? sign}`)}"`;
}

const LETTERS: Readonly<Record<string, string>> = { '\t': 't', '\b': 'b', '\n': 'n', '\r': 'r', '\f': 'f' };

/** An IRI in brackets; what may not stand there is written by its number. */
export function turtleIri(iri: string): string {
  return `<${iri.replace(/[\0-\x20<>"{}|^`\\]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}>`;
}
