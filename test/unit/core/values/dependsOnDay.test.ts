import assert from 'node:assert/strict';
import { dependsOnDay, isOpen } from '../../../../src/core/values/dependsOnDay';

describe('dates and the day of publication', () => {
  it('may have told a date, but no length, no repetition and no time of day', () => {
    for (const value of ['2024-05-16', '2024-04', '2023', '2014/..', '2024-05-16T15:00'])
      assert.ok(dependsOnDay(value), value);
    for (const value of ['P2D', '>PT90M', 'R/P1Y', 'T15:00', 'T20:00/T23:59:59'])
      assert.ok(!dependsOnDay(value), value);
  });

  it('leaves open what it would tell', () => {
    for (const value of ['PAST_REF', 'XXXX-05-16', 'XXXX-WXX-2']) assert.ok(isOpen(value), value);
    for (const value of ['2024-05-16', 'P2D', 'R/XXXX-WXX-1', '199X']) assert.ok(!isOpen(value), value);
  });
});
