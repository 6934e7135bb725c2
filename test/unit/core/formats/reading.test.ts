import assert from 'node:assert/strict';
import type { ReadArticle } from '../../../../src/core/formats/format';
import { formatOf, formatOfFile } from '../../../../src/core/formats/formats';
import { type Placed, placeArticle } from '../../../../src/core/formats/place';

function read(id: string, content: string, beside: Readonly<Record<string, string>> = {}): ReadArticle[] {
  const format = formatOf(id) ?? assert.fail(id);
  return [...format.read({ name: `story${format.endings[0]}`, content, beside: (ending) => beside[ending] }).articles];
}

function placed(
  id: string,
  content: string,
  options: { beside?: Readonly<Record<string, string>>; onto?: string } = {},
): Placed {
  const [article] = read(id, content, options.beside);
  return (article && placeArticle(article, options.onto)) ?? assert.fail('no article');
}

/** What is marked, as `LABEL:words`. */
function marks({ article }: Placed): string[] {
  return article.set.annotations.map(({ start, end, label }) => `${label}:${article.text.slice(start, end)}`);
}

/** Relations as `words -type-> words`. */
function ties({ article: { text, set } }: Placed): string[] {
  const words = new Map(set.annotations.map(({ id, start, end }) => [id, text.slice(start, end)]));
  return set.relations.map(({ type, from, to }) => `${words.get(from)} -${type}-> ${words.get(to)}`);
}

function problems(id: string, content: string): string[] {
  const format = formatOf(id) ?? assert.fail(id);
  return format.read({ name: 'story', content }).problems.map(({ line, message }) => `${line ?? ''}: ${message}`);
}

describe('reading brat', () => {
  const text = '😀 Putin met Xi.\nNorth and South Dakota.\n';

  it('reads notes, references, attributes, events and equivalences', () => {
    const ann = [
      'T1\tPerson 2 7\tPutin',
      'T2\tPerson 12 14\tXi',
      'T3\tMeet 8 11\tmet',
      'E1\tMeet:T3 Who:T1 Whom:T2',
      'A1\tPast E1',
      'N1\tReference T1 wikidata:Q7747\tVladimir Putin',
      '#1\tAnnotatorNotes T2\tsure?',
      '*\tEquiv T1 T2',
      '',
    ];
    const found = placed('brat', ann.join('\r\n'), { beside: { '.txt': text } });
    assert.deepEqual(marks(found), ['Person:Putin', 'Meet:met', 'Person:Xi']);
    assert.deepEqual(ties(found).sort(), ['Putin -Equiv-> Xi', 'met -Who-> Putin', 'met -Whom-> Xi']);
    const [putin, met, xi] = found.article.set.annotations;
    assert.equal(xi?.note, 'sure?');
    assert.equal(met?.note, 'Past');
    assert.equal(putin?.entity, 'wikidata:Q7747');
    assert.deepEqual(found.article.set.entities, [
      { id: 'wikidata:Q7747', label: 'Person', name: 'Vladimir Putin', links: { wikidata: 'Q7747' } },
    ]);
  });

  it('takes an annotation in pieces from its first word to its last, and says so', () => {
    const ann = 'T1\tPlace 17 22;33 39\tNorth Dakota\n';
    assert.deepEqual(marks(placed('brat', ann, { beside: { '.txt': text } })), ['Place:North and South Dakota']);
    assert.match(problems('brat', ann)[0] ?? '', /^1: T1 is in pieces/);
  });

  it('finds out what the offsets count', () => {
    const unitOf = (ann: string, raw: string) => {
      const { unit, countsRaw, lost } = placed('brat', ann, { beside: { '.txt': raw } });
      assert.deepEqual(lost, []);
      return `${unit}${countsRaw ? ', raw' : ''}`;
    };
    assert.equal(unitOf('T1\tX 2 7\tPutin\n', text), 'code-point');
    assert.equal(unitOf('T1\tX 3 8\tPutin\n', text), 'utf16');
    assert.equal(unitOf('T1\tX 5 10\tPutin\n', text), 'utf8');
    const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    assert.equal(unitOf('T1\tX 3 8\tPutin\nT2\tX 19 24\tNorth\n', windows), 'code-point, raw');
    assert.equal(unitOf('T1\tX 2 7\tPutin\nT2\tX 17 22\tNorth\n', windows), 'code-point');
  });

  it('finds again by its words what was moved, and loses what is gone', () => {
    const found = placed('brat', 'T1\tX 2 7\tPutin\nT2\tX 30 36\tDakota\nT3\tX 3 10\tYeltsin\n', {
      beside: { '.txt': text },
    });
    assert.deepEqual([found.exact, found.found, found.lost.map(({ quote }) => quote)], [1, 1, ['Yeltsin']]);
  });
});

