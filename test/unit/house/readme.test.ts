import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { readReports } from '../../bench/support/saved';
import { tableOf, withTable } from '../../bench/table';

describe('README', () => {
  it('has the figures that the benches saved (npm run bench:table writes them)', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(withTable(readme, tableOf(readReports()))).to.equal(readme);
  });
});
