import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DatedCollector } from '../../../../src/core/insights/dated';
import { readDay, TIME_UNITS, unitName, unitNumber } from '../../../../src/core/insights/day';
import { sectionToCsv, viewToMarkdown } from '../../../../src/core/insights/exports';
import { figuresView } from '../../../../src/core/insights/figuresView';
import { FrequencyCount } from '../../../../src/core/insights/frequent';
import { frequentView } from '../../../../src/core/insights/frequentView';
import { MeasuredCollector } from '../../../../src/core/insights/measured';
import { isPicture } from '../../../../src/core/insights/picture';
import { ProfileCollector } from '../../../../src/core/insights/profile';
import { profileView } from '../../../../src/core/insights/profileView';
import { readFromPage, readState } from '../../../../src/core/insights/readFromPage';
import { withSentences } from '../../../../src/core/insights/rows';
import { TimeCount } from '../../../../src/core/insights/timeCount';
import { timelineView } from '../../../../src/core/insights/timelineView';
import { cellWords, type ViewModel } from '../../../../src/core/insights/viewModel';
import { ARTICLES, article, CORPUS, context } from './sample';

const PLACE = { path: 'file:///a', start: 0, end: 1 };

const collected = <T extends { add(each: (typeof ARTICLES)[number]): void }>(collector: T): T => {
  for (const each of ARTICLES) collector.add(each);
  return collector;
};

const rowsOf = ({ sections }: ViewModel, id: string) =>
  sections.find((section) => section.id === id)?.table.rows.map(({ cells }) => cells.map(cellWords)) ?? [];

const putin = () => collected(new ProfileCollector(CORPUS, 'PERSON|Vladimir Putin'));

