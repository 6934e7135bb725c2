import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packGazetteer } from '../../../../../scripts/gazetteers/pack';
import { type Gazetteer, KINDS, readGazetteer } from '../../../../../src/core/recognize/entities/gazetteer';
import { nameRules } from '../../../../../src/core/recognize/entities/rules/nameRules';
import { type NameType, TYPES } from '../../../../../src/core/recognize/entities/tagger/labels';
import { NO_CLASSES } from '../../../../../src/core/recognize/entities/tagger/lexicon';
import { type Passage, readPassage } from '../../../../../src/core/recognize/entities/tagger/passage';
import type { NameSpan } from '../../../../../src/core/recognize/entities/tagger/spans';
import { createVocabulary } from '../../../../../src/core/recognize/entities/tagger/vocabulary';

const { city, country, event, facility, given, group, location, media, noun, organization, surname, title, verb } =
  KINDS;

const KNOWN: Readonly<Record<string, number>> = {
  'black sea': location,
  china: country,
  'costa rica': country,
  'costa rican': group,
  express: noun | verb,
  'korean peninsula': location,
  'north korean': group,
  korean: group,
  paris: city | given,
  pennsylvania: facility | KINDS.region,
  'power of siberia': facility,
  president: title | noun,
  'rfe / rl': media | organization,
  russia: country,
  unicef: organization,
  us: country | KINDS.small,
  'world cup': event,
  xi: surname,
};

const gazetteer: Gazetteer = readGazetteer(packGazetteer(Object.entries(KNOWN).sort(([a], [b]) => (a < b ? -1 : 1))));
const vocabulary = createVocabulary({ wordClass: () => NO_CLASSES, gazetteer });
const rules = nameRules(gazetteer);

/** Reads a text in which names are marked as a tagger would: "in {PLACE the United States}". */
function marked(text: string): { passage: Passage; names: NameSpan[]; plain: string } {
  let plain = '';
  const spans: { start: number; end: number; type: number }[] = [];
  for (const [, before = '', type = '', words = ''] of text.matchAll(/([^{]*)(?:\{([A-Z]+) ([^}]*)\}|$)/g)) {
    plain += before;
    if (type)
      spans.push({ start: plain.length, end: plain.length + words.length, type: TYPES.indexOf(type as NameType) });
    plain += words;
  }
  const passage = readPassage(plain, vocabulary);
  const names = spans.map(({ start, end, type }) => {
    const from = passage.starts.indexOf(start);
    const to = passage.ends.indexOf(end) + 1;
    assert.ok(from >= 0 && to > from, `${plain.slice(start, end)} is made of words`);
    return { from, to, type, confidence: 0.8 };
  });
  return { passage, names, plain };
}

function shown(plain: string, passage: Passage, names: readonly NameSpan[]): string[] {
  return names.map((name) => {
    const words = plain.slice(passage.starts[name.from], passage.ends[name.to - 1]);
    return `${rules.labelOf(passage, name)} ${words}`;
  });
}

function alone(text: string): string[] {
  const { passage, names, plain } = marked(text);
  return shown(plain, passage, rules.inPassage(passage, names));
}

/** Names as the rules leave them, with all of an article in sight. */
function inArticle(passages: readonly { passage: Passage; names: NameSpan[] }[]): (readonly NameSpan[])[] {
  const each = passages.map(({ passage, names }) => ({ passage, names: rules.inPassage(passage, names) }));
  return rules.agreement().namesOf(each);
}

function together(...texts: readonly string[]): string[][] {
  const passages = texts.map(marked);
  const found = inArticle(passages);
  return passages.map(({ plain, passage }, index) => shown(plain, passage, found[index] ?? []));
}

