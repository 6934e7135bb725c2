import assert from 'node:assert/strict';
import { loadRecognizers, type Recognizer } from '../../../../../src/core/recognize';
import { assets } from '../../../../support/assets';
import { found } from '../marked';

const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
  ['Russian President Vladimir Putin will travel to China.', 'NORP Russian', 'PERSON Vladimir Putin', 'GPE China'],
  [
    'US Secretary of State Antony Blinken and US Treasury Secretary Janet Yellen warned Beijing',
    'GPE US',
    'PERSON Antony Blinken',
    'GPE US',
    'PERSON Janet Yellen',
    'GPE Beijing',
  ],
  ['Chinese Premier Li Qiang', 'NORP Chinese', 'PERSON Li Qiang'],
  [
    'a tour by Xi Jinping to France, Serbia and Hungary.',
    'PERSON Xi Jinping',
    'GPE France',
    'GPE Serbia',
    'GPE Hungary',
  ],
  ["China's official Xinhua News Agency on May 15", 'GPE China', 'ORG Xinhua News Agency'],
  ['at the European Council on Foreign Relations, says', 'ORG European Council on Foreign Relations'],
  ['director of the Carnegie Russia Eurasia Center, said', 'ORG Carnegie Russia Eurasia Center'],
  ['at the US National Security Council.', 'ORG US National Security Council'],
  ['a researcher at Georgetown University, says', 'ORG Georgetown University'],
  ['exercises in the East China Sea', 'LOC East China Sea'],
  ['on the Power of Siberia-2 pipeline, which', 'FAC Power of Siberia-2'],
  ['supplanted the European Union', 'ORG European Union'],
  ['in violation of U.N. sanctions', 'ORG U.N.'],
  ['situation in the world. [Korean] Peninsula.', 'LOC [Korean] Peninsula'],
  ['China-Russia relations', 'GPE China', 'GPE Russia'],
  ['a US-led coalition', 'GPE US'],
  ['In March and April, on Monday, the prices rose.'],
  ['There are clear signs. Analysts say so. Meeting an old friend.'],
  ['Barack Obama of Hawaii met George W. Bush.', 'PERSON Barack Obama', 'GPE Hawaii', 'PERSON George W. Bush'],
];

describe('names', () => {
  let names: Recognizer;
  before(async () => {
    const all = await loadRecognizers(assets);
    names = all.find((recognizer) => recognizer.id === 'names') ?? assert.fail('no such recognizer');
  });

  for (const [text, ...expected] of CASES) {
    it(`reads "${text}"`, () => assert.deepEqual(found(names, text), expected));
  }

  it('lets a surname follow its full name, before and after it', () => {
    const text = 'Gabuev agreed.\nAlexander Gabuev spoke. "It is so," Gabuev wrote. Wilder did. Dennis Wilder did too.';
    const people = found(names, text).filter((entry) => entry.startsWith('PERSON'));
    assert.deepEqual(people, [
      'PERSON Gabuev',
      'PERSON Alexander Gabuev',
      'PERSON Gabuev',
      'PERSON Wilder',
      'PERSON Dennis Wilder',
    ]);
  });

  it('cuts off a word that a machine left behind a name', () => {
    const text = 'Vladimir Putin came. No visit was confirmed, Putin Express his desire to go.';
    assert.deepEqual(found(names, text), ['PERSON Vladimir Putin', 'PERSON Putin']);
  });

  it('finds whole words only', () => {
    const text = 'Anna Li spoke. Life is Lively. Li left.';
    assert.deepEqual(found(names, text), ['PERSON Anna Li', 'PERSON Li']);
  });
});
