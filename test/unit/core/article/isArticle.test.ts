import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { matchesAny } from '../../../../src/core/article/globs';
import {
  articleDecision,
  DEFAULT_EXCLUDE,
  DEFAULT_INCLUDE,
  looksLikeProse,
} from '../../../../src/core/article/isArticle';

const root = join(__dirname, '../../../..');
const NOTE = 'Putin arrived in Beijing on Thursday. He will meet Xi in the afternoon.';

describe('looksLikeProse', () => {
  const prose: Record<string, string> = {
    'a note of two sentences': NOTE,
    'a note in Markdown': `# Visit\n\n**${NOTE}**\n\n- One meeting in Beijing.\n- Another one in Harbin.`,
    Chinese: '俄罗斯总统普京将于5月16日至17日对中国进行国事访问。这是普京就任新一届总统后的首次出访。',
    Arabic:
      'يزور الرئيس الروسي فلاديمير بوتين الصين في زيارة دولة تستمر يومين. وسيلتقي الرئيس الصيني شي جين بينغ في بكين.',
    Russian:
      'Президент России Владимир Путин посетит Китай с двухдневным визитом. Он встретится с Си Цзиньпином в Пекине.',
    Hindi: 'रूस के राष्ट्रपति व्लादिमीर पुतिन दो दिन की यात्रा पर चीन जाएंगे। वह बीजिंग में शी जिनपिंग से मिलेंगे।',
    Thai: 'ประธานาธิบดีวลาดิเมียร์ ปูตินแห่งรัสเซียจะเดินทางเยือนจีนเป็นเวลาสองวัน และจะพบกับสี จิ้นผิง',
    'text full of figures':
      'Trade rose by 26.3% to $240.1 billion in 2023. Exports grew by 46.9% to $111 billion, and imports by 12.7%.',
    'text below front matter': `---\ntitle: x\ntags: [a, b]\n---\n${NOTE}`,
    'wrapped text':
      'The pipeline, called Power of Siberia, carries gas from fields in\neastern Siberia to the Chinese border, which it crosses under the\nAmur River.',
  };
  for (const [kind, text] of Object.entries(prose))
    it(`says yes to ${kind}`, () => assert.equal(looksLikeProse(text), true));

  const other: Record<string, string> = {
    nothing: '',
    'blank lines': '\n \n\t\n',
    bytes: `PNG\0\0${NOTE}`,
    'text in a wrong encoding': NOTE.replace(/[aei]/g, '\uFFFD'),
    'a list of requirements': 'requests==2.31.0\nnumpy>=1.26\npandas ~= 2.2\npytest\n',
    'a configuration': '[server]\nhost = localhost\nport = 8080\n# The port that is listened on.\n',
    JSON: '{\n  "name": "newsmark",\n  "description": "Annotates news text. It is fun."\n}\n',
    code: 'import os\n\ndef main():\n    # Prints the name of each file.\n    for name in os.listdir():\n        print(name)\n',
    HTML: '<html>\n<body>\n<p>Putin arrived in Beijing on Thursday.</p>\n</body>\n</html>',
    CSV: 'name,country,year,trade,change\nRussia,China,2023,240.1,26.3\nRussia,India,2023,65.0,30.1\n',
    'a table': 'country\ttrade\tchange\nRussia and its\tmany\tneighbors.\nChina\tmore\tthan before.\n',
    'a log':
      '2024-05-14 10:00:00 INFO The server has started on port 8080.\n2024-05-14 10:00:01 INFO A client has connected to the server.\n',
    'a list of words': Array.from({ length: 300 }, (_, index) => `word${index}`).join('\n'),
    'a list of names': 'Vladimir Putin\nXi Jinping\nAndrei Belousov\nSergei Shoigu\n',
    'documentation with code': `# Usage\n\nRun the command below. It prints the entities.\n\n\`\`\`sh\nnewsmark list\n\`\`\`\n`,
    figures: '1 2 3 4 5\n6 7 8 9 10\n',
  };
  for (const [kind, text] of Object.entries(other))
    it(`says no to ${kind}`, () => assert.equal(looksLikeProse(text), false));

  it('says yes to every sample', () => {
    for (const name of readdirSync(join(root, 'samples')).filter((file) => /\.(?:article|txt|md)$/.test(file))) {
      assert.equal(looksLikeProse(readFileSync(join(root, 'samples', name), 'utf8')), true, name);
    }
  });

  it('never throws and is quick', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof looksLikeProse(text) === 'boolean'));
    const begun = performance.now();
    for (const hard of ['a '.repeat(500_000), 'a,'.repeat(500_000), '\t|'.repeat(500_000), '='.repeat(1_000_000)])
      looksLikeProse(hard);
    assert.ok(performance.now() - begun < 1000);
  });
});

