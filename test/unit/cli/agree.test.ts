import assert from 'node:assert/strict';
import { textDigest } from '../../../src/core/sidecar/place';
import { CommandLine } from '../../support/commandLine';

const TEXT = 'Putin met Xi in Beijing. Later Putin left.';

function sidecar(...marks: readonly (readonly [quote: string, label: string])[]): string {
  const annotations = marks.map(([quote, label], index) => ({
    id: `a${index}`,
    start: TEXT.indexOf(quote),
    end: TEXT.indexOf(quote) + quote.length,
    ...{ quote, label, status: 'accepted' },
  }));
  return JSON.stringify({ newsmark: 1, article: { sha256: textDigest(TEXT) }, annotations });
}

describe('newsmark agree', () => {
  const cli = new CommandLine();
  before(() => cli.build());
  after(() => cli.remove());

  it('compares the sidecars of annotators, and files of any format', async () => {
    cli.file('story.txt', TEXT);
    cli.file('story.txt.alice.newsmark.json', sidecar(['Putin', 'PERSON'], ['Xi', 'PERSON'], ['Beijing', 'GPE']));
    cli.file('story.txt.bob.newsmark.json', sidecar(['Putin', 'PERSON'], ['Xi in', 'PERSON'], ['Beijing', 'ORG']));
    const { status, out } = await cli.run('agree', '--annotators', 'alice,bob', '--format', 'json', '.');
    assert.equal(status, 0);
    const found = JSON.parse(out);
    assert.deepEqual(found.raters, ['alice', 'bob']);
    const [pair] = found.pairs;
    assert.ok(Math.abs(pair.strict.value - 1 / 3) < 1e-9);
    assert.ok(Math.abs(pair.partial.value - 2.5 / 3) < 1e-9);
    assert.ok(Math.abs(pair.type.value - 2 / 3) < 1e-9);
    assert.ok(
      pair.confusions.some((each: object) => JSON.stringify(each) === '{"first":"GPE","second":"ORG","count":1}'),
    );
    const sides = await cli.run(
      'agree',
      '--format',
      'json',
      'story.txt.alice.newsmark.json',
      'story.txt.bob.newsmark.json',
    );
    assert.deepEqual(JSON.parse(sides.out).pairs[0].strict, pair.strict);
    cli.file(
      'gold.jsonl',
      `${JSON.stringify({ id: 1, text: TEXT, label: [[0, 5, 'PERSON']] })}\n${JSON.stringify({ id: 2, text: 'Xi left.', label: [[0, 2, 'PERSON']] })}\n`,
    );
    cli.file(
      'mine.jsonl',
      `${JSON.stringify({ id: 1, text: TEXT, label: [[0, 5, 'PERSON']] })}\n${JSON.stringify({ id: 2, text: 'Xi left.', label: [] })}\n`,
    );
    const table = await cli.run('agree', 'gold.jsonl', 'mine.jsonl');
    assert.match(table.out, /gold\.jsonl – mine\.jsonl +2 .*0\.667 \[/);
    assert.match(
      (await cli.run('agree', '--format', 'csv', 'gold.jsonl', 'mine.jsonl')).out,
      /^label,PERSON,f1-strict,0\.666/m,
    );
  });

  it('says what is wrong', async () => {
    assert.equal((await cli.run('agree', 'gold.jsonl')).status, 2);
    assert.equal((await cli.run('agree', '--annotators', 'alice,bob', '-')).status, 2);
    assert.equal((await cli.run('agree', '--draws', 'many', 'gold.jsonl', 'mine.jsonl')).status, 2);
    cli.file(
      'other.jsonl',
      `${JSON.stringify({ id: 1, text: 'Other words.', label: [] })}\n${JSON.stringify({ id: 3, text: 'x', label: [] })}\n`,
    );
    const { status, errors } = await cli.run('agree', 'gold.jsonl', 'other.jsonl');
    assert.equal(status, 1);
    assert.match(errors, /do not have the same text/);
  });

  it('ends with 1 where a side could not be read to its end, or has an article twice', async () => {
    const line = (...label: unknown[]) => `${JSON.stringify({ id: 1, text: TEXT, label })}\n`;
    cli.file('whole.jsonl', line([0, 5, 'PERSON']));
    cli.file('spoiled.jsonl', `${line([0, 5, 'PERSON'], ['?'])}nonsense\n`);
    const spoiled = await cli.run('agree', 'whole.jsonl', 'spoiled.jsonl');
    assert.equal(spoiled.status, 1);
    assert.match(spoiled.errors, /spoiled\.jsonl:2: this is not JSON/);
    assert.match(spoiled.out, /whole\.jsonl – spoiled\.jsonl/);
    cli.file('twice.jsonl', line([0, 5, 'PERSON']) + line());
    const twice = await cli.run('agree', 'whole.jsonl', 'twice.jsonl');
    assert.equal(twice.status, 1);
    assert.match(twice.errors, /twice\.jsonl: 1: it is there twice/);
  });
});
