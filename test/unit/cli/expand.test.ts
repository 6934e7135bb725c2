import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expanded } from '../../../src/cli/expand';
import { FileTrouble } from '../../../src/cli/textFile';

describe('the files that arguments stand for', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsmark-expand-'));
  after(() => rmSync(folder, { recursive: true }));

  it('are all but those of a folder that can’t be looked into, which is told of behind them', async function () {
    if (process.platform === 'win32') this.skip();
    for (const name of ['a', 'b']) {
      mkdirSync(path.join(folder, name));
      writeFileSync(path.join(folder, name, 'story.txt'), '');
    }
    chmodSync(folder, 0o755);
    chmodSync(path.join(folder, 'a'), 0);
    const names: string[] = [];
    // Root may look into everything: then somebody else looks.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      await assert.rejects(async () => {
        for await (const { name } of expanded(folder, () => true)) names.push(name);
      }, FileTrouble);
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(path.join(folder, 'a'), 0o700);
    }
    assert.deepEqual(names, ['b/story.txt']);
  });
});
