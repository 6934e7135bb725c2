import assert from 'node:assert/strict';
import { readByline } from '../../../../src/core/article/byline';

describe('bylines', () => {
  const cases: readonly [string, readonly string[], string?][] = [
    ['By RFE/RL', [], 'RFE/RL'],
    ['By Jane Doe and John Roe', ['Jane Doe', 'John Roe']],
    ['By Jane Doe, Reuters', ['Jane Doe'], 'Reuters'],
    ['BY JANE DOE', ['JANE DOE']],
    ['*By Jane Doe*', ['Jane Doe']],
    ['By Jane Doe, senior correspondent', ['Jane Doe']],
    ['By Ludwig van Beethoven in Vienna', ['Ludwig van Beethoven']],
    ['By Jane Doe in Moscow and John Roe in Beijing', ['Jane Doe', 'John Roe']],
    ['By The Associated Press', [], 'The Associated Press'],
    ["By RFE/RL's Russian Service", [], "RFE/RL's Russian Service"],
    ['By AFP staff', [], 'AFP staff'],
  ];
  for (const [line, authors, source] of cases) {
    it(`reads “${line}”`, () => {
      assert.deepEqual(readByline(line, 7), { start: 7, end: 7 + line.length, authors, ...(source && { source }) });
    });
  }

  it('leaves other lines alone', () => {
    const lines = [
      'By the numbers',
      'By Monday, the army had left',
      'By Jane Doe left.',
      'By 2024',
      'By',
      'Bystanders Left',
      '',
    ];
    for (const line of lines) assert.equal(readByline(line), undefined, line);
  });
});
