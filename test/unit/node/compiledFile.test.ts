import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compiledFile } from '../../../src/node/compiledFile';

const SOURCE = "exports.base = require('node:path').basename(__filename); exports.twice = (n) => 2 * n;";

describe('a file that is compiled once', () => {
  let here = '';
  let file = '';
  let folder = '';
  const run = () => {
    const compiled = compiledFile(file, { folder, require: createRequire(file) });
    const { base, twice } = compiled.exports as { base: string; twice(n: number): number };
    return { compiled, found: [base, twice(4)] };
  };
  const RIGHT = ['some.js', 8];

  beforeEach(() => {
    here = mkdtempSync(path.join(tmpdir(), 'newsmark-'));
    file = path.join(here, 'some.js');
    folder = path.join(here, 'kept');
    writeFileSync(file, SOURCE);
  });
  afterEach(() => rmSync(here, { recursive: true }));

  it('runs the same from what was kept', () => {
    const first = run();
    assert.deepEqual([first.compiled.wasKept, ...first.found], [false, ...RIGHT]);
    first.compiled.keep();
    const second = run();
    assert.deepEqual([second.compiled.wasKept, ...second.found], [true, ...RIGHT]);
  });

  it('is compiled anew when it has changed, and what was kept of it goes', () => {
    run().compiled.keep();
    writeFileSync(file, SOURCE.replace('2 * n', '3 * n + 1'));
    const { compiled, found } = run();
    assert.deepEqual([compiled.wasKept, ...found], [false, 'some.js', 13]);
    compiled.keep();
    assert.equal(readdirSync(folder).length, 1);
    assert.equal(run().compiled.wasKept, true);
  });

  it('is compiled anew where what was kept is broken, whatever is in it', () => {
    run().compiled.keep();
    const [name = ''] = readdirSync(folder);
    const kept = path.join(folder, name);
    const bytes = readFileSync(kept);
    for (const broken of [bytes.subarray(0, bytes.length / 2), Buffer.alloc(bytes.length), Buffer.alloc(0)]) {
      writeFileSync(kept, broken);
      assert.deepEqual([run().compiled.wasKept, ...run().found], [false, ...RIGHT]);
    }
  });

  it('runs where nothing can be kept', () => {
    const compiled = compiledFile(file, { folder: undefined, require: createRequire(file) });
    assert.equal((compiled.exports as { twice(n: number): number }).twice(2), 4);
    compiled.keep();
    writeFileSync(folder, 'no folder');
    const { compiled: blocked, found } = run();
    assert.deepEqual(found, RIGHT);
    assert.throws(() => blocked.keep());
  });
});
