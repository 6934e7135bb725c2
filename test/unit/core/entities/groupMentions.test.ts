import assert from 'node:assert/strict';
import fc from 'fast-check';
import { groupMentions, type NameMention } from '../../../../src/core/entities/groupMentions';

/** Mentions in reading order from "LABEL words" entries. */
function mentionsOf(...entries: readonly string[]): NameMention[] {
  return entries.map((entry, index) => {
    const [label = '', ...words] = entry.split(' ');
    const text = words.join(' ');
    return { label, text, start: index * 100, end: index * 100 + text.length };
  });
}

const names = (...entries: readonly string[]) => groupMentions(mentionsOf(...entries)).map(({ name }) => name);
const count = (...entries: readonly string[]) =>
  new Set(groupMentions(mentionsOf(...entries)).map(({ entity }) => entity)).size;

describe('grouping of mentions', () => {
  it('puts a surname with the full name, wherever that stands', () => {
    assert.deepEqual(names('PERSON Putin', 'PERSON Vladimir Putin', 'PERSON Putin'), Array(3).fill('Vladimir Putin'));
  });

  it('puts a surname with the person named last before it', () => {
    const entries = ['PERSON Hillary Clinton', 'PERSON Clinton', 'PERSON Bill Clinton', 'PERSON Clinton'];
    assert.deepEqual(names(...entries), ['Hillary Clinton', 'Hillary Clinton', 'Bill Clinton', 'Bill Clinton']);
  });

  it('leaves a surname with whom the article is about when a namesake is named once', () => {
    const [ted, heidi, short] = ['PERSON Theo Marlow', 'PERSON Hanna Marlow', 'PERSON Marlow'];
    assert.deepEqual(names(ted, short, short, heidi, short).at(-1), 'Theo Marlow');
    assert.deepEqual(names(ted, short, short, heidi, short, heidi, short).at(-1), 'Theo Marlow');
    assert.deepEqual(names(ted, heidi, short).at(-1), 'Hanna Marlow');
  });

  it('puts a family name that comes first with its person', () => {
    assert.deepEqual(names('PERSON Xi Jinping', 'PERSON Xi', 'PERSON Kim Jong Un', 'PERSON Kim'), [
      'Xi Jinping',
      'Xi Jinping',
      'Kim Jong Un',
      'Kim Jong Un',
    ]);
  });

  it('puts initials with the name they stand for', () => {
    assert.equal(count('ORG European Council on Foreign Relations', 'ORG ECFR'), 1);
    assert.equal(count('ORG EU', 'ORG the European Union', 'ORG E.U.'), 1);
    assert.equal(count('ORG Northern Alliance for Fair Trade Areas', 'ORG Nafta'), 1, 'an acronym spoken as a word');
    assert.equal(count('ORG World Health Organisation', 'ORG WHO', 'ORG World Health Organization'), 1);
  });

  it('puts a short form in brackets with the name before it, whatever its letters', () => {
    const text = 'The Italian Episcopal Conference (CEI) met. CEI said so. Reuters (AFP) wrote.';
    const found = (words: string, from = 0) => {
      const start = text.indexOf(words, from);
      return { label: 'ORG', text: words, start, end: start + words.length };
    };
    const groups = groupMentions(
      [found('Italian Episcopal Conference'), found('CEI'), found('CEI', 44)],
      undefined,
      text,
    );
    assert.deepEqual(
      groups.map(({ name, reason }) => `${name}: ${reason}`),
      [
        'Italian Episcopal Conference: name',
        'Italian Episcopal Conference: brackets',
        'Italian Episcopal Conference: brackets',
      ],
    );
  });

  it('takes a title for none of a name', () => {
    assert.deepEqual(names('PERSON US President Barack Obama', 'PERSON Barack Obama', 'PERSON President Obama'), [
      'Barack Obama',
      'Barack Obama',
      'Barack Obama',
    ]);
    assert.equal(count('PERSON President Putin', 'PERSON Putin'), 1);
  });

  it('puts names with more and fewer parts together where only one person can be meant', () => {
    assert.equal(count('PERSON Donald J. Trump', 'PERSON Donald Trump', 'PERSON Trump'), 1);
    assert.equal(count('PERSON Clara Martínez Cantón', 'PERSON Martínez Cantón'), 1);
    assert.equal(count('PERSON George W. Bush', 'PERSON George H. W. Bush', 'PERSON George Bush'), 3);
    assert.equal(count('PERSON José Mujica', 'PERSON Jose Mujica'), 1);
  });

  it('keeps people of one surname apart, by the title before it where there is one', () => {
    const text =
      'Bill Clinton and Hillary Clinton came. Mr. Clinton spoke, Mrs. Clinton did not. Jared Cohen and his wife, Ann Cohen, came. Cohen left.';
    const found = (words: string, from: number) => {
      const start = text.indexOf(words, from);
      return { label: 'PERSON', text: words, start, end: start + words.length };
    };
    const mentions = [
      found('Bill Clinton', 0),
      found('Hillary Clinton', 0),
      found('Clinton', 40),
      found('Clinton', 60),
      found('Jared Cohen', 0),
      found('Ann Cohen', 0),
      found('Cohen', 118),
    ];
    assert.deepEqual(
      groupMentions(mentions, undefined, text).map(({ name }) => name),
      ['Bill Clinton', 'Hillary Clinton', 'Bill Clinton', 'Hillary Clinton', 'Jared Cohen', 'Ann Cohen', 'Jared Cohen'],
    );
  });

  it('puts a part of a name with the only name that it is a part of, but no country', () => {
    assert.equal(count('ORG Church of Scientology', 'ORG Scientology'), 1);
    assert.equal(count('ORG Harvard University', 'ORG Harvard'), 1);
    assert.equal(count('ORG Carnegie Endowment for International Peace', 'ORG Carnegie Endowment'), 1);
    assert.equal(count('ORG Carnegie China', 'ORG China'), 2);
    assert.equal(count('ORG White House', 'ORG House'), 2, 'of Representatives');
    assert.equal(count('ORG Boston Globe', 'ORG Globe and Mail', 'ORG Mail'), 3);
    assert.equal(count('GPE New Mexico', 'GPE Mexico'), 2);
    assert.equal(count('NORP Chinese', 'GPE China'), 2);
  });

  it('puts a word for a kind of body with the body of that kind named last', () => {
    assert.deepEqual(names('ORG Civic Party', 'ORG the party', 'ORG Green Party', 'ORG Party'), [
      'Civic Party',
      'Civic Party',
      'Green Party',
      'Green Party',
    ]);
  });

  it('knows common other names of countries', () => {
    assert.equal(count('GPE US', 'GPE U.S.', 'GPE the United States', 'GPE America'), 1);
    assert.equal(count('GPE UK', 'GPE Britain', 'GPE US'), 2);
  });

  it('passes over determiners, possessives and case', () => {
    assert.equal(count('ORG The Kremlin', "ORG Kremlin's", 'ORG the kremlin'), 1);
  });

  it('keeps labels apart', () => {
    assert.equal(count('GPE Georgia', 'PERSON Georgia'), 2);
  });

  it('obeys what somebody has decided', () => {
    const [first, second] = mentionsOf('PERSON Smith', 'PERSON Smith');
    assert.ok(first && second);
    const groups = groupMentions([{ ...first, entity: 'e1' }, second]);
    assert.equal(groups[0]?.entity, 'e1');
    assert.notEqual(groups[1]?.entity, 'e1');
  });

  it('gives keys that a person can read', () => {
    assert.equal(groupMentions(mentionsOf('PERSON Vladimir Putin'))[0]?.entity, 'PERSON:vladimir putin');
  });

  it('shows figures as they are written', () => {
    assert.deepEqual(names('DATE a week ago', 'CARDINAL two'), ['a week ago', 'two']);
  });

  it('shows names that stand in capitals alone as running text has them', () => {
    assert.deepEqual(names('GPE BUDAPEST', 'GPE Budapest', 'GPE RIO DE JANEIRO'), [
      'Budapest',
      'Budapest',
      'Rio de Janeiro',
    ]);
    assert.deepEqual(names("PERSON SEAN O'BRIEN", 'ORG UNESCO', 'GPE USSR', 'LOC BAB-EL-MANDEB'), [
      "Sean O'Brien",
      'UNESCO',
      'USSR',
      'Bab-El-Mandeb',
    ]);
    assert.deepEqual(names('ORG GAZPROM', 'ORG Gazprom'), ['Gazprom', 'Gazprom']);
  });

  it('gives each mention a group of its own label, on any names', () => {
    const mention = fc.record({
      label: fc.constantFrom('PERSON', 'ORG', 'GPE', 'odd'),
      text: fc.string({ unit: 'binary' }),
    });
    fc.assert(
      fc.property(fc.array(mention), (list) => {
        const groups = groupMentions(list.map((entry, index) => ({ ...entry, start: index, end: index + 1 })));
        assert.equal(groups.length, list.length);
        groups.forEach(({ entity }, index) => {
          assert.ok(entity.startsWith(`${list[index]?.label}:`));
        });
      }),
    );
  });
});