describe('reading tokens', () => {
  it('knows IOB1, IOB2, BIOES and BILOU without being told', () => {
    const tags = {
      iob1: ['I-PER', 'I-PER', 'O', 'I-LOC', 'B-LOC', 'I-ORG'],
      iob2: ['B-PER', 'I-PER', 'O', 'B-LOC', 'B-LOC', 'B-ORG'],
      bioes: ['B-PER', 'E-PER', 'O', 'S-LOC', 'S-LOC', 'S-ORG'],
      bilou: ['B-PER', 'L-PER', 'O', 'U-LOC', 'U-LOC', 'U-ORG'],
    };
    const words = ['Xi', 'Jinping', 'in', 'Asia', 'Europe', 'UN'];
    for (const [scheme, own] of Object.entries(tags)) {
      const content = `-DOCSTART- -X- O O\n\n${words.map((word, index) => `${word} NNP O ${own[index]}`).join('\n')}\n`;
      assert.deepEqual(marks(placed('conll', content)), ['PER:Xi Jinping', 'LOC:Asia', 'LOC:Europe', 'ORG:UN'], scheme);
    }
  });

  it('takes two columns with tabs, and puts annotations onto the article’s own white space', () => {
    const found = placed('conll', 'Xi\tB-PER\nJinping\tI-PER\nleft\tO\n.\tO\n', { onto: 'Xi\nJinping left.\r\n' });
    assert.deepEqual(marks(found), ['PER:Xi\nJinping']);
    assert.deepEqual(problems('conll', 'Xi\tB-PER\nleft\n'), ['2: there is a token without a tag']);
  });

  it('passes over remarks between sentences, and nothing else that begins like one', () => {
    const content = '# id 5a2f\tdomain=en\nXi\tB-PER\n\n#\tO\n# id 5a30 domain=en\nfive\tO\n';
    assert.equal(placed('conll', content).article.text, 'Xi\n# five\n');
    assert.deepEqual(problems('conll', content), []);
  });

  it('parts articles at -DOCSTART-', () => {
    const articles = read('conll', '-DOCSTART- -X- O O\n\nXi B-PER\n\n-DOCSTART- -X- O O\n\nPutin B-PER\n');
    assert.deepEqual(
      articles.map(({ name, text }) => [name, text]),
      [
        ['story-1', 'Xi\n'],
        ['story-2', 'Putin\n'],
      ],
    );
  });

  it('reads CoNLL-U with tags in MISC, its spaces, and passes over contractions', () => {
    const rows = [
      '1-2\tdella\t_\t_\t_\t_\t_\t_\t_\t_',
      '1\tdi\t_\t_\t_\t_\t_\t_\t_\t_',
      '2\tRoma\t_\t_\t_\t_\t_\t_\t_\tNE=B-GPE|SpaceAfter=No',
      '3\t.\t_\t_\t_\t_\t_\t_\t_\t_',
    ];
    const found = placed('conllu', `# newdoc id = x\n# text = di Roma.\n${rows.join('\n')}\n\n`);
    assert.equal(found.article.text, 'di Roma.\n');
    assert.deepEqual(marks(found), ['GPE:Roma']);
  });

  it('reads WebAnno TSV: stacks, escapes, lines, relations', () => {
    const content = [
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=a.b.NamedEntity|identifier|value',
      '#T_RL=a.b.Tie|kind|BT_a.b.NamedEntity',
      '',
      '',
      '#Text=a\\_b 😀',
      '#Text=Xi met',
      '1-1\t0-3\ta\\_b\t*[1]|*[2]\tX\\|Y[1]|Z[2]\t_\t_\t',
      '1-2\t4-6\t😀\t*[2]\tZ[2]\t_\t_\t',
      '1-3\t7-9\tXi\thttp://www.wikidata.org/entity/Q15031\tPER\tknows\t1-1\t',
      '1-4\t10-13\tmet\t_\t_\t_\t_\t',
      '',
    ];
    const found = placed('webanno', content.join('\n'));
    assert.equal(found.article.text, 'a\\_b 😀\nXi met\n'.replace('\\', ''));
    assert.deepEqual(marks(found), ['Z:a_b 😀', 'X|Y:a_b', 'PER:Xi']);
    assert.deepEqual(ties(found), ['a_b -knows-> Xi']);
    assert.deepEqual(found.article.set.entities[0]?.links, { wikidata: 'Q15031' });
  });
});

