import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import type { Inconsistency, Side } from '../../../../src/core/corpus/consistency';
import {
  addDismissal,
  dismissalOf,
  isDismissed,
  readDismissals,
  removeDismissals,
} from '../../../../src/core/corpus/dismissals';

const side = (says: string, ...articles: string[]): Side => ({ says, articles, mentions: 1, accepted: 0 });

const labels = (...says: string[]): Inconsistency => ({
  kind: 'two labels',
  name: 'Carnegie China',
  folded: 'carnegie china',
  sides: says.map((each) => side(each, 'file:///news/a.txt')),
});
const names: Inconsistency = {
  kind: 'alike names',
  name: 'Jonathan Smith',
  forms: ['PERSON|jonathan smith', 'PERSON|jonathan smyth'],
  label: 'PERSON',
  sides: [side('Jonathan Smith', 'file:///news/a.txt'), side('Jonathan Smyth', 'file:///news/b.txt')],
};
const articles = (...paths: string[]): Inconsistency => ({ kind: 'alike articles', name: 'A story', articles: paths });

const within = (path: string) => path.replace('file:///news/', '');
const said = { by: 'alice', at: '2024-05-15T09:12:44Z' };
const noting = (raw: string, ...findings: Inconsistency[]) =>
  findings.reduce((text, finding) => addDismissal(text, dismissalOf(finding, within, said)), raw);
const isSpared = (raw: string, finding: Inconsistency) => isDismissed(finding, readDismissals(raw).dismissals, within);

describe('dismissed findings', () => {
  it('are a line each, sorted, so that people who share a folder merge them', () => {
    const file = noting('', labels('ORG', 'GPE'), names, articles('file:///news/x/b.txt', 'file:///news/a.txt'));
    const end = '"by": "alice", "at": "2024-05-15T09:12:44Z" }';
    assert.deepEqual(file.split('\n'), [
      `{ "finding": "alike articles", "sides": ["a.txt", "x/b.txt"], ${end}`,
      `{ "finding": "alike names", "sides": ["PERSON|jonathan smith", "PERSON|jonathan smyth"], ${end}`,
      `{ "finding": "two labels", "about": "carnegie china", "sides": ["GPE", "ORG"], ${end}`,
      '',
    ]);
    assert.equal(noting(file, names), file, 'once is enough');
    const allows = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('media/dismissed.schema.json', 'utf8')));
    for (const line of file.split('\n').slice(0, 3)) assert.ok(allows(JSON.parse(line)));
    for (const finding of [labels('GPE', 'ORG'), names, articles('file:///news/a.txt', 'file:///news/x/b.txt')])
      assert.ok(isSpared(file, finding));
  });

  it('come back when something is new about them', () => {
    const file = noting('', labels('ORG', 'GPE'), articles('file:///news/a.txt', 'file:///news/b.txt'));
    assert.ok(!isSpared(file, labels('ORG', 'GPE', 'FAC')));
    assert.ok(!isSpared(file, articles('file:///news/a.txt', 'file:///news/b.txt', 'file:///news/c.txt')));
    assert.ok(isSpared(noting(file, labels('ORG', 'GPE', 'FAC')), labels('ORG', 'FAC')));
  });

  it('can be taken back', () => {
    const file = noting('', labels('ORG', 'GPE'), names);
    const less = removeDismissals(file, names, within);
    assert.ok(!isSpared(less, names) && isSpared(less, labels('ORG', 'GPE')));
    assert.equal(removeDismissals(less, names, within), less);
  });

  it('leave what others wrote as it is: broken lines, kinds of later versions, line ends', () => {
    const broken = '{ "finding": "two labels" \r\n{ "finding": "of tomorrow", "sides": ["x"] }\r\n<<<<<<< ours\r\n';
    const { problems, dismissals } = readDismissals(broken);
    assert.equal(problems.length, 2);
    assert.deepEqual(
      dismissals.map(({ finding }) => finding),
      ['of tomorrow'],
    );
    const file = noting(broken, names);
    assert.ok(isSpared(file, names) && /Z" \}\r\n\{ "finding": "of tomorrow"/.test(file));
    assert.equal(removeDismissals(file, names, within), broken);
  });

  it('of any names are taken back to the byte', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word, word), { maxLength: 6 }), fc.tuple(word, word), (others, [a, b]) => {
        const finding = (about: string, ...says: string[]): Inconsistency => ({
          kind: 'two links',
          name: about,
          form: `PERSON|${about}`,
          sides: says.map((each) => side(each)),
        });
        const file = noting('', ...others.map(([about, ...says]) => finding(about, ...says)));
        const own = finding('of nobody else, and long', a, b);
        assert.equal(removeDismissals(noting(file, own), own, within), file);
        assert.ok(isSpared(noting(file, own), own));
      }),
    );
  });
});
