/** What a page is made of, before there is a document: it is built in one way for the screen, for files and for tests. */
export type Content = Built | string;

export interface Built {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly children: readonly Content[];
}

/** `true` is an attribute without a value; `undefined` and `false` are none. */
export type Attribute = string | number | boolean | undefined;

/**
 * An element. Texts among its children and attributes are words, never markup: the articles' own may be anything.
 * @param attributes no handlers and no styles, which the page's security policy refuses
 */
export function h(
  tag: string,
  attributes: Readonly<Record<string, Attribute>>,
  ...children: readonly (Content | readonly Content[] | undefined)[]
): Built {
  return { tag, attributes, children: children.flat().filter((child) => child !== undefined) };
}

/** The attributes that are there, with their values. */
export function attributesOf({ attributes }: Built): readonly (readonly [name: string, value: string])[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined || value === false ? [] : [[name, value === true ? '' : String(value)] as const],
  );
}

/** An element as XML, which is HTML too as far as it is used here. */
export function toMarkup(node: Content): string {
  if (typeof node === 'string') return escaped(node);
  const attributes = attributesOf(node).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<${node.tag}${attributes.join('')}>${node.children.map(toMarkup).join('')}</${node.tag}>`;
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Characters that XML has not, controls above all, are left out. */
function escaped(words: string): string {
  return words.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '').replace(/[&<>"']/g, (sign) => NAMED[sign] ?? '');
}
