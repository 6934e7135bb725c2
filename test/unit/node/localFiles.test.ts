import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { ArticleSession } from '../../../src/core/session';
import { SidecarStore } from '../../../src/core/sidecar/store';
import { Text } from '../../../src/core/text/text';
import { localFiles } from '../../../src/node/localFiles';
import { killSavers } from '../../support/faults/kills';
import { bundleDecider, startDecider, temporaryFolder } from '../../support/faults/processes';

const TEXT = 'Putin met Xi in Beijing.';

function open(sidecar: string): ArticleSession {
  return new ArticleSession(Text.of(TEXT), 'story.txt', new SidecarStore(sidecar, { files: localFiles }));
}

function decide(session: ArticleSession, quote: string): void {
  const start = TEXT.indexOf(quote);
  const span = { start, end: start + quote.length };
  const after: Annotation = { id: quote, ...span, quote, prefix: '', suffix: '', label: 'PERSON', status: 'accepted' };
  session.apply({ title: quote, edits: [{ after }] });
}

/** What the session's look at the file came to: `ready`, or the kind of the fault. */
async function outcome(session: ArticleSession): Promise<string> {
  const { state } = await session.sync();
  return state.kind === 'unsaved' || state.kind === 'unreadable' ? `${state.kind}: ${state.fault.kind}` : state.kind;
}

function quotesIn(sidecar: string): string[] {
  const { annotations } = JSON.parse(readFileSync(sidecar, 'utf8'));
  return annotations.map(({ quote }: { quote: string }) => quote);
}

/** A small file system of its own. @returns undefined where this machine does not let us make one */
function mountSmall(
  folder: string,
): { fill: () => void; empty: () => void; remount: (how: 'ro' | 'rw') => void; unmount: () => void } | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  const filler = path.join(folder, 'filler');
  return {
    fill: () => {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(bavail * bsize));
    },
    empty: () => rmSync(filler),
    remount: (how) => execFileSync('mount', ['-o', `remount,${how}`, folder]),
    unmount: () => execFileSync('umount', [folder]),
  };
}

describe('a sidecar on a real disk', () => {
  let folder: string;
  let sidecar: string;
  let remove: () => Promise<void>;

  beforeEach(async () => {
    ({ folder, remove } = await temporaryFolder());
    sidecar = path.join(folder, 'story.txt.newsmark.json');
  });
  afterEach(() => remove());

  it('is written whole, and nothing else is left in the folder', async () => {
    const session = open(sidecar);
    decide(session, 'Putin');
    assert.equal(await outcome(session), 'ready');
    assert.deepEqual(readdirSync(folder), ['story.txt.newsmark.json']);
    assert.deepEqual(quotesIn(sidecar), ['Putin']);
  });

  it('keeps its permissions', async () => {
    writeFileSync(sidecar, '{ "newsmark": 1 }\n');
    chmodSync(sidecar, 0o660);
    const session = open(sidecar);
    decide(session, 'Putin');
    await session.sync();
    assert.equal(statSync(sidecar).mode & 0o777, 0o660);
  });

  it('that is a symbolic link stays one; the file behind it is written', async () => {
    mkdirSync(path.join(folder, 'elsewhere'));
    const real = path.join(folder, 'elsewhere', 'real.json');
    symlinkSync(path.join('elsewhere', 'real.json'), sidecar);
    const session = open(sidecar);
    decide(session, 'Putin');
    assert.equal(await outcome(session), 'ready', 'also while the link leads nowhere yet');
    assert.ok(lstatSync(sidecar).isSymbolicLink());
    assert.equal(readlinkSync(sidecar), path.join('elsewhere', 'real.json'));
    assert.deepEqual(quotesIn(real), ['Putin']);
  });

  it('that is a link to itself is a fault that is told', async () => {
    symlinkSync(path.basename(sidecar), sidecar);
    const session = open(sidecar);
    decide(session, 'Putin');
    assert.equal(await outcome(session), 'unsaved: link');
    rmSync(sidecar);
    assert.equal(await outcome(session), 'ready');
    assert.deepEqual(quotesIn(sidecar), ['Putin']);
  });

  it('in whose place a folder is, is written once that is gone', async () => {
    const session = open(sidecar);
    mkdirSync(sidecar);
    decide(session, 'Putin');
    assert.equal(await outcome(session), 'unreadable: is a folder');
    assert.ok(session.hasUnsaved);
    rmSync(sidecar, { recursive: true });
    assert.equal(await outcome(session), 'ready');
    assert.deepEqual(quotesIn(sidecar), ['Putin']);
  });

  it('whose folder is gone does not make it again, and is written once it is back', async () => {
    const session = open(sidecar);
    decide(session, 'Putin');
    await session.sync();
    rmSync(folder, { recursive: true });
    decide(session, 'Xi');
    assert.equal(await outcome(session), 'unsaved: folder gone');
    assert.throws(() => statSync(folder));
    mkdirSync(folder);
    assert.equal(await outcome(session), 'ready');
    assert.deepEqual(quotesIn(sidecar), ['Putin', 'Xi']);
  });

  it('is named among those of its folder; of a folder that is not there, none are', async () => {
    writeFileSync(path.join(folder, 'story.txt'), TEXT);
    assert.deepEqual(await localFiles.names(folder), ['story.txt']);
    assert.deepEqual(await localFiles.names(path.join(folder, 'gone')), []);
  });

  it('that holds other bytes than text is left as it is', async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x81]);
    writeFileSync(sidecar, bytes);
    const session = open(sidecar);
    assert.equal(await outcome(session), 'broken');
    decide(session, 'Putin');
    assert.equal(await outcome(session), 'broken');
    assert.deepEqual(readFileSync(sidecar), bytes);
  });

  it('on a full disk, and on one that has become read-only, waits for room and for leave', async function () {
    const disk = mountSmall(folder);
    // Only root may mount; the journeys of others go without.
    if (!disk) return this.skip();
    try {
      const session = open(sidecar);
      decide(session, 'Putin');
      assert.equal(await outcome(session), 'ready');
      const before = readFileSync(sidecar, 'utf8');

      disk.fill();
      decide(session, 'Xi');
      assert.equal(await outcome(session), 'unsaved: full');
      assert.equal(readFileSync(sidecar, 'utf8'), before);
      disk.empty();
      assert.equal(await outcome(session), 'ready');
      assert.deepEqual(quotesIn(sidecar), ['Putin', 'Xi']);

      disk.remount('ro');
      decide(session, 'Beijing');
      assert.equal(await outcome(session), 'unsaved: read-only');
      assert.deepEqual(quotesIn(sidecar), ['Putin', 'Xi']);
      disk.remount('rw');
      assert.equal(await outcome(session), 'ready');
      assert.deepEqual(quotesIn(sidecar), ['Putin', 'Xi', 'Beijing']);
      assert.deepEqual(readdirSync(folder), ['story.txt.newsmark.json'], 'nothing is left of the attempts');
    } finally {
      disk.unmount();
    }
  });
});