describe('articleDecision', () => {
  const decide = (path: string, more: { text?: string; languageId?: string; override?: boolean } = {}) =>
    articleDecision({
      path,
      languageId: 'plaintext',
      text: NOTE,
      include: DEFAULT_INCLUDE,
      exclude: DEFAULT_EXCLUDE,
      ...more,
    });

  it('takes prose in text files', () => {
    assert.deepEqual(decide('news/visit.txt'), { isArticle: true, reason: 'prose' });
    assert.deepEqual(decide('visit.md', { languageId: 'markdown' }), { isArticle: true, reason: 'prose' });
    assert.deepEqual(decide('visit.txt', { text: 'a=1' }), { isArticle: false, reason: 'not prose' });
  });

  it('takes .article files always', () => {
    assert.deepEqual(decide('dist/visit.article', { text: '' }), { isArticle: true, reason: 'article file' });
    assert.deepEqual(decide('untitled', { languageId: 'article', text: '' }), {
      isArticle: true,
      reason: 'article file',
    });
  });

  it('lets a person decide', () => {
    assert.deepEqual(decide('visit.article', { override: false }), { isArticle: false, reason: 'override' });
    assert.deepEqual(decide('README.md', { override: true }), { isArticle: true, reason: 'override' });
  });

  it('takes very long texts where a person says so, and the longest never', () => {
    const long = NOTE.repeat(Math.ceil(2_000_001 / NOTE.length));
    assert.deepEqual(decide('visit.txt', { text: long }), { isArticle: false, reason: 'large' });
    assert.deepEqual(decide('visit.txt', { text: long, override: true }), { isArticle: true, reason: 'override' });
    assert.deepEqual(decide('visit.article', { text: long }), { isArticle: true, reason: 'article file' });
    const longest = long.repeat(10);
    assert.deepEqual(decide('visit.article', { text: longest, override: true }), {
      isArticle: false,
      reason: 'too large',
    });
  });

  it('leaves a project’s own files alone', () => {
    const names = [
      'README',
      'readme.MD',
      'LICENSE.txt',
      'CHANGELOG.md',
      'requirements-dev.txt',
      'CMakeLists.txt',
      'robots.txt',
      'NOTICE.txt',
    ];
    for (const name of names) {
      assert.equal(decide(name).reason, 'excluded', name);
      assert.equal(decide(`a/b/${name}`).reason, 'excluded', name);
    }
    for (const path of [
      'node_modules/x/a.txt',
      'a/dist/b.txt',
      '/abs/.git/description.txt',
      'C:\\a\\node_modules\\b.txt',
    ]) {
      assert.equal(decide(path).reason, 'excluded', path);
    }
  });

  it('keeps articles whose names only look like those', () => {
    for (const name of [
      'changes-at-the-top.txt',
      'pipeline.txt',
      'blockade.txt',
      'support-for-kyiv.txt',
      'outlook.txt',
      'history-of-harbin.md',
    ]) {
      assert.equal(decide(name).reason, 'prose', name);
    }
  });

  it('leaves other kinds of files alone', () => {
    assert.equal(decide('visit.html').reason, 'not included');
    assert.equal(decide('deps.txt', { languageId: 'pip-requirements' }).reason, 'language');
  });
});

describe('globs', () => {
  it('match a name at any depth, and a path from the folder', () => {
    assert.equal(matchesAny('a/drafts/b.txt', ['drafts']), true);
    assert.equal(matchesAny('a/b.draft.txt', ['*.draft.txt']), true);
    assert.equal(matchesAny('news/a.txt', ['news/*.txt']), true);
    assert.equal(matchesAny('x/news/a.txt', ['news/*.txt']), false);
    assert.equal(matchesAny('./news/a.txt', ['/news/**']), true);
    assert.equal(matchesAny('a.txt', []), false);
    assert.equal(matchesAny('a.txt', ['']), false);
  });
});
