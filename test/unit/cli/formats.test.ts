import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CommandLine, ran } from '../../support/commandLine';

const TEXT = '😀 Putin met Xi in Beijing.\nLater Putin left for the U.S.\n';

/** A brat file over the text, in code points; UTF-16 would be one more behind the emoji. */
const ANN = 'T1\tPerson 2 7\tPutin\nT2\tPerson 12 14\tXi\nT3\tPlace 18 25\tBeijing\nR1\tMet Arg1:T1 Arg2:T2\t\n';

describe('newsmark import, export, convert and stats', () => {
  const cli = new CommandLine();
  before(() => cli.build());
  after(() => cli.remove());

  const read = (name: string) => readFileSync(path.join(cli.folder, name), 'utf8');
  const importBrat = async (folder: string, ...more: string[]) => {
    mkdirSync(path.join(cli.folder, folder));
    cli.file(`${folder}/story.txt`, TEXT);
    cli.file(`${folder}/story.ann`, ANN);
    return cli.run(
      'import',
      '--onto',
      `${folder}/story.txt`,
      '--map',
      'Person=PERSON,Place=GPE',
      ...more,
      `${folder}/story.ann`,
    );
  };

  it('brings annotations onto an article, as suggestions', async () => {
    const { status, out } = await importBrat('one');
    assert.equal(status, 0);
    assert.match(out, /3 annotations, 3 at their offsets in Unicode code points/);
    const sidecar = JSON.parse(read('one/story.txt.newsmark.json'));
    assert.deepEqual(
      sidecar.annotations.map((each: Record<string, unknown>) => [each.quote, each.label, each.status, each.source]),
      [
        ['Putin', 'PERSON', 'suggested', 'import'],
        ['Xi', 'PERSON', 'suggested', 'import'],
        ['Beijing', 'GPE', 'suggested', 'import'],
      ],
    );
    assert.equal(sidecar.relations.length, 1);
    const again = await cli.run('import', '--onto', 'one', '--map', 'Person=PERSON,Place=GPE', 'one/story.ann');
    assert.match(again.out, /0 added, 3 there already/);
    assert.deepEqual(JSON.parse(read('one/story.txt.newsmark.json')), sidecar);
  });

  it('says beforehand what would match, and writes nothing', async () => {
    const { status, out } = await importBrat('dry', '--dry-run');
    assert.equal(status, 0);
    assert.match(out, /3 at their offsets/);
    assert.deepEqual(readdirSync(path.join(cli.folder, 'dry')).sort(), ['story.ann', 'story.txt']);
  });

  it('tells the unit by the quoted words, and names what is not in the text', async () => {
    mkdirSync(path.join(cli.folder, 'units'));
    cli.file('units/story.txt', TEXT);
    cli.file('units/story.ann', 'T1\tPER 3 8\tPutin\nT2\tPER 13 15\tXi\nT3\tPER 30 37\tYeltsin\n');
    const { status, out, errors } = await cli.run('import', '--onto', 'units', '--as', 'accepted', 'units/story.ann');
    assert.equal(status, 1);
    assert.match(out, /3 annotations, 2 at their offsets in UTF-16 code units; 1 not in the text/);
    assert.match(errors, /story\.ann:3: "Yeltsin" \(PER\) is not in the text/);
  });

  it('makes articles of files that have the text', async () => {
    cli.file(
      'doc.jsonl',
      `${JSON.stringify({ text: TEXT, label: [[3, 8, 'PERSON']] })}\n${JSON.stringify({ id: '../x', text: 'Xi.', label: [] })}\n`,
    );
    const { status } = await cli.run('import', '--from', 'doccano', '--into', 'fresh', 'doc.jsonl');
    assert.equal(status, 0);
    assert.deepEqual(readdirSync(path.join(cli.folder, 'fresh')).sort(), [
      'doc-1.txt',
      'doc-1.txt.newsmark.json',
      'x.txt',
      'x.txt.newsmark.json',
    ]);
    assert.equal(read('fresh/doc-1.txt'), TEXT);
  });

  it('exports what was decided, and says what the format can’t hold', async () => {
    await importBrat('out', '--as', 'accepted');
    const { status, out, errors } = await cli.run('export', '--to', 'conll', '--map', 'PERSON=PER', 'out');
    assert.equal(status, 0);
    assert.match(out, /^-DOCSTART- -X- O O\n\n😀 -X- _ O\nPutin -X- _ B-PER\n/);
    assert.match(errors, /conll can’t hold relations: 1/);
    const some = await cli.run('export', '--to', 'jsonl', '--label', 'GPE', 'out/*.txt');
    assert.deepEqual(
      JSON.parse(some.out).annotations.map((each: { quote: string }) => each.quote),
      ['Beijing'],
    );
    const none = await cli.run('export', '--to', 'jsonl', '--status', 'rejected', 'out');
    assert.deepEqual(JSON.parse(none.out).annotations, []);
  });

  it('exports suggestions where they are wanted', async () => {
    cli.file('plain.txt', 'PARIS — President Emmanuel Macron met Olaf Scholz in Berlin on Monday.\n');
    const { out } = await cli.run('export', '--to', 'jsonl', '--suggestions', 'plain.txt');
    const { annotations } = JSON.parse(out);
    assert.ok(
      annotations.some(
        (each: { quote: string; status: string }) => each.quote === 'Olaf Scholz' && each.status === 'suggested',
      ),
    );
  });

  it('splits by article, the same way for the same seed', async () => {
    const lines = Array.from({ length: 60 }, (_, index) =>
      JSON.stringify({ id: `a${index}`, text: `Story ${index}.`, annotations: [] }),
    );
    cli.file('many.jsonl', lines.join('\n'));
    const split = async (folder: string, seed: string) => {
      const { status } = await cli.run(
        'convert',
        '--to',
        'jsonl',
        '--split',
        'train=80,test=20',
        '--seed',
        seed,
        '-o',
        folder,
        'many.jsonl',
      );
      assert.equal(status, 0);
      return [read(`${folder}/train.jsonl`), read(`${folder}/test.jsonl`)].map((part) =>
        part.split('\n').filter((line) => line !== ''),
      );
    };
    const [train = [], test = []] = await split('s1', '7');
    assert.equal(train.length + test.length, 60);
    assert.ok(train.length > 36 && test.length > 2, `${train.length} and ${test.length}`);
    assert.deepEqual(await split('s2', '7'), [train, test]);
    assert.notDeepEqual(await split('s3', '8'), [train, test]);
  });

  it('keeps stories that are nearly the same in one part, and tells so in a data card', async () => {
    const words = Array.from({ length: 120 }, (_, index) => `word${(index * 7919) % 997}`);
    const records = Array.from({ length: 40 }, (_, index) => {
      const own = words.map((word, at) => (at % 60 === index % 60 ? `edit${index}` : word));
      return JSON.stringify({ id: `a${index}`, text: `${own.join(' ')}.`, label: [[0, 5, 'PERSON']] });
    });
    cli.file('alike.jsonl', records.join('\n'));
    const { status } = await cli.run(
      ...['convert', '--to', 'conll', '--split', 'train=50,test=50', '-o', 'alike', '--card', 'alike/README.md'],
      ...['--license', 'CC BY 4.0', 'alike.jsonl'],
    );
    assert.equal(status, 0);
    const counts = ['train', 'test'].map((part) => read(`alike/${part}.conll`).split('-DOCSTART-').length - 1);
    assert.deepEqual(
      [...counts].sort((a, b) => a - b),
      [0, 40],
    );
    const card = read('alike/README.md');
    assert.match(card, /^- License: CC BY 4\.0$/m);
    assert.match(card, /nearly the same as another, kept in one part with it: 39/);
    assert.match(card, /^\| PERSON \| People, real or fictional, without titles\. \| \d+/m);
  });

  it('converts between formats, going on past what is broken when asked', async () => {
    await importBrat('conv');
    const { status, out } = await cli.run('convert', '--to', 'doccano', 'conv/story.ann');
    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(out).label, [
      [3, 8, 'Person'],
      [13, 15, 'Person'],
      [19, 26, 'Place'],
    ]);
    cli.file('conv/bad.jsonl', '{"text": "Xi.", "label": []}\n{"text": \n');
    const strict = await cli.run('convert', '--from', 'doccano', '--to', 'jsonl', 'conv/bad.jsonl');
    assert.equal(strict.status, 1);
    assert.equal(strict.out, '');
    assert.match(strict.errors, /bad\.jsonl:2: this is not JSON/);
    const patient = await cli.run('convert', '--from', 'doccano', '--to', 'jsonl', '--keep-going', 'conv/bad.jsonl');
    assert.equal(patient.status, 1);
    assert.equal(JSON.parse(patient.out).text, 'Xi.');
  });

  it('ends with 1 where an annotation or a relation could not be read', async () => {
    cli.file('partly.txt', TEXT);
    const statusOf = async (ann: string) => {
      cli.file('partly.ann', ann);
      return cli.run('convert', '--to', 'jsonl', 'partly.ann');
    };
    assert.equal((await statusOf(ANN)).status, 0);
    const spoiled = await statusOf(`${ANN}T4\tPerson\n`);
    assert.equal(spoiled.status, 1);
    assert.match(spoiled.errors, /partly\.ann:5: a text-bound annotation needs a type and offsets/);
    const untied = await statusOf(`${ANN}R2\tMet Arg1:T1 Arg2:T9\t\n`);
    assert.equal(untied.status, 1);
    assert.match(untied.errors, /partly\.ann: partly: 1 relation leads to annotations that are not there/);
    assert.equal(JSON.parse(untied.out).annotations.length, 3);
  });

  it('tells what of a line on standard input is not as it should be', async () => {
    const annotations = [
      { id: 'a', start: 0, end: 2, quote: 'Xi', label: 'PERSON', status: 'accepted' },
      { id: 'b', start: 0, end: 5, quote: 'Putin', label: 'PERSON', status: 'accepted' },
      { id: 'c' },
    ];
    const record = JSON.stringify({ id: 1, text: 'Xi left.', annotations });
    const { status, out, errors } = await cli.runOn(`\n${record}\n`, 'export', '--to', 'doccano', '-');
    assert.equal(status, 1);
    assert.deepEqual(JSON.parse(out).label, [[0, 2, 'PERSON']]);
    assert.match(errors, /standard input:2: 1 of its annotations are not as they should be/);
    assert.match(errors, /standard input:2: "Putin" \(PERSON\) is not in the text/);
    cli.file('latin.jsonl', Buffer.from([...Buffer.from('{"text":"caf'), 0xe9, ...Buffer.from('"}\n')]));
    const latin = await ran('bash', ['-c', `node ${cli.program} stats - < latin.jsonl`], cli.folder);
    assert.equal(latin.status, 1);
    assert.match(latin.errors, /standard input:1: this is not UTF-8 text/);
  });

  it('reads long files of lines in stretches, and names the line of what is wrong', async () => {
    const long = 'Putin left. '.repeat(2000);
    const lines = Array.from({ length: 120 }, (_, id) => JSON.stringify({ id, text: long, label: [[0, 5, 'PER']] }));
    lines[110] = 'nonsense';
    cli.file('long.jsonl', `${lines.join('\n')}\n`);
    const args = ['convert', '--from', 'doccano', '--to', 'jsonl', '--keep-going'];
    const named = await cli.run(...args, 'long.jsonl');
    assert.equal(named.status, 1);
    assert.match(named.errors, /long\.jsonl:111: this is not JSON/);
    const ids = named.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id);
    assert.equal(ids.length, 119);
    assert.equal(ids.at(-1), '119');
    const piped = await cli.runOn(`${lines.join('\n')}\n`, ...args, '-');
    assert.equal(piped.out, named.out);
    cli.file('latin.jsonl', Buffer.from([...Buffer.from('{"text":"caf'), 0xe9, ...Buffer.from('"}\n')]));
    assert.match((await cli.run(...args, 'latin.jsonl')).errors, /latin\.jsonl: this is not UTF-8 text/);
  });

  it('never writes over an article with other line ends', async () => {
    mkdirSync(path.join(cli.folder, 'windows'));
    const windows = TEXT.replaceAll('\n', '\r\n');
    cli.file('windows/story.txt', windows);
    const { status, errors } = await cli.run('export', '--to', 'brat', '-o', 'windows', 'windows/story.txt');
    assert.equal(status, 1);
    assert.match(errors, /story\.txt: this is the article itself/);
    assert.equal(read('windows/story.txt'), windows);
  });

  it('counts labels, annotators and coverage', async () => {
    await importBrat('stat', '--as', 'accepted');
    const { out } = await cli.run('stats', '--format', 'json', 'stat');
    const found = JSON.parse(out);
    assert.deepEqual(found.labels.PERSON, { accepted: 2, rejected: 0, suggested: 0 });
    assert.equal(found.covered, 14);
    assert.match((await cli.run('stats', 'stat')).out, /^GPE +1 +0 +0 {2}Beijing \(1\)$/m);
    assert.match((await cli.run('stats', '--format', 'csv', 'stat')).out, /^PERSON,2,0,0$/m);
  });

  it('says what labels are for in the words of a file of labels', async () => {
    await importBrat('guided', '--as', 'accepted');
    const labels = { labels: [{ name: 'PERSON', guideline: 'Whoever speaks.' }] };
    cli.file('labels.json', JSON.stringify(labels));
    const out = ['-o', 'guided.conll', '--card', 'guided.md', '--guidelines', 'labels.json'];
    const { status, errors } = await cli.run('export', '--to', 'conll', ...out, 'guided');
    assert.equal(status, 0, errors);
    const card = read('guided.md');
    assert.match(card, /^\| PERSON \| Whoever speaks\. \|/m);
    assert.match(card, /^\| GPE \| [A-Z]/m);
    assert.match(card, /^- Tags: IOB2$/m);
  });

  it('completes commands, options and formats in bash', async () => {
    const { out } = await cli.run('completion', 'bash');
    cli.file('completion.bash', out);
    const complete = async (...words: string[]) => {
      const script = `. ./completion.bash; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _newsmark; echo "\${COMPREPLY[*]}"`;
      return (await ran('bash', ['-c', script], cli.folder)).out.trim();
    };
    assert.equal(await complete('newsmark', 'exp'), 'export');
    assert.equal(await complete('newsmark', 'export', '--to', 'bra'), 'brat');
    assert.equal(await complete('newsmark', 'export', '--keep'), '--keep-going');
    assert.equal(await complete('newsmark', 'stats', '--format', 'j'), 'json');
    assert.match((await cli.run('completion', 'fish')).out, /-l keep-going/);
    assert.match((await cli.run('completion', 'zsh')).out, /'export:write annotations in another tool’s format'/);
    assert.equal((await cli.run('completion', 'tcsh')).status, 2);
  });

  it('teaches each command', async () => {
    const commands = ['recognize', 'export', 'import', 'convert', 'stats', 'agree', 'validate', 'merge', 'completion'];
    const { out: list } = await cli.run('--help');
    const helps = await Promise.all(commands.map((command) => cli.run(command, '--help')));
    for (const [index, command] of commands.entries()) {
      assert.match(list, new RegExp(`^ {2}${command} `, 'm'));
      assert.equal(helps[index]?.status, 0);
      assert.match(helps[index]?.out ?? '', new RegExp(`^Usage: newsmark ${command} `));
    }
  });

  it('says in one sentence what is wrong with its arguments', async () => {
    const said = async (...args: string[]) => (await cli.run(...args)).errors;
    assert.equal(await said('export', '--too', 'x'), "newsmark: Unknown option '--too'. Try: newsmark export --help\n");
    assert.equal(
      await said('stats', '--top', '-1', 'x'),
      "newsmark: Option '--top' argument is ambiguous. Try: newsmark stats --help\n",
    );
    assert.equal(await said('merge', '--nope'), "newsmark: Unknown option '--nope'. Try: newsmark merge --help\n");
  });

  it('tells wrong usage from trouble', async () => {
    const statuses = async (...runs: string[][]) =>
      (await Promise.all(runs.map((args) => cli.run(...args)))).map(({ status }) => status);
    assert.deepEqual(
      await statuses(
        ['export', '--to', 'nonsense', 'x'],
        ['export', '--to', 'brat', '.'],
        ['export', '--to', 'jsonl', 'not-there'],
      ),
      [2, 2, 1],
    );
  });
});
