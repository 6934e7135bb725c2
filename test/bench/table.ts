/** The table of the README, out of what the benches saved in test/bench/saved. */

/** A bench's result, as it was saved. */
export type Report = Readonly<Record<string, unknown>>;

interface Row {
  readonly bench: string;
  readonly what: string;
  /** With figures in it: {a>b} is what stands there in the result, {a>b / c>d} a ratio; behind | how it is shown. */
  readonly measured: string;
  readonly beside: string;
}

export const ROWS: readonly Row[] = [
  {
    bench: 'entities',
    what: 'Names found, strict F1: newswire that it never saw',
    measured: '{sets>wwn>newsmark>F1}',
    beside: 'spaCy small {sets>wwn>spacy>F1}, compromise {sets>wwn>compromise>F1}',
  },
  {
    bench: 'entities',
    what: '… news of other kinds',
    measured: '{sets>news.gum>newsmark>F1}',
    beside: 'spaCy small {sets>news.gum>spacy>F1}, compromise {sets>news.gum>compromise>F1}',
  },
  {
    bench: 'clusters',
    what: 'One entity, many names: B³ and CEAF-e F1',
    measured: '{gum news, dev>newsmark>bCubed}, {gum news, dev>newsmark>ceafE}',
    beside: 'equal words {gum news, dev>equal words>bCubed}, {gum news, dev>equal words>ceafE}',
  },
  {
    bench: 'linking',
    what: 'Links to the knowledge base that are shown: right, %',
    measured: '{gum news, dev>shownRight}',
    beside: 'the most prominent of that name {gum news, dev>mostProminent}',
  },
  {
    bench: 'throughput',
    what: 'All of an article on one core, words a second',
    measured: '{speeds>newsmark all|thousands}',
    beside:
      '{speeds>newsmark all / speeds>compromise three: its own analysis} times compromise, {speeds>newsmark all / spacy>all} times spaCy small',
  },
  {
    bench: 'throughput',
    what: '… names alone',
    measured: '{speeds>newsmark names|thousands}',
    beside:
      '{speeds>newsmark names / speeds>compromise three: names and quotations} times compromise, {speeds>newsmark names / spacy>names} times spaCy small',
  },
  {
    bench: 'typing',
    what: 'A key in an article of 1 MB: our part of the extension host’s time, median and 99 of 100, ms',
    measured: '{sizes>3>own>p50}, {sizes>3>own>p99}',
    beside: 'in one of 10 kB {sizes>1>own>p50}, {sizes>1>own>p99}; wanted 16',
  },
  {
    bench: 'typing',
    what: 'A new article of 1 MB: marks in sight',
    measured: '{sizes>3>first|seconds}',
    beside: 'all of its marks {sizes>3>whole|seconds}',
  },
  {
    bench: 'startup',
    what: 'Activation, extension host’s time, the first start of a version, ms',
    measured: '{first>activation, extension host|whole}',
    beside: 'the next ones {next>activation, extension host|whole}; wanted 50',
  },
  {
    bench: 'startup',
    what: 'The first article after a start, activation included: marks',
    measured: '{first>… all of it|seconds}',
    beside:
      'the next starts {next>… all of it|seconds}, later articles {next>later article to highlights, p50|whole} ms; wanted 0.4 s, 100 ms',
  },
  {
    bench: 'corpus',
    what: 'Hover over a name among 10,000 articles, processor time, 99 of 100, ms',
    measured: '{sizes>10000>queriesMs>an entity’s hover>p99}',
    beside: 'among 100,000 {sizes>100000>queriesMs>an entity’s hover>p99}; wanted 50',
  },
  {
    bench: 'corpus',
    what: 'The index of 10,000 articles is opened again, processor time',
    measured: '{sizes>10000>opening>processor|seconds}',
    beside: 'of 100,000 {sizes>100000>opening>processor|seconds}',
  },
  {
    bench: 'memory',
    what: 'Memory of extension host and threads with one article, MB',
    measured: '{held>1 article is open>rss|whole}',
    beside:
      'before Newsmark runs {held>before the extension runs>rss|whole}; 100 articles {held>100 articles are open>rss|whole}; 10,000 indexed {held>… and nothing was done for half a minute>rss|whole}',
  },
  {
    bench: 'long',
    what: '10 MB of news: time for twice the text',
    measured: '{results>news, no paragraph twice>factor}',
    beside: 'names without end {results>names without end>factor}; wanted 2.2',
  },
];

/** What stands between `<!-- measured -->` and `<!-- /measured -->`. */
export function tableOf(reports: ReadonlyMap<string, Report>, rows: readonly Row[] = ROWS): string {
  const lines = rows.map(({ bench, what, measured, beside }) => {
    const report = reports.get(bench);
    if (!report) throw new Error(`No result of bench:${bench} is saved.`);
    return `| ${what} | ${filled(measured, report)} | ${filled(beside, report)} | \`${bench}\` |`;
  });
  const used = [...reports].flatMap(([name, report]) => (rows.some(({ bench }) => bench === name) ? [report] : []));
  return [
    `${machinesOf(used)} \`npm run bench:NAME -- --compare\` holds a new run against these.`,
    '',
    '| what | measured | beside | `npm run bench:` |',
    '|---|---|---|---|',
    ...lines,
  ].join('\n');
}

/** When and on what the figures were measured, in words. */
function machinesOf(reports: readonly Report[]): string {
  const lines = reports.map(({ on }) => {
    const { date, processor, cores, node } = on as Readonly<Record<string, unknown>>;
    return `On ${date}, on ${cores} cores of ${processor}, Node.js ${node}.`;
  });
  return [...new Set(lines)].sort().join(' ');
}

/** The README with a new table. @throws where it has no place for one */
export function withTable(readme: string, table: string): string {
  const place = /(<!-- measured -->\n)[\s\S]*?(\n<!-- \/measured -->)/;
  if (!place.test(readme)) throw new Error('README.md has no place <!-- measured --> … <!-- /measured -->.');
  return readme.replace(place, (_, before: string, after: string) => before + table + after);
}

function filled(template: string, report: Report): string {
  return template.replace(/\{([^}|]+)(?:\|(\w+))?\}/g, (_, formula: string, form?: string) => {
    const [figure = Number.NaN, by = 1] = formula.split(' / ').map((name) => figureAt(report, name));
    return shown(figure / by, form);
  });
}

/** @param name keys to the figure, joined by ">" */
function figureAt(report: Report, name: string): number {
  let value: unknown = report;
  for (const key of name.split('>')) value = (value as Report | undefined)?.[key];
  if (typeof value !== 'number') throw new Error(`${String(report.bench)} has no figure ${name}.`);
  return value;
}

/** What stands behind | in a template: a figure in thousands, milliseconds in seconds, whole. */
const FORMS: Readonly<Record<string, (figure: number) => string>> = {
  thousands: (figure) => `${Math.round(figure / 1000)},000`,
  seconds: (figure) => `${inWords(figure / 1000, 1)} s`,
  whole: (figure) => inWords(figure, 0),
};

function shown(figure: number, form: string | undefined): string {
  return (form === undefined ? undefined : FORMS[form])?.(figure) ?? inWords(figure, 1);
}

function inWords(figure: number, digits: number): string {
  return figure.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
