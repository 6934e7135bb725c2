import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { FORMATS } from '../../../../src/core/formats/formats';
import { lacksOf } from '../../../../src/core/formats/lacks';

describe('the page of formats', () => {
  const page = readFileSync('src/core/formats/README.md', 'utf8');

  it('has a section for each format that names what it can’t hold', () => {
    for (const format of FORMATS) {
      const start = page.indexOf(`\n## ${format.title}: \`${format.id}\`\n`);
      assert.ok(start >= 0, format.id);
      const section = page.slice(start, page.indexOf('\n## ', start + 1) >>> 0);
      const lacks = lacksOf(format);
      assert.ok(
        section.includes(`Can’t hold: ${lacks.length > 0 ? lacks.join('; ') : 'nothing'}.`),
        `${format.id}: ${lacks.join('; ')}`,
      );
    }
    assert.equal(page.match(/^## /gm)?.length, FORMATS.length);
  });
});
