import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensureHost } from '../../scripts/install/vscodeHost.mjs';
import { until } from '../support/until.ts';
import { Workbench } from '../support/workbench.ts';

const run = promisify(execFile);

describe('the packaged extension', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'nm-vsix-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('installs from its .vsix, holds nothing it does not need, and works', async () => {
    const { stdout } = await run(process.execPath, [
      'scripts/package.mjs',
      '--out',
      path.join(folder, 'newsmark.vsix'),
    ]);
    assert.match(stdout, /newsmark\.vsix: [\d.]+ kB/);
    const { node, server } = await ensureHost('newest');
    const extensions = path.join(folder, 'extensions');
    const places = ['--extensions-dir', extensions, '--server-data-dir', path.join(folder, 'data')];
    await run(node, [
      server,
      '--accept-server-license-terms',
      ...places,
      '--install-extension',
      path.join(folder, 'newsmark.vsix'),
    ]);
    const installed = (await readdir(extensions)).find((name) => name.startsWith('newsmark.newsmark-'));
    assert.ok(installed);
    const files = await readdir(path.join(extensions, installed), { recursive: true });
    assert.deepEqual(
      files.filter((name) => /\.map$|\.ts$|test|samples|scripts|node_modules/.test(name)),
      [],
    );
    for (const wanted of ['dist/insights.js', 'dist/insights-style.css']) assert.ok(files.includes(wanted), wanted);
    const workbench = await Workbench.open({
      folder: 'samples',
      file: 'xi-jinping-europe.article',
      extension: path.join(extensions, installed),
    });
    try {
      await workbench.command('View: Show Newsmark');
      await until('its tree', async () => (await workbench.tree()).some((row) => row.startsWith('Xi Jinping')));
      await workbench.command('Newsmark: Show Most Frequent Names');
      await until('its page with views', async () => {
        const bars = workbench.page.frames().map((frame) => frame.locator('.chart .item').count());
        return (await Promise.all(bars)).some((count) => count > 0);
      });
    } finally {
      await workbench.close();
    }
  });
});
