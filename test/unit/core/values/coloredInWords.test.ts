import assert from 'node:assert/strict';
import { coloredInWords } from '../../../../src/core/values/coloredInWords';

describe('a value with what colors it', () => {
  it('has a change before it, and what it is counted for behind', () => {
    assert.equal(coloredInWords('240 billion US dollars', 'record'), 'record 240 billion US dollars');
    assert.equal(coloredInWords('38 cubic meters', 'per year'), '38 cubic meters per year');
    assert.equal(coloredInWords('5 percent', 'up, per year'), 'up 5 percent per year');
    assert.equal(coloredInWords('43', undefined), '43');
  });

  it('has a time’s zone behind it', () => {
    assert.equal(coloredInWords('15:00', 'GMT', true), '15:00 GMT');
  });
});