describe('reading JSON', () => {
  it('takes a refused task of Prodigy for rejections', () => {
    const found = placed(
      'prodigy',
      '{"text": "Xi left.", "spans": [{"start": 0, "end": 2, "label": "ORG"}], "answer": "reject"}\n',
    );
    assert.deepEqual(
      found.article.set.annotations.map(({ status }) => status),
      ['rejected'],
    );
  });

  it('understands doccano in UTF-16, code points and grapheme clusters', () => {
    const text = '👩‍👩‍👧 Xi met Putin in Beijing.';
    const unitOf = (...label: unknown[]) => placed('doccano', JSON.stringify({ text, label })).unit;
    assert.equal(unitOf([9, 11, 'PER'], [16, 21, 'PER']), 'utf16');
    assert.equal(unitOf([6, 8, 'PER'], [13, 18, 'PER']), 'code-point');
    assert.equal(unitOf([2, 4, 'PER'], [9, 14, 'PER']), 'grapheme');
    assert.equal(placed('doccano', JSON.stringify({ text, label: [[9, 11, 'PER']] })).isGuess, true);
  });

  it('reads Label Studio’s predictions as suggestions, and leaves out what was cancelled', () => {
    const region = (start: number, end: number, label: string) => ({
      type: 'labels',
      value: { start, end, labels: [label] },
    });
    const task = {
      id: 7,
      data: { text: 'Xi met Putin.' },
      annotations: [
        { completed_by: { email: 'alice@example.org' }, result: [region(0, 2, 'PER')] },
        { was_cancelled: true, result: [region(3, 6, 'PER')] },
      ],
      predictions: [{ result: [region(7, 12, 'PER')] }],
    };
    const found = placed('label-studio', JSON.stringify([task]));
    assert.deepEqual(
      found.article.set.annotations.map(({ quote, status, by }) => [quote, status, by]),
      [
        ['Xi', 'accepted', 'alice@example.org'],
        ['Putin', 'suggested', undefined],
      ],
    );
  });

  it('reads web annotations in a collection, and one that only quotes', () => {
    const target = (selector: object) => ({ source: 'https://example.org/story.txt', selector });
    const items = [
      {
        type: 'Annotation',
        body: { type: 'TextualBody', purpose: 'tagging', value: 'PER' },
        target: target({ type: 'TextQuoteSelector', exact: 'Putin', prefix: 'met ', suffix: '.' }),
      },
      {
        type: 'Annotation',
        body: [],
        motivation: 'highlighting',
        target: target({
          type: 'XPathSelector',
          value: '/p',
          refinedBy: { type: 'TextPositionSelector', start: 0, end: 2 },
        }),
      },
    ];
    const collection = { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items } };
    const found = placed('w3c', JSON.stringify(collection), { onto: 'Xi met Putin.' });
    assert.deepEqual(marks(found), ['highlighting:Xi', 'PER:Putin']);
    assert.deepEqual([found.exact, found.found], [1, 1]);
  });

  it('reads a CAS whose structures are listed by id', () => {
    const cas = {
      '%FEATURE_STRUCTURES': {
        1: { '%TYPE': 'uima.cas.Sofa', sofaString: '😀 Xi met Putin.' },
        5: { '%TYPE': 'a.NamedEntity', '@sofa': '1', begin: 3, end: 5, value: 'PER' },
        6: { '%TYPE': 'a.NamedEntity', '@sofa': '1', begin: 10, end: 15, value: 'PER' },
        7: { '%TYPE': 'custom.Tie', '@sofa': '1', begin: 3, end: 5, '@Governor': 5, '@Dependent': 6, value: 'met' },
        8: { '%TYPE': 'x.segmentation.type.Token', '@sofa': '1', begin: 3, end: 5 },
      },
    };
    const found = placed('cas-json', JSON.stringify(cas));
    assert.deepEqual(marks(found), ['PER:Xi', 'PER:Putin']);
    assert.deepEqual(ties(found), ['Xi -met-> Putin']);
  });

  it('names the line of what is wrong', () => {
    assert.match(problems('doccano', '{"text": "a", "label": []}\n\n{"text": \n')[0] ?? '', /^3: this is not JSON/);
    assert.match(
      problems('label-studio', '[\n{"data": {"text": "x"}},\n{"data" 1}\n]')[0] ?? '',
      /^3: this is not JSON/,
    );
    assert.deepEqual(problems('doccano', '{"text": "a", "label": [[0, "PER"]]}'), [
      '1: its label 1 is not [start, end, label]',
    ]);
  });
});

