import assert from 'node:assert/strict';
import type { AnnotationSet } from '../../../../src/core/annotation/annotation';
import { applyOperation, isIdle } from '../../../../src/core/annotation/operation';
import { conflictAt, versionsIn } from '../../../../src/core/sidecar/conflictMarkers';
import { mergeVersion } from '../../../../src/core/sidecar/mergeVersions';
import { EMPTY_FRAME, fileSidecar } from '../../../../src/core/sidecar/place';
import { readSidecar } from '../../../../src/core/sidecar/read';
import { writeSidecar } from '../../../../src/core/sidecar/write';

const TEXT = 'Vladimir Putin met Xi Jinping in Beijing on Thursday.\n';

type Status = 'accepted' | 'rejected';

/** Decisions on the first place of some words: `PERSON accepted Xi Jinping`. */
function decided(...said: readonly string[]): AnnotationSet {
  const annotations = said.map((each) => {
    const [label = '', status = '', ...words] = each.split(' ');
    const quote = words.join(' ');
    const start = TEXT.indexOf(quote);
    const place = { start, end: start + quote.length };
    return { id: quote.toLowerCase(), ...place, quote, prefix: '', suffix: '', label, status: status as Status };
  });
  return { annotations, entities: [], relations: [] };
}

const filed = (set: AnnotationSet, text = TEXT) => fileSidecar(set, text, EMPTY_FRAME);
const said = ({ annotations }: AnnotationSet) =>
  annotations.map(({ label, status, quote }) => `${label} ${status} ${quote}`).sort();

describe('merging another version', () => {
  const own = decided('PERSON accepted Vladimir Putin', 'GPE rejected Beijing');

  it('adds what is new, over whichever text it was decided, and leaves the rest untouched', () => {
    const theirs = filed(decided('PERSON accepted Vladimir Putin', 'PERSON accepted Xi Jinping'));
    const moved = {
      ...theirs,
      article: {},
      annotations: theirs.annotations.map((each) => ({ ...each, start: 3 + each.start, end: 3 + each.end })),
    };
    for (const version of [theirs, moved]) {
      const { operation, conflicts } = mergeVersion(own, TEXT, version);
      assert.deepEqual(conflicts, []);
      assert.equal(operation.edits.length, 1);
      assert.deepEqual(said(applyOperation(own, operation)), [
        'GPE rejected Beijing',
        'PERSON accepted Vladimir Putin',
        'PERSON accepted Xi Jinping',
      ]);
    }
  });

  it('takes away what the other side removed since both were one, and nothing where that is not known', () => {
    const theirs = filed(decided('PERSON accepted Vladimir Putin'));
    assert.ok(isIdle(mergeVersion(own, TEXT, theirs).operation));
    const { operation } = mergeVersion(own, TEXT, theirs, filed(own));
    assert.deepEqual(said(applyOperation(own, operation)), ['PERSON accepted Vladimir Putin']);
  });

  it('keeps both sides of a contradiction', () => {
    const { operation, conflicts } = mergeVersion(own, TEXT, filed(decided('GPE accepted Beijing')));
    assert.equal(conflicts.length, 1);
    const merged = applyOperation(own, operation).annotations.find(({ quote }) => quote === 'Beijing');
    const both = [merged?.status, merged?.conflicts?.[0]?.status];
    assert.deepEqual(both.sort(), ['accepted', 'rejected']);
  });
});

describe('a sidecar that git could not merge', () => {
  const line = (words: string) => writeSidecar(filed(decided(words)));
  const ours = line('PERSON accepted Vladimir Putin');
  const theirs = line('PERSON rejected Vladimir Putin');
  const base = line('ORG accepted Vladimir Putin');

  /** A file with git's marks around the one line in which versions differ. */
  function marked(versions: readonly string[], marks: readonly string[]): string {
    const rows = versions.map((version) => version.split('\n'));
    return (rows[0] ?? [])
      .flatMap((row, at) => {
        const different = rows.map((each) => each[at] ?? '');
        return new Set(different).size === 1
          ? [row]
          : [...different.flatMap((each, side) => [marks[side] ?? '', each]), '>>>>>>> theirs'];
      })
      .join('\n');
  }

  it('is told as such, at the first mark', () => {
    const raw = marked([ours, theirs], ['<<<<<<< HEAD', '=======']);
    const reading = readSidecar(raw);
    assert.equal(reading.kind, 'broken');
    if (reading.kind !== 'broken') return;
    assert.equal(reading.problems[0].isUnmerged, true);
    assert.equal(reading.problems[0].start, raw.indexOf('<<<<<<<'));
  });

  it('is taken apart into its versions, with or without what both come from', () => {
    for (const end of ['\n', '\r\n']) {
      const two = marked([ours, theirs], ['<<<<<<< HEAD', '=======']).replaceAll('\n', end);
      assert.deepEqual(versionsIn(two), { ours, theirs });
      const three = marked([ours, base, theirs], ['<<<<<<< HEAD', '||||||| 1a2b3c', '=======']).replaceAll('\n', end);
      assert.deepEqual(versionsIn(three), { ours, base, theirs });
    }
  });

  it('is left alone where the marks do not belong together', () => {
    assert.equal(versionsIn('<<<<<<< HEAD\n{}\n=======\n{}\n'), undefined);
    assert.equal(versionsIn('{}\n=======\n'), undefined);
    assert.equal(versionsIn(ours), undefined);
    assert.equal(conflictAt(ours), undefined);
    assert.equal(conflictAt('<<<<<<< HEAD\n{}\n'), undefined);
  });
});