describe('time', () => {
  it('is read from values as exactly as they are known', () => {
    const exactness = (value: string) => readDay(value)?.exactness;
    assert.equal(exactness('2024-05-16T15:00'), 'day');
    assert.equal(exactness('2024-05'), 'month');
    assert.equal(exactness('2024-05-14T10:00:00Z'), 'day');
    assert.equal(exactness('199X'), 'decade');
    assert.equal(exactness('19XX'), 'century');
    assert.equal(exactness('2024-01/2024-03'), 'month');
    for (const none of ['XXXX-05-16', 'P3D', 'PRESENT_REF', 'R/P1M', '43', '2024-13', ''])
      assert.equal(readDay(none), undefined, none);
  });

  it('has units that a name and a number tell alike', () => {
    const days = fc.record({
      year: fc.integer({ min: 0, max: 9999 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(days, fc.constantFrom(...TIME_UNITS), (day, unit) => {
        const name = unitName(unitNumber({ ...day, exactness: 'day' }, unit), unit);
        const again = readDay(name);
        assert.equal(again && unitNumber(again, unit), unitNumber({ ...day, exactness: 'day' }, unit), name);
        assert.equal(again?.exactness, unit);
      }),
    );
  });

  it('is counted in the finest periods that fit, gaps included, and all that is exact enough is in one', () => {
    const value = fc.tuple(fc.integer({ min: 1000, max: 2100 }), fc.constantFrom('', '-03', '-03-05', '-12-31'));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (values) => {
        const time = new TimeCount();
        for (const [year, rest] of values) {
          const day = readDay(`${year}${rest}`);
          if (day) time.add(day, PLACE);
        }
        const { periods, leftOut } = time.overTime(0.8);
        assert.equal(periods.reduce((sum, { count }) => sum + count, 0) + leftOut, values.length);
        assert.ok(periods.length <= 60);
        assert.ok(leftOut <= values.length * 0.2);
        assert.deepEqual(
          periods.map(({ when }) => when),
          periods.map(({ when }) => when).toSorted(),
        );
        for (const { count, place } of periods) assert.equal(count > 0, place !== undefined);
      }),
    );
  });
});

describe('an axis of time', () => {
  it('leaves out what is far from all else, and says so', () => {
    const time = new TimeCount();
    for (const value of ['1897', '2024-05-01', '2024-05-02', '2024-05-03', '2024-05-04']) {
      const day = readDay(value);
      if (day) time.add(day, PLACE);
    }
    assert.deepEqual([time.overTime(0.8).unit, time.overTime(0.8).leftOut], ['day', 1]);
    assert.deepEqual([time.overTime(1).unit, time.overTime(1).leftOut], ['decade', 0]);
  });
});

describe('a profile', () => {
  it('has the mentions over time, and says how many have no date', () => {
    const model = profileView(putin(), context());
    assert.equal(model.title, 'Vladimir Putin');
    assert.deepEqual(model.facts, ['Person · 3 mentions, 3 articles']);
    const chart = model.sections.find(({ id }) => id === 'time')?.chart;
    assert.ok(chart?.kind === 'time');
    assert.deepEqual(
      chart.columns.map(({ when, count }) => `${when} ${count}`),
      ['2024-05-14 1', ...chart.columns.slice(1, -1).map(({ when }) => `${when} 0`), '2024-07-02 1'],
    );
    assert.match(model.sections[0]?.notes.join() ?? '', /1 mention is in an article without a date/);
  });

  it('knows who is named in the same sentences, and who of them with each other', () => {
    const profile = putin();
    assert.deepEqual(
      profile.neighbors.map(({ entity, sentences, articles }) => [entity.name, sentences, articles]),
      [
        ['China', 2, 2],
        ['Xi Jinping', 1, 1],
      ],
    );
    assert.deepEqual(profile.pairs(profile.neighbors), [
      { one: 'GPE|China', other: 'PERSON|Xi Jinping', sentences: 1 },
    ]);
    const chart = profileView(profile, context()).sections.find(({ id }) => id === 'network')?.chart;
    assert.ok(chart?.kind === 'network');
    assert.deepEqual(
      chart.edges.map(({ from, to }) => [from, to]),
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
    );
    assert.ok(chart.nodes.every(({ place }) => place !== undefined));
  });

  it('has the quotations, the figures beside the name, the articles newest first, and all names', () => {
    const model = profileView(putin(), context());
    assert.deepEqual(
      rowsOf(model, 'quotations').map((cells) => cells.slice(0, 3)),
      [['“We paid.”', 'Vladimir Putin', 'says it']],
    );
    assert.deepEqual(
      rowsOf(model, 'figures').map((cells) => cells.slice(0, 5)),
      [['43', '43', '43', 'countries', 'China']],
    );
    assert.deepEqual(
      rowsOf(model, 'articles').map(([title]) => title),
      ['Title of file:///b', 'Title of file:///a', 'Title of file:///c'],
    );
    assert.deepEqual(rowsOf(model, 'names'), [
      ['Vladimir Putin', '2'],
      ['Putin', '1'],
    ]);
  });

  it('has the quotations that name somebody', () => {
    const profile = new ProfileCollector(CORPUS, 'GPE|China');
    profile.add(
      article('file:///q', '', [
        [
          ['“China paid.”', 'QUOTATION', { end: 60, speaker: 'Sher' }],
          ['China', 'GPE'],
        ],
      ]),
    );
    assert.deepEqual(
      rowsOf(profileView(profile, context()), 'quotations').map((cells) => cells.slice(0, 3)),
      [['“China paid.”', 'Sher', 'is named in it']],
    );
  });

  it('says what is known, and what is to be known of all of it', () => {
    const model = profileView(putin(), { ...context(), remarks: ['Open ones.'] }, ['Vladimir Putin — president']);
    assert.deepEqual(model.facts.slice(1), ['Vladimir Putin — president', 'Open ones.']);
  });

  it('of what nobody mentions is empty, under the name it was asked for by', () => {
    const entity = { key: 'PERSON|Nobody', name: 'Nobody', label: 'PERSON' };
    const model = profileView(collected(new ProfileCollector(CORPUS, entity.key)), context({ entity }));
    assert.equal(model.title, 'Nobody');
    assert.deepEqual(model.sections, []);
  });
});

describe('the timeline', () => {
  it('has the dates that have a place in the calendar, in their order, with the sentences', () => {
    const model = withSentences(timelineView(collected(new DatedCollector(CORPUS)), context()), (path) =>
      path === 'file:///a' ? 'On  May 16\nhe comes. '.padEnd(300, '-') : undefined,
    );
    const rows = rowsOf(model, 'events');
    assert.deepEqual(
      rows.map(([date, words]) => [date, words]),
      [
        ['1999', '1999'],
        ['Thursday, 16 May 2024', 'May 16'],
      ],
    );
    assert.match(rows[1]?.[2] ?? '', /^On May 16 he comes\./);
    assert.equal(rows[0]?.[2], '');
  });
});

describe('the table of figures', () => {
  const figures = () => collected(new MeasuredCollector(CORPUS));

  it('has the figures with the names nearest to them', () => {
    const rows = rowsOf(figuresView(figures(), context()), 'figures');
    assert.deepEqual(
      rows.map((cells) => cells.slice(0, 5)),
      [
        ['$300 million', '300 million US dollars', '300000000 USD', '', 'China'],
        ['43', '43', '43', 'countries', 'China'],
      ],
    );
  });

  it('is sorted by number, filtered by words, and cut to what is asked for', () => {
    const sorting = { section: 'figures', column: 1, isDescending: false };
    const firsts = (model: ViewModel) => rowsOf(model, 'figures').map(([first]) => first);
    assert.deepEqual(firsts(figuresView(figures(), context({ sorting }))), ['43', '$300 million']);
    assert.deepEqual(firsts(figuresView(figures(), context({ filter: 'Countries' }))), ['43']);
    const cut = figuresView(figures(), context({ limit: 1 }));
    assert.deepEqual([firsts(cut).length, cut.sections[0]?.table.total], [1, 2]);
  });
});

describe('the most frequent names', () => {
  it('stand by label, the most frequent first, and lead to their first mention', () => {
    const model = frequentView(collected(new FrequencyCount(CORPUS)).frequencies, context({ view: 'frequent' }));
    assert.deepEqual(
      model.sections.map(({ title }) => title),
      ['People', 'Places'],
    );
    assert.deepEqual(rowsOf(model, 'frequent PERSON'), [
      ['Vladimir Putin', '3', '3'],
      ['Xi Jinping', '1', '1'],
    ]);
    const [first] = model.sections[1]?.table.rows ?? [];
    assert.deepEqual(first?.place, { path: 'file:///a', start: 10, end: 19 });
    const people = frequentView(
      collected(new FrequencyCount(CORPUS)).frequencies,
      context({ view: 'frequent', label: 'PERSON' }),
    );
    assert.deepEqual(
      people.sections.map(({ title }) => title),
      ['People'],
    );
  });
});

describe('what is exported', () => {
  const hostile = article('file:///h', '2024-01-01', [
    [
      ['=cmd|x', 'MONEY', { value: '-5 USD', name: '=cmd|x' }],
      ['A | <img src=x>', 'ORG'],
    ],
  ]);
  const model = () => {
    const figures = new MeasuredCollector(CORPUS);
    figures.add(hostile);
    return figuresView(figures, context());
  };

  it('is CSV that no spreadsheet runs, with the file of each row', () => {
    const [section] = model().sections;
    assert.ok(section);
    const [head, row] = sectionToCsv(section, (path) => path.replace('file:///', '')).split('\n');
    assert.equal(head, 'Figure,Value,Normal form,Of what,Nearest name,Label,Article,Published,File');
    assert.match(row ?? '', /^'=cmd\|x,'-5 US dollars,'-5 USD,,A \| <img src=x>,Money,.*,h$/);
  });

  it('is Markdown in which words stay words', () => {
    const text = viewToMarkdown(model());
    assert.match(text, /^# Figures\n/);
    assert.ok(text.includes('A \\| \\<img src=x\\>'), text);
    assert.equal(text.split('\n').filter((line) => line.startsWith('| =cmd')).length, 1);
  });

  it('is a picture of shapes and words alone', () => {
    assert.ok(
      isPicture('<svg xmlns="http://www.w3.org/2000/svg"><title>a onload=&quot;x</title><rect x="1"></rect></svg>'),
    );
    for (const no of [
      '<svg ><script>alert(1)</script></svg>',
      '<svg onload="alert(1)"></svg>',
      '<svg ><a href="javascript:x"><text>x</text></a></svg>',
      '<svg ><rect style="x"></rect></svg>',
      '<svg ><!-- x --></svg>',
      '<svg ><rect x="1"',
      'words',
    ])
      assert.ok(!isPicture(no), no);
  });
});

describe('what a page says', () => {
  const state = { view: 'frequent', scope: 'corpus', limit: 100 };

  it('is one of few things', () => {
    assert.deepEqual(readFromPage({ kind: 'go', place: PLACE }), { kind: 'go', place: PLACE });
    assert.deepEqual(readFromPage({ kind: 'show', state }), { kind: 'show', state });
    for (const no of [
      undefined,
      'go',
      { kind: 'command', command: 'workbench.action.terminal.new' },
      { kind: 'go', place: { path: 'file:///a', start: -1, end: 2 } },
      { kind: 'go', place: { path: 'file:///a', start: 0.5, end: 2 } },
      { kind: 'show', state: { ...state, limit: 1e9 } },
      { kind: 'show', state: { ...state, view: 'shell' } },
      { kind: 'svg', section: 'time', picture: 1 },
    ])
      assert.equal(readFromPage(no), undefined, JSON.stringify(no));
  });

  it('of its state is read again after a reload, or not at all', () => {
    assert.deepEqual(readState(state), state);
    assert.equal(readState({ ...state, entity: { key: 'x' } }), undefined);
    fc.assert(fc.property(fc.anything(), (value) => void readState(value)));
  });
});