describe('reading XML', () => {
  it('reads TEI as its editors indent it, and annotations in spans', () => {
    const tei = `<?xml version="1.0"?>
<!DOCTYPE TEI [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><fileDesc><titleStmt><title>A <persName>Nobody</persName></title></titleStmt></fileDesc></teiHeader>
  <standOff><spanGrp><span ana="#GPE" from="#c1" to="#c2"/></spanGrp></standOff>
  <text><body>
    <head>Head &amp; line</head>
    <p>President
       <persName ref="https://www.wikidata.org/wiki/Q7747"><forename>Vladimir</forename>
         <surname>Putin</surname></persName><note>a note</note> met <rs type="NORP">Chinese</rs>
       friends in <anchor xml:id="c1"/>Beijing<anchor xml:id="c2"/>.</p>
    <p><quote>“Yes,”</quote> he said on <date when="2024-05-14">Tuesday</date>.</p>
  </body></text>
</TEI>`;
    const found = placed('tei', tei);
    assert.equal(
      found.article.text,
      'Head & line\nPresident Vladimir Putin met Chinese friends in Beijing.\n“Yes,” he said on Tuesday.\n',
    );
    assert.deepEqual(marks(found), [
      'PERSON:Vladimir Putin',
      'PERSON:Vladimir',
      'NORP:Chinese',
      'GPE:Beijing',
      'QUOTATION:“Yes,”',
      'DATE:Tuesday',
    ]);
    assert.equal(found.article.set.annotations.at(-1)?.value, '2024-05-14');
    assert.deepEqual(found.article.set.entities[0]?.links, { wikidata: 'Q7747' });
  });

  it('puts GATE’s nodes where they stand, whatever their numbers count', () => {
    const gate = `<GateDocument><TextWithNodes><Node id="0"/>😀 <Node id="2"/>Xi<Node id="4"/> left.</TextWithNodes>
<AnnotationSet Name="alice"><Annotation Id="1" Type="Person" StartNode="2" EndNode="4"><Feature><Name>rule</Name><Value>x</Value></Feature></Annotation>
<Annotation Id="2" Type="Token" StartNode="2" EndNode="4"/></AnnotationSet></GateDocument>`;
    const found = placed('gate', gate);
    assert.deepEqual(marks(found), ['Person:Xi']);
    assert.equal(found.article.set.annotations[0]?.by, 'alice');
  });

  it('knows no entities but XML’s own, so that none can grow', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>\n<TEI><text>&b;</text></TEI>';
    assert.deepEqual(problems('tei', bomb), ['2: this is not well-formed XML: &b; is not known']);
  });

  it('names the line of what is wrong', () => {
    assert.deepEqual(problems('tei', '<TEI>\n<text>\n</body></TEI>'), [
      '3: this is not well-formed XML: </body> closes nothing that is open',
    ]);
    assert.deepEqual(problems('gate', '<a x=1/>'), [
      '1: this is not well-formed XML: the value of x is not in quotation marks',
    ]);
    assert.deepEqual(problems('xmi', `${'<a>'.repeat(1000)}`), [
      '1: this is not well-formed XML: it is nested too deeply',
    ]);
    assert.deepEqual(problems('xmi', '<a/><b/>'), [
      '1: this is not well-formed XML: there is more than one root element',
    ]);
  });
});

