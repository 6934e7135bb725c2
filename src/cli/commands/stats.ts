import { type Statistics, StatisticsCount } from '../../core/corpus/statistics';
import { statisticsTable, topOf } from '../../core/corpus/statisticsTable';
import { rowText } from '../../core/formats/shared/csv';
import { corpus, noArticles } from '../corpus';
import { oneOf, parsedArgs } from '../options';
import { commandLineAnalyzer } from '../recognizedLine';
import { complain } from '../terminal';
import { FileTrouble } from '../textFile';
import { UsageError } from '../usageError';

export const STATS_HELP = `stats [--format table|json|csv] [OPTIONS] FILE…

      Counts what articles have: decisions by label and by annotator, how much of the
      text is covered, what occurs most.
      FILE is an article, a sidecar, a folder, a pattern, or - for JSON Lines.

      --format      table (default), json, csv
      --annotator   whose sidecars: story.txt.NAME.newsmark.json
      --suggestions with what the recognizers propose
      --top         how many of the most frequent words for each label (default 3)
      --keep-going  go on with the rest where an article can't be read

      newsmark stats news/
      newsmark stats --format json --annotator alice 'news/**/*.article'`;

/** `newsmark stats`. @returns 1 where something could not be read */
export async function stats(args: string[]): Promise<number> {
  const { values, positionals } = parsedArgs(args, {
    format: { type: 'string' },
    annotator: { type: 'string' },
    suggestions: { type: 'boolean' },
    top: { type: 'string' },
    'keep-going': { type: 'boolean' },
  });
  if (positionals.length === 0) throw new UsageError('stats needs files or folders');
  const format = oneOf('format', values.format, ['table', 'json', 'csv']) ?? 'table';
  const top = Number(values.top ?? 3);
  if (!Number.isInteger(top) || top < 0) throw new UsageError('--top takes a number');
  let status = 0;
  const onLoss = (message: string) => {
    status = 1;
    complain(message);
  };
  const onTrouble = (trouble: FileTrouble) => onLoss(trouble.message);
  const count = new StatisticsCount();
  try {
    const articles = corpus(positionals, {
      onLoss,
      ...(values.annotator !== undefined && { annotator: values.annotator }),
      ...(values.suggestions && {
        analyzer: commandLineAnalyzer(),
      }),
      ...(values['keep-going'] && { onTrouble }),
    });
    for await (const article of articles) count.add(article);
  } catch (error) {
    if (!(error instanceof FileTrouble)) throw error;
    onTrouble(error);
    return status;
  }
  if (count.statistics.articles === 0) complain(noArticles(values.suggestions === true));
  process.stdout.write({ table: statisticsTable, json: asJson, csv: asCsv }[format](count.statistics, top));
  return status;
}

function asJson(found: Statistics, top: number): string {
  const words = [...found.words.keys()].map((label) => [label, Object.fromEntries(topOf(found, label, top))]);
  return `${JSON.stringify({
    ...found,
    labels: Object.fromEntries(found.labels),
    annotators: Object.fromEntries(found.annotators),
    words: Object.fromEntries(words),
  })}\n`;
}

function asCsv({ labels }: Statistics): string {
  const rows = [...labels].map(([label, counts]) => [
    label,
    ...[counts.accepted, counts.rejected, counts.suggested].map(String),
  ]);
  return [['label', 'accepted', 'rejected', 'suggested'], ...rows].map((row) => rowText(row, ',')).join('');
}
