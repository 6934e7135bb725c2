import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { packGazetteer } from '../../../../../scripts/gazetteers/pack';
import {
  BEGINS_LONGER,
  folded,
  KINDS,
  LONGEST,
  readGazetteer,
} from '../../../../../src/core/recognize/entities/gazetteer';

const { city, company, country, frequent, given, group, noun, organization, small, surname, verb } = KINDS;

function gazetteerOf(entries: Readonly<Record<string, number>>) {
  return readGazetteer(packGazetteer(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1))));
}

describe('a gazetteer', () => {
  const gazetteer = gazetteerOf({
    call: verb | frequent,
    gov: KINDS.title,
    make: verb,
    ministry: noun,
    new: frequent,
    'new york': city,
    'new york city': city,
    'new york city ballet': organization,
    'new zealand': country,
    run: verb,
    'sao paulo': city,
    u: noun,
    'u.s.': country,
  });

  it('knows a word in any case, with accents or without', () => {
    assert.equal(gazetteer.kindsOf('CALL'), verb | frequent);
    assert.equal(gazetteer.kindsOf('U.S.'), country);
    assert.equal(gazetteer.kindsOf('york'), 0);
    assert.equal(gazetteer.kindsOf(''), 0);
    assert.equal(folded('Łódź’s Groß'), "lodz's gross");
  });

  it('tells that longer entries begin with a word, known by itself or not', () => {
    assert.equal(gazetteer.kindsOf('New'), frequent | BEGINS_LONGER);
    assert.equal(gazetteer.kindsOf('São'), BEGINS_LONGER);
    assert.equal(gazetteer.kindsOf('yorkshire') & BEGINS_LONGER, 0);
  });

  it('finds everyday words by their inflected forms, and abbreviations without their stop', () => {
    const stems = ['ministries', 'making', 'called', 'runs', 'running'].map(gazetteer.kindsOf);
    assert.deepEqual(stems, [noun, verb, verb | frequent, verb, verb]);
    assert.equal(gazetteer.kindsOf('Gov.'), KINDS.title);
  });

  it('finds the longest entry of several words', () => {
    const words = ['In', 'New', 'York', 'City', 'Hall', 'São', 'Paulo', 'New'].map(folded);
    assert.deepEqual(gazetteer.matchAt(words, 1), { to: 4, kinds: city });
    assert.deepEqual(gazetteer.matchAt(words, 5), { to: 7, kinds: city });
    assert.equal(gazetteer.matchAt(words, 0), undefined);
    assert.equal(gazetteer.matchAt(words, 7), undefined);
  });

  it('holds what was put in, of any size', () => {
    const key = fc.array(fc.constantFrom('a', 'ab', 'b', 'zz', '-', "o'x"), { minLength: 1, maxLength: 5 });
    const entries = fc.uniqueArray(fc.tuple(key, fc.integer({ min: 1, max: 2 ** 20 })), {
      selector: ([words]) => words.join(' '),
      maxLength: 100,
    });
    fc.assert(
      fc.property(entries, (list) => {
        const made = gazetteerOf(Object.fromEntries(list.map(([words, kinds]) => [words.join(' '), kinds])));
        assert.equal(made.size, list.length);
        for (const [words, kinds] of list) {
          if (words.length === 1) assert.equal(made.kindsOf(words[0] ?? '') & ~BEGINS_LONGER, kinds);
          else assert.deepEqual(made.matchAt(words, 0), { to: words.length, kinds });
          if (words.length > 1) assert.ok(made.kindsOf(words[0] ?? '') & BEGINS_LONGER);
        }
      }),
    );
  });

  it('stays within its longest entry on a line of nothing but one word', () => {
    const words = Array.from({ length: 1000 }, () => 'new');
    assert.equal(gazetteerOf({ [words.slice(0, LONGEST).join(' ')]: city }).matchAt(words, 3)?.to, 3 + LONGEST);
  });

  it('refuses what is no gazetteer', () => {
    const bytes = packGazetteer([['paris', city]]);
    assert.throws(() => readGazetteer(new Uint8Array()), RangeError);
    assert.throws(() => readGazetteer(bytes.subarray(0, bytes.length - 1)), RangeError);
    assert.throws(() => readGazetteer(Uint8Array.from([1, ...bytes])), RangeError);
  });
});

describe('the gazetteer that is shipped', () => {
  const gazetteer = readGazetteer(readFileSync('media/names.gazetteer'));

  it('knows people, places, organizations, groups and everyday words', () => {
    const expected: [string, number][] = [
      ['Vladimir', given],
      ['Blinken', surname],
      ['Kyiv', city],
      ['Uruguay', country],
      ['Bavaria', KINDS.region],
      ['Caucasus', KINDS.location],
      ['Kurds', group],
      ['Huawei', company],
      ['Reuters', KINDS.media],
      ['table', noun],
      ['the', small],
    ];
    for (const [word, kind] of expected) assert.ok(gazetteer.kindsOf(word) & kind, word);
  });

  it('knows names of several words, cut as the tagger cuts them', () => {
    const names = [
      'US National Security Council',
      'Agence France - Presse',
      'Rostov - on - Don',
      'Trinidad and Tobago',
    ];
    for (const name of names) {
      const words = name.split(' ').map(folded);
      assert.equal(gazetteer.matchAt(words, 0)?.to, words.length, name);
    }
  });
});