describe('reading NIF', () => {
  it('reads Turtle as other programs write it', () => {
    const turtle = `PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
@prefix its: <http://www.w3.org/2005/11/its/rdf#> . # a comment
@base <http://example.org/> .
<story#char=0,12> a nif:Context; nif:isString """Xi met "Putin".""" .
[] nif:referenceContext <story#char=0,12>; nif:beginIndex 0; nif:endIndex 2; nif:anchorOf 'Xi'@en;
   its:taClassRef <http://dbpedia.org/ontology/Person>; its:taIdentRef <http://dbpedia.org/resource/Xi_Jinping>; .
_:x nif:referenceContext <story#char=0,12> ; nif:beginIndex "8"^^<http://x/int>, "8"; nif:endIndex "13"; nif:anchorOf "Putin";
   its:taClassRef <urn:inception:PER> ; its:list ( 1 true [ a nif:Phrase ] ) .`;
    const found = placed('nif', turtle);
    assert.equal(found.article.name, 'story');
    assert.deepEqual(marks(found), ['Person:Xi', 'PER:Putin']);
    assert.deepEqual(found.article.set.entities[0]?.links, { dbpedia: 'Xi_Jinping' });
  });

  it('names the line of what is wrong', () => {
    assert.deepEqual(problems('nif', '<a> <b>\n"c" ;\n"d" .'), ['3: this is not Turtle: a property is missing']);
    assert.deepEqual(problems('nif', '<a> x:b 1 .'), ['1: this is not Turtle: the prefix x: is not declared']);
    assert.match(problems('nif', `<a> <b> ${'['.repeat(500)}`)[0] ?? '', /nested too deeply/);
  });
});

describe('the format of a file', () => {
  it('is told by its name and by what it holds', () => {
    const told = (name: string, content: string) => formatOfFile(name, content)?.id;
    assert.equal(told('a.ann', ''), 'brat');
    assert.equal(told('a.jsonl', '{"text": "x", "label": []}'), 'doccano');
    assert.equal(told('a.jsonl', '{"text": "x", "spans": []}'), 'prodigy');
    assert.equal(told('a.jsonl', '{"id": "x", "text": "x", "annotations": []}'), 'jsonl');
    assert.equal(told('a.json', '[{"data": {"text": "x"}, "annotations": []}]'), 'label-studio');
    assert.equal(told('a.json', '{"%TYPES": {}}'), 'cas-json');
    assert.equal(told('a.tsv', '#FORMAT=WebAnno TSV 3.3\n'), 'webanno');
    assert.equal(told('a.tsv', 'article\tstart\tend\ttext\tlabel\n'), 'tsv');
    assert.equal(told('a.xml', '<GateDocument>'), 'gate');
    assert.equal(told('a.xml', '<TEI xmlns="http://www.tei-c.org/ns/1.0">'), 'tei');
    assert.equal(told('a.pdf', ''), undefined);
  });
});