describe('rules for names', () => {
  const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['said {PERSON Mr Bandt} to {PERSON President Li Qiang}', 'PERSON Bandt', 'PERSON Li Qiang'],
    ['in {PLACE the Black Sea} on Monday', 'LOC Black Sea'],
    ["of {ORG Acme's} shares", 'ORG Acme'],
    ['the {ORG Ministry of Trade)} said', 'ORG Ministry of Trade'],
    ['in {PERSON Costa Rica} a {PLACE Costa Rican} said', 'GPE Costa Rica', 'NORP Costa Rican'],
    ['{PLACE China-Russia} relations', 'GPE China', 'GPE Russia'],
    ['The {PLACE North} {NORP Korean} element', 'NORP North Korean'],
    ['By {ORG RFE}/RL', 'ORG RFE/RL'],
    ['in the [{NORP Korean}] Peninsula.', 'LOC [Korean] Peninsula'],
    ['on the {PLACE Power of Siberia}-2 pipeline', 'FAC Power of Siberia-2'],
    ['{ORG US Treasury} Secretary Janet Yellen', 'GPE US'],
    ['director of the {PLACE Carnegie Center}, said', 'ORG Carnegie Center'],
    ['cases of {PERSON Covid-19} rose', ...[]],
    ['{PLACE US}$5 a day', ...[]],
    ['as {PERSON Hurricane Ian} came', 'EVENT Hurricane Ian'],
    [
      'at the {OTHER World Cup}, with the {OTHER Paris Accord} and “{OTHER Hamlet}” and {OTHER iPhone}',
      'EVENT World Cup',
      'LAW Paris Accord',
      'WORK_OF_ART Hamlet',
      'PRODUCT iPhone',
    ],
    ['she wrote on X, formerly Twitter', 'ORG X'],
    ['voters in {PLACE Pennsylvania} said', 'GPE Pennsylvania'],
    ['the {PLACE E.U.} agreed', 'ORG E.U.'],
    ['near {PLACE Lake Placid} and {PLACE Tempelhof Airport}', 'LOC Lake Placid', 'FAC Tempelhof Airport'],
  ];
  for (const [text, ...expected] of CASES) it(`read "${text}"`, () => assert.deepEqual(alone(text), expected));

  it('let a surname follow its full name, before and behind it, and look for it where nothing was found', () => {
    const found = together(
      'Gabuev agreed.',
      '{PERSON Alexander Gabuev} spoke.',
      'So {ORG Gabuev} wrote to {PERSON Xi Jinping}.',
      'To Xi himself.',
    );
    assert.deepEqual(found, [
      ['PERSON Gabuev'],
      ['PERSON Alexander Gabuev'],
      ['PERSON Gabuev', 'PERSON Xi Jinping'],
      ['PERSON Xi'],
    ]);
  });

  it('give one name one label through an article', () => {
    const found = together('In {PLACE Pang} it rained.', 'From {PLACE Pang} to {PERSON Pang}.');
    assert.deepEqual(found, [['GPE Pang'], ['GPE Pang', 'GPE Pang']]);
  });

  it('cut off an everyday word that a machine left behind a name', () => {
    const found = together('{PERSON Putin} came.', 'Then {PERSON Putin Express} his desire to go.');
    assert.deepEqual(found, [['PERSON Putin'], ['PERSON Putin']]);
  });

  it('take initials for the organization that they stand for', () => {
    const found = together('The {ORG World Trade Forum} (WTF) met.', 'The {PERSON WTF} said so.');
    assert.deepEqual(found, [['ORG World Trade Forum', 'ORG WTF'], ['ORG WTF']]);
  });

  it('find whole words only, and none within another row of capitals', () => {
    assert.deepEqual(together('{PERSON Anna Lee} spoke.', 'Leeds and Leeway. Robert Lee Moore did not.')[1], []);
  });

  it('give names in order that do not overlap, whatever the tagger found', () => {
    const word = fc.constantFrom(
      ...Object.keys(KNOWN),
      'Mr',
      'the',
      'The',
      '[',
      ']',
      '(',
      ')',
      '-',
      '2',
      "'s",
      'US',
      'X',
      'Lee',
      '$',
      '.',
    );
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
    const cuts = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 30 }), fc.nat(5)), { maxLength: 12 });
    fc.assert(
      fc.property(text, cuts, (plain, list) => {
        const passage = readPassage(plain, vocabulary);
        const names: NameSpan[] = [];
        let at = 0;
        for (const [skip, length, type] of list) {
          const from = at + skip;
          at = from + length;
          if (at <= passage.length) names.push({ from, to: at, type, confidence: 0.5 });
        }
        for (const found of [rules.inPassage(passage, names), ...inArticle([{ passage, names }])]) {
          let end = 0;
          for (const name of found) {
            assert.ok(name.from >= end && name.to > name.from && name.to <= passage.length, plain);
            end = name.to;
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