describe('processes on one sidecar', () => {
  let folder: string;
  let sidecar: string;
  let decider: string;
  let remove: () => Promise<void>;

  before(async () => {
    ({ folder, remove } = await temporaryFolder());
    // Another user has to get at it.
    chmodSync(folder, 0o755);
    sidecar = path.join(folder, 'story.txt.newsmark.json');
    decider = await bundleDecider(folder);
  });
  after(() => remove());

  it('that may not write there say so, and change nothing', async function () {
    const locked = path.join(folder, 'locked');
    mkdirSync(locked);
    const uid = process.getuid?.();
    if (uid === undefined) return this.skip();
    // Root may do everything: then somebody else tries.
    const other = uid === 0 ? 65_534 : undefined;
    if (uid === 0) chownSync(locked, 0, 0);
    chmodSync(locked, 0o555);
    const { lines, ended } = startDecider(decider, [path.join(locked, 'story.txt.newsmark.json'), 'a', '1'], other);
    assert.equal(await ended, 0);
    assert.deepEqual(lines, ['unsaved permission']);
    assert.deepEqual(readdirSync(locked), []);
    chmodSync(locked, 0o755);
  });

  it('that save at the same time lose nothing of each other', async function () {
    this.timeout(60_000);
    const running = ['a', 'b', 'c'].map((name) => startDecider(decider, [sidecar, name, '40']));
    for (const { ended } of running) assert.equal(await ended, 0);
    const saved = running.flatMap(({ lines }, index) =>
      lines.map((line) => line.replace('saved ', `${'abc'[index]}-`)),
    );
    assert.ok(saved.length >= 40, saved.join());
    const { annotations } = JSON.parse(readFileSync(sidecar, 'utf8'));
    const ids = annotations.map(({ id }: { id: string }) => id);
    assert.deepEqual([...ids].sort(), [...saved].sort());
  });

  it('that find the lock of a dead one take it away', async () => {
    rmSync(sidecar, { force: true });
    const lock = path.join(folder, '.story.txt.newsmark.json.lock');
    const { child, ended } = startDecider(decider, [path.join(folder, 'other.newsmark.json'), 'a', '0']);
    await ended;
    const { hostname } = await import('node:os');
    writeFileSync(lock, JSON.stringify({ host: hostname(), pid: child.pid, token: 'x' }));
    const session = open(sidecar);
    decide(session, 'Putin');
    assert.equal(await outcome(session), 'ready');
    assert.ok(!readdirSync(folder).some((name) => name.endsWith('.lock')));
  });

  it('that find a lock with a living number that nobody holds take it away', async () => {
    const { hostname } = await import('node:os');
    const { pid, ppid } = process;
    // As git brings one back that was committed with all else; as after the restart of a container.
    for (const number of [pid, ppid]) {
      rmSync(sidecar, { force: true });
      const lock = path.join(folder, '.story.txt.newsmark.json.lock');
      writeFileSync(lock, JSON.stringify({ host: hostname(), pid: number, token: 'x' }));
      utimesSync(lock, new Date(0), new Date(number === pid ? Date.now() : 0));
      const session = open(sidecar);
      decide(session, 'Putin');
      assert.equal(await outcome(session), 'ready');
      assert.ok(!readdirSync(folder).some((name) => name.endsWith('.lock')));
    }
  }).timeout(8_000);

  it('that find a lock whose maker died before its name was in it do not wait for long', async () => {
    rmSync(sidecar, { force: true });
    writeFileSync(path.join(folder, '.story.txt.newsmark.json.lock'), '');
    const session = open(sidecar);
    decide(session, 'Putin');
    assert.equal(await outcome(session), 'ready');
    assert.ok(!readdirSync(folder).some((name) => name.endsWith('.lock')));
  }).timeout(8_000);

  it('that are killed while they save leave the old version or the new one', async function () {
    this.timeout(120_000);
    const { losses, saves } = await killSavers(12, () => Math.random() * 40);
    assert.deepEqual(losses, []);
    assert.ok(saves > 12);
  });
});
