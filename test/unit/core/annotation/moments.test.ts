import assert from 'node:assert/strict';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import { quoteAt } from '../../../../src/core/annotation/quote';
import { ArticleSession } from '../../../../src/core/session';
import { EMPTY_FRAME, fileSidecar } from '../../../../src/core/sidecar/place';
import { SidecarStore } from '../../../../src/core/sidecar/store';
import { writeSidecar } from '../../../../src/core/sidecar/write';
import { changeBetween } from '../../../../src/core/text/change';
import { Text } from '../../../../src/core/text/text';
import { MemoryFiles } from '../sidecar/files';

const STORY = 'Putin met Xi. Putin left. Putin is home.';
const PATH = 'story.txt.newsmark.json';

/** The story with every "Putin" annotated. */
async function opened(): Promise<ArticleSession> {
  const annotations = [...STORY.matchAll(/Putin/g)].map(({ index }, number): Annotation => {
    const span = { start: index, end: index + 5 };
    return { id: `p${number}`, ...span, ...quoteAt(STORY, span), label: 'PERSON', status: 'accepted' };
  });
  const sidecar = fileSidecar({ entities: [], annotations, relations: [] }, STORY, EMPTY_FRAME);
  const files = new MemoryFiles();
  files.contents.set(PATH, writeSidecar(sidecar));
  const session = new ArticleSession(Text.of(STORY), 'story.txt', new SidecarStore(PATH, { files }));
  await session.sync();
  return session;
}

function go(session: ArticleSession, after: string, isReturn = false): void {
  session.changeText(changeBetween(session.text.value, after), Text.of(after), isReturn);
}

const placesIn = ({ set }: ArticleSession) =>
  set.annotations.map(({ id, start, orphan }) => `${id} ${orphan ? 'gone' : start}`).sort();

describe('a text that was there before', () => {
  it('has its annotations where they were, whatever came in between', async () => {
    const session = await opened();
    const before = placesIn(session);
    for (const after of ['Putin left.', 'Putin', '']) go(session, after);
    go(session, STORY, true);
    assert.deepEqual(placesIn(session), before);
  });

  it('does not take back what was decided since', async () => {
    const session = await opened();
    const [first] = session.set.annotations;
    go(session, STORY.replace('Putin left. ', ''));
    const [orphan] = session.orphans;
    assert.ok(first && orphan);
    const { orphan: _, past: _p, ...rest } = orphan;
    const moved = { ...rest, start: 10, end: 12, quote: 'Xi' };
    session.apply({ title: 'Re-attach', edits: [{ before: orphan, after: moved }] });
    const renamed = { ...first, label: 'ORG' };
    session.apply({ title: 'Change', edits: [{ before: first, after: renamed }] });
    go(session, STORY, true);
    assert.deepEqual(placesIn(session), ['p0 0', 'p1 14', 'p2 10']);
    assert.equal(session.set.annotations.find(({ id }) => id === 'p0')?.label, 'ORG');
  });

  it('has the annotations of decisions that are taken back where they were', async () => {
    const session = await opened();
    const [, second] = session.set.annotations;
    assert.ok(second);
    session.apply({ title: 'Change', edits: [{ before: second, after: { ...second, label: 'ORG' } }] });
    go(session, '');
    go(session, STORY, true);
    session.undo();
    assert.deepEqual(placesIn(session), ['p0 0', 'p1 14', 'p2 26']);
    assert.ok(session.set.annotations.every(({ label }) => label === 'PERSON'));
  });
});
