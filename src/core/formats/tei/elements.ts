/** An element that says what its words are, and the attribute that tells it from others of its name. */
interface TeiElement {
  readonly name: string;
  readonly type?: string;
}

/** Labels that TEI has an element for (tei-c.org/release/doc/tei-p5-doc/en/html/ND.html); the others are `rs`. */
const ELEMENTS: Readonly<Record<string, TeiElement>> = {
  PERSON: { name: 'persName' },
  ORG: { name: 'orgName' },
  GPE: { name: 'placeName' },
  LOC: { name: 'geogName' },
  DATE: { name: 'date' },
  TIME: { name: 'time' },
  MONEY: { name: 'measure', type: 'currency' },
  QUANTITY: { name: 'measure' },
  PERCENT: { name: 'num', type: 'percentage' },
  CARDINAL: { name: 'num', type: 'cardinal' },
  ORDINAL: { name: 'num', type: 'ordinal' },
  QUOTATION: { name: 'quote' },
};

/** Other elements that name things, by the label that comes nearest. */
const OTHERS: Readonly<Record<string, string>> = {
  forename: 'PERSON',
  settlement: 'GPE',
  country: 'GPE',
  region: 'GPE',
  said: 'QUOTATION',
  q: 'QUOTATION',
  num: 'CARDINAL',
};

export function elementOf(label: string): TeiElement {
  return (Object.hasOwn(ELEMENTS, label) ? ELEMENTS[label] : undefined) ?? { name: 'rs', type: label };
}

/** The label that an element means; undefined where it is about something else than what words name. */
export function labelOfElement(name: string, type: string | undefined): string | undefined {
  const exact = Object.entries(ELEMENTS).find(([, element]) => element.name === name && element.type === type);
  if (exact) return exact[0];
  if (name === 'rs' || name === 'name') return type ?? name;
  return (
    Object.entries(ELEMENTS).find(([, element]) => element.name === name && element.type === undefined)?.[0] ??
    (Object.hasOwn(OTHERS, name) ? OTHERS[name] : undefined)
  );
}

/** Elements that begin a new line of text. */
export const BLOCKS = new Set(
  'p head ab l lg div item list sp speaker stage row cell table opener closer dateline byline salute trailer quote cit figure'.split(
    ' ',
  ),
);

/** Elements whose words are no part of the text. */
export const NOT_TEXT = new Set('note teiHeader standOff fw figDesc facsimile sourceDoc'.split(' '));
