import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import esbuild from 'esbuild';
import { commandLineBundle } from '../../../scripts/build/commandLine.mjs';

interface Line {
  id: string;
  text?: string;
  mentions: {
    start: number;
    end: number;
    text: string;
    label: string;
    entity?: string;
    value?: string;
    full?: [number, number];
    modifier?: string;
    counted?: string;
    quotation?: { kind: string; content: [number, number][]; speaker: [number, number]; cue: [number, number] };
    speaker?: { name: string; entity?: string };
  }[];
}

describe('newsmark recognize', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsmark-cli-'));
  const program = path.join(folder, 'newsmark.cjs');

  before(() => esbuild.build(commandLineBundle(program)));
  after(() => rmSync(folder, { recursive: true }));

  /** Runs the program as a shell would. */
  function run(args: string[], input = ''): Promise<{ status: number | null; lines: Line[]; errors: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [program, ...args], {
        cwd: folder,
        env: { ...process.env, NODE_OPTIONS: '' },
      });
      let out = '';
      let errors = '';
      child.stdout.on('data', (data) => {
        out += data;
      });
      child.stderr.on('data', (data) => {
        errors += data;
      });
      child.on('error', reject);
      child.on('close', (status) => {
        const lines = out.split('\n').filter((line) => line.startsWith('{'));
        resolve({ status, lines: lines.map((line) => JSON.parse(line)), errors });
      });
      // A program may end before it has read anything.
      child.stdin.on('error', () => undefined);
      child.stdin.end(input);
    });
  }

  function file(name: string, content: string | Uint8Array): string {
    writeFileSync(path.join(folder, name), content);
    return name;
  }

  it('prints one line for each file, with offsets in code points', async () => {
    const text = '😀 Vladimir Putin met Xi Jinping in Beijing. Exports rose 26% to $240 billion.\n';
    const { status, lines } = await run(['recognize', file('a.txt', text)]);
    assert.equal(status, 0);
    const [line] = lines;
    assert.equal(line?.id, 'a.txt');
    const points = [...text];
    for (const { start, end, text: words } of line?.mentions ?? [])
      assert.equal(points.slice(start, end).join(''), words);
    const found = line?.mentions.map(({ text: words, label }) => `${words} ${label}`) ?? [];
    for (const expected of ['Vladimir Putin PERSON', 'Beijing GPE', '26% PERCENT', '$240 billion MONEY']) {
      assert.ok(found.includes(expected), `${expected} in ${found.join(', ')}`);
    }
    assert.equal(line?.mentions.find(({ label }) => label === 'MONEY')?.value, '240000000000 USD');
  });

  it('counts UTF-16 where asked', async () => {
    const text = '😀 Putin spoke in Moscow.';
    const { lines } = await run(['recognize', '--offsets', 'utf16', '-'], `${JSON.stringify({ id: 'x', text })}\n`);
    for (const { start, end, text: words } of lines[0]?.mentions ?? []) assert.equal(text.slice(start, end), words);
    assert.ok((lines[0]?.mentions.length ?? 0) > 0);
  });

  it('streams lines from standard input and goes on after a bad one', async () => {
    const input = [
      '{"id":"1","text":"Paris is in France."}',
      'nonsense',
      '{"id":"3"}',
      '',
      '{"id":"4","text":"Berlin."}',
    ];
    const { status, lines, errors } = await run(['recognize', '-'], input.join('\n'));
    assert.equal(status, 1);
    assert.deepEqual(
      lines.map(({ id }) => id),
      ['1', '4'],
    );
    assert.match(errors, /line 2: this is no JSON such as \{"id": "1", "text": "…"\}; plain text needs --plain$/m);
    assert.match(errors, /line 3: no "text"/);
  });

  it('says where a line of JSON has its mistake', async () => {
    const { status, errors } = await run(['recognize', '-'], '{"id":"1" "text":"Paris"}');
    assert.equal(status, 1);
    assert.match(errors, /line 1: .*JSON at position 10/);
  });

  it('takes plain text from standard input where it is told so, all of it as one article', async () => {
    const text = 'Paris is in France.\n\n{"Berlin"}\n';
    const { status, lines, errors } = await run(['recognize', '--plain', '-'], text);
    assert.equal(errors, '');
    assert.equal(status, 0);
    assert.deepEqual(
      lines.map(({ id }) => id),
      ['-'],
    );
    const found = lines[0]?.mentions.map(({ start, text: words }) => [start, words]);
    assert.deepEqual(found, [
      [0, 'Paris'],
      [12, 'France'],
      [23, 'Berlin'],
    ]);
    const binary = await run(['recognize', '--plain', '-'], 'A\0B');
    assert.equal(binary.status, 1);
    assert.match(binary.errors, /standard input: this is a binary file/);
  });

  it('gives a line for what can’t be read where asked, the same wherever it stands', async () => {
    const good = '{"id":"1","text":"Paris is in France."}';
    const first = await run(['recognize', '--error-lines', '-', '--text'], `nonsense\n${good}\n{"id":3}\n`);
    assert.equal(first.status, 0);
    assert.equal(first.errors, '');
    assert.deepEqual(
      first.lines.map(({ id, mentions }) => [id, mentions?.length]),
      [
        ['sha256:999aaa8645bb72ff', undefined],
        ['1', 2],
        ['3', undefined],
      ],
    );
    const second = await run(['recognize', '--error-lines', '-'], `${good}\n\n${good}\n{"id":3}\nnonsense`);
    assert.deepEqual(second.lines.slice(2), [first.lines[2], first.lines[0]]);
    const { lines } = await run(['recognize', '--error-lines', 'not-there.txt']);
    assert.match(JSON.stringify(lines), /^\[\{"id":"not-there.txt","error":"there is no such file"/);
  });

  it('ends lines where JSON Lines do, and nowhere else', async () => {
    const text = 'Paris is\u2028in France.\u2029Berlin.\u0085';
    const input = `\uFEFF${JSON.stringify({ id: 'x', text })}\r\n\r${JSON.stringify({ id: 'y', text })}\r\n`;
    const { status, lines } = await run(['recognize', '-'], input);
    assert.equal(status, 0);
    assert.deepEqual(
      lines.map(({ id }) => id),
      ['x', 'y'],
    );
  });

  it('resolves dates against the date it is given', async () => {
    const text = 'The visit on May 16 follows the talks.';
    const value = async (published?: string) => {
      const { lines } = await run(['recognize', '-'], JSON.stringify({ id: 'x', text, published }));
      return lines[0]?.mentions.find(({ label }) => label === 'DATE')?.value;
    };
    assert.equal(await value('2024-05-14'), '2024-05-16');
    assert.notEqual(await value(), '2024-05-16');
  });

  it('takes the reference moment in place of the date of publication', async () => {
    const text = 'The visit on May 16 follows the talks.';
    const { lines } = await run(['recognize', '-'], JSON.stringify({ id: 'x', text, reference: '2024-05-14T16:30' }));
    assert.equal(lines[0]?.mentions.find(({ label }) => label === 'DATE')?.value, '2024-05-16');
  });

  it('prints the whole phrase, what colors the value, and what is counted', async () => {
    const text = '😀 It rose to a record $240 billion with more than 43 people killed.';
    const { lines } = await run(['recognize', '-'], JSON.stringify({ id: 'x', text }));
    const [money, count] = ['MONEY', 'CARDINAL'].map((wanted) =>
      lines[0]?.mentions.find(({ label }) => label === wanted),
    );
    assert.equal([...text].slice(...(money?.full ?? [])).join(''), 'a record $240 billion');
    assert.equal(money?.modifier, 'record');
    assert.equal([...text].slice(...(count?.full ?? [])).join(''), 'more than 43');
    assert.equal(count?.counted, 'people');
  });

  it('prints who is quoted, by what, and what is quoted', async () => {
    const text = '😀 “The road,” Vladimir Putin said, “is open.”';
    const { lines } = await run(['recognize', '-'], JSON.stringify({ id: 'x', text }));
    const { quotation, speaker } = lines[0]?.mentions.find(({ label }) => label === 'QUOTATION') ?? {};
    const words = (span: [number, number]) => [...text].slice(...span).join('');
    assert.equal(quotation?.kind, 'direct');
    assert.deepEqual(quotation?.content.map(words), ['The road,', 'is open.']);
    assert.equal(words(quotation?.speaker ?? [0, 0]), 'Vladimir Putin');
    assert.equal(words(quotation?.cue ?? [0, 0]), 'said');
    assert.equal(speaker?.name, 'Vladimir Putin');
  });

  it('gives the labels of a preset, or of a file of one’s own', async () => {
    const file = path.join(folder, 'labelled.txt');
    writeFileSync(file, 'Vladimir Putin flew to Paris on May 16.\n');
    const own = path.join(folder, 'own.labels.json');
    writeFileSync(own, '{ "labels": [{ "name": "HERO", "covers": ["PERSON"] }] }');
    const labelsOf = async (set: string) => {
      const { lines } = await run(['recognize', '--labels', set, file]);
      return lines[0]?.mentions.map(({ label }) => label);
    };
    assert.deepEqual(await labelsOf('conll2003'), ['PER', 'LOC']);
    assert.deepEqual(await labelsOf('figures'), ['DATE']);
    assert.deepEqual(await labelsOf(own), ['HERO']);
  });

  it('gives the text along where its line ends are not what was read', async () => {
    const { lines } = await run(
      ['recognize', '-'],
      JSON.stringify({ id: 'x', text: 'One.\r\nPutin spoke in Moscow.' }),
    );
    assert.equal(lines[0]?.text, 'One.\nPutin spoke in Moscow.');
  });

  it('says what is wrong with a file, and does the others', async () => {
    const files = [
      file('zero.txt', new Uint8Array([0x41, 0, 0x42])),
      file('latin.txt', new Uint8Array([0xe9, 0x41])),
      file('empty.txt', ''),
    ];
    const { status, lines, errors } = await run([
      'recognize',
      ...files,
      'missing.txt',
      file('good.txt', 'Paris is in France.'),
    ]);
    assert.equal(status, 1);
    assert.deepEqual(
      lines.map(({ id }) => id),
      ['empty.txt', 'good.txt'],
    );
    assert.match(errors, /zero\.txt: this is a binary file/);
    assert.match(errors, /latin\.txt: this is not UTF-8/);
    assert.match(errors, /missing\.txt: there is no such file/);
  });

  it('takes folders and patterns, in the order of their names', async () => {
    mkdirSync(path.join(folder, 'news', 'old'), { recursive: true });
    file(path.join('news', 'b.txt'), 'Berlin is in Germany.');
    file(path.join('news', 'old', 'a.md'), 'Paris is in France.');
    file(path.join('news', 'b.txt.newsmark.json'), '{}');
    const ids = async (...args: string[]) => (await run(['recognize', ...args])).lines.map(({ id }) => id);
    assert.deepEqual(await ids('news'), ['news/b.txt', 'news/old/a.md']);
    assert.deepEqual(await ids('news/**/*.md'), ['news/old/a.md']);
  });

  it('tells wrong usage from trouble with the input', async () => {
    for (const args of [
      [],
      ['frobnicate'],
      ['recognize'],
      ['recognize', '--offsets', 'bytes', '-'],
      ['recognize', '-', 'a.txt'],
      ['recognize', '--plain', 'a.txt'],
      ['recognize', '--nope'],
    ]) {
      assert.equal((await run(args)).status, 2, args.join(' '));
    }
    assert.equal((await run(['--help'])).status, 0);
  });
});
