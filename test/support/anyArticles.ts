import fc from 'fast-check';
import type { Annotation, AnnotationSet, Entity } from '../../src/core/annotation/annotation';
import { quoteAt } from '../../src/core/annotation/quote';
import type { AnnotatedArticle } from '../../src/core/formats/format';

/** Pieces that articles are made of: words, signs, and what formats stumble over. */
const PIECES = [
  ...[
    'Putin',
    'Zoë',
    'Müller',
    'U.S.',
    "China's",
    'don’t',
    'twenty-one',
    '$4.2',
    'million',
    '10',
    'Mr.',
    'said',
    'in',
    'the',
  ],
  ...[
    '😀',
    '👩‍👩‍👧',
    '北京',
    '“',
    '”',
    '"',
    ',',
    '.',
    '?',
    '|',
    '[1]',
    '_',
    '*',
    '->',
    '\\',
    '#',
    '<b>',
    '&amp;',
    "'",
    ';',
    '=1+1',
    'e\u0301',
  ],
];
const SPACES = [' ', ' ', ' ', ' ', '  ', '\n', '\n\n', '\t', '\u00a0', ''];

const anyText = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...SPACES)), { minLength: 3, maxLength: 30 })
  .map((pieces) => pieces.map(([piece, space]) => piece + space).join(''));

const words = fc.constantFrom(
  'sure',
  'two\nlines',
  'a | b',
  'Zoë “x”',
  '<a & "b">',
  "it's; 1, 2",
  '100 %',
  '=SUM(A1)',
  'back\\nslash\\',
);
const name = fc.constantFrom('Vladimir Putin', 'Zoë & Co.', 'Gazprom|Neft', 'a "b"', '北京');

const anyFields = fc.record(
  {
    status: fc.constantFrom('accepted' as const, 'accepted' as const, 'rejected' as const, 'suggested' as const),
    entity: fc.constantFrom('putin', 'e 2', 'x:y%z', '北京'),
    value: fc.constantFrom<unknown>(
      '>300000000 USD',
      '300',
      '2024-05-14',
      { amount: '1', currency: 'USD' },
      '{odd',
      '["x"]',
      'true',
    ),
    note: words,
    source: fc.constantFrom('names', 'import of x'),
    by: fc.constantFrom('alice', 'Bob B.'),
    at: fc.constantFrom('2024-05-15T09:12:44Z', '2024-05-16T10:00:00Z'),
    unknown: fc.constantFrom({ mood: 'good' }, { deep: { x: [1, null] } }),
  },
  { requiredKeys: ['status'] },
);

const anyEntity = fc.record(
  {
    label: fc.constantFrom('PERSON', 'ORG', 'GPE'),
    name,
    links: fc.constantFrom(
      { wikidata: 'Q7747' },
      { geonames: '2017370', 'own base': 'a:b c' },
      { dbpedia: 'A/B', wikidata: 'Q1' },
    ),
    note: words,
    unknown: fc.constant({ born: 1952 }),
  },
  { requiredKeys: ['label', 'name'] },
);

const anyLabel = fc.constantFrom('PERSON', 'ORG', 'GPE', 'MONEY', 'WORK_OF_ART', 'My label', 'a|b');

const anyMark = fc.record({
  from: fc.nat(1000),
  length: fc.integer({ min: 1, max: 12 }),
  label: anyLabel,
  fields: anyFields,
});

/** An article with annotations of all kinds, on words and across them. */
export const anyArticle: fc.Arbitrary<AnnotatedArticle> = fc
  .record({
    text: anyText,
    marks: fc.array(anyMark, { maxLength: 8 }),
    entities: fc.tuple(anyEntity, anyEntity, anyEntity, anyEntity),
    relations: fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom('speaker', 'paid by')), { maxLength: 3 }),
    article: fc.record(
      { title: words, published: fc.constant('2024-05-14'), language: fc.constant('en') },
      { requiredKeys: [] },
    ),
  })
  .map(({ text, marks, entities, relations, article }) => {
    const annotations = marks.flatMap(({ from, length, label, fields }, index): Annotation[] => {
      const span = wholeCharacters(text, from % text.length, length);
      return span
        ? [{ id: `a${index}`, ...span, ...quoteAt(text, span), label, ...withoutNothing(fields) } as Annotation]
        : [];
    });
    const ids = ['putin', 'e 2', 'x:y%z', '北京'];
    const set: AnnotationSet = {
      annotations: apart(annotations),
      entities: entities.map(
        (entity, index): Entity => ({ id: ids[index] ?? '', ...withoutNothing(entity) }) as Entity,
      ),
      relations: [],
    };
    const there = set.annotations;
    const ties = relations.flatMap(([from, to, type], index) => {
      const [first, second] = [there[from], there[to]];
      return first && second && first !== second ? [{ id: `r${index}`, type, from: first.id, to: second.id }] : [];
    });
    return { name: 'story.txt', text, article: withoutNothing(article), set: { ...set, relations: ties } };
  });

/** A span that cuts no surrogate pair, and holds more than white space. */
function wholeCharacters(text: string, from: number, length: number): { start: number; end: number } | undefined {
  const isCut = (at: number) => /^[\udc00-\udfff]/.test(text.slice(at, at + 1));
  const start = isCut(from) ? from - 1 : from;
  const to = Math.min(text.length, start + length);
  const end = isCut(to) ? to + 1 : to;
  return text.slice(start, end).trim() === '' ? undefined : { start, end };
}

/** No two on the same words with the same label: a sidecar has none. */
function apart(annotations: readonly Annotation[]): Annotation[] {
  return [...new Map(annotations.map((each) => [`${each.start} ${each.end} ${each.label}`, each])).values()];
}

function withoutNothing<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
