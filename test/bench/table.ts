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
    bench: 'typing',
    what: 'A key press in an article of 1 MB: our part of the extension host’s time, median and 99 of 100, ms',
    measured: '{sizes>3>own>p50}, {sizes>3>own>p99}',
    beside: 'in one of 10 kB {sizes>1>own>p50}, {sizes>1>own>p99}',
  },
  {
    bench: 'typing',
    what: 'A new article of 1 MB is opened: marks in sight',
    measured: '{sizes>3>first|seconds}',
    beside: 'all of its marks {sizes>3>whole|seconds}',
  },
];

/** What stands between `<!-- measured -->` and `<!-- /measured -->`. */
export function tableOf(reports: ReadonlyMap<string, Report>, rows: readonly Row[] = ROWS): string {
  const lines = rows.map(({ bench, what, measured, beside }) => {
    const report = reports.get(bench);
    if (!report) throw new Error(`No result of bench:${bench} is saved.`);
    return `| ${what} | ${filled(measured, report)} | ${filled(beside, report)} | \`${bench}\` |`;
  });
  return ['| what | measured | beside | `npm run bench:` |', '|---|---|---|---|', ...lines].join('\n');
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
