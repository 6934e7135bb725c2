import type { AnnotationStatus } from '../../core/annotation/annotation';
import { relabel, type Selection, select } from '../../core/formats/select';
import { corpus, isPartOfCorpus, noArticles } from '../corpus';
import { namesFile } from '../expand';
import { Exporter, WRITE_HELP, WRITE_OPTIONS } from '../exporter';
import { FORMAT_LINES, namedFormat } from '../formatNames';
import { listed, oneOf, parsedArgs, renamings } from '../options';
import { commandLineAnalyzer } from '../recognizedLine';
import { complain } from '../terminal';
import { FileTrouble } from '../textFile';
import { UsageError } from '../usageError';

export const EXPORT_HELP = `export --to FORMAT [OPTIONS] FILE…

      Writes articles with their annotations in another tool's format, and says on
      standard error what the format can't hold, counted by kind.
      FILE is an article, a sidecar, a folder (all annotated articles in it), a
      pattern ('news/**/*.txt'), or - for JSON Lines on standard input.

      --to          the format:
${FORMAT_LINES}
${WRITE_HELP}
      --annotator   whose sidecars: story.txt.NAME.newsmark.json
      --label       only these labels: PERSON,ORG
      --status      only these: accepted, rejected, suggested (default accepted;
                    with --suggestions, suggested too)
      --by          only what these people decided
      --suggestions with what the recognizers propose and nobody has decided on
      --map         labels under other names: GPE=LOC,PERSON=PER
      --keep-going  go on with the rest where an article can't be read

      Ends with 1 where something could not be read or written, 2 for wrong usage.

      newsmark export --to brat -o brat news/
      newsmark export --to conll --map PERSON=PER,GPE=LOC --label PERSON,GPE,ORG \\
        --split train=80,dev=10,test=10 --seed 7 -o corpus 'news/**/*.txt'
      newsmark export --to label-studio --suggestions story.txt > tasks.json`;

/** `newsmark export`. @returns 1 where something could not be read or written */
export async function exportArticles(args: string[]): Promise<number> {
  const { values, positionals } = parsedArgs(args, {
    ...WRITE_OPTIONS,
    to: { type: 'string' },
    annotator: { type: 'string' },
    label: { type: 'string', multiple: true },
    status: { type: 'string', multiple: true },
    by: { type: 'string', multiple: true },
    suggestions: { type: 'boolean' },
    map: { type: 'string', multiple: true },
    'keep-going': { type: 'boolean' },
  });
  if (positionals.length === 0) throw new UsageError('export needs files or folders');
  const exporter = new Exporter(namedFormat('to', values.to), values);
  const selection = selectionOf(values.label, values.status, values.by, values.suggestions === true);
  const names = renamings(values.map);
  let status = 0;
  const onLoss = (message: string) => {
    status = 1;
    complain(message);
  };
  const onTrouble = (trouble: FileTrouble) => onLoss(trouble.message);
  const reading = values.annotator === undefined ? {} : { annotator: values.annotator };
  const source = corpus(positionals, {
    ...reading,
    onLoss,
    ...(values.suggestions && { analyzer: commandLineAnalyzer() }),
    ...(values['keep-going'] && { onTrouble }),
  });
  try {
    const inputs = positionals.filter((argument) => argument !== '-');
    if (values.output !== undefined && (await namesFile(inputs, values.output, isPartOfCorpus)))
      throw new FileTrouble(`${values.output}: this is one of the files to read; name another --output`);
    await exporter.begin();
    if (exporter.wantsSurvey && !positionals.includes('-')) {
      const survey = corpus(positionals, {
        ...reading,
        needsNoSidecar: values.suggestions === true,
        onTrouble: () => undefined,
      });
      for await (const article of survey) exporter.survey(article);
    }
    for await (const article of source) await exporter.add(relabel(select(article, selection), names));
    await exporter.end();
  } catch (error) {
    await exporter.abandon();
    if (!(error instanceof FileTrouble)) throw error;
    onTrouble(error);
    return status;
  }
  for (const line of exporter.summary()) complain(line);
  if (exporter.counts.size === 0 && !positionals.includes('-')) complain(noArticles(values.suggestions === true));
  for (const [part, count] of exporter.counts)
    complain(`${part === '' ? '' : `${part}: `}${count === 1 ? '1 article' : `${count} articles`}`);
  return status;
}

function selectionOf(
  labels: readonly string[] | undefined,
  statuses: readonly string[] | undefined,
  by: readonly string[] | undefined,
  withSuggestions: boolean,
): Selection {
  const given = [...(listed(statuses) ?? ['accepted', ...(withSuggestions ? ['suggested'] : [])])];
  const words: readonly AnnotationStatus[] = ['accepted', 'rejected', 'suggested'];
  const wanted = given.flatMap((each) => oneOf('status', each, words) ?? []);
  const [label, people] = [listed(labels), listed(by)];
  return { statuses: new Set(wanted), ...(label && { labels: label }), ...(people && { by: people }) };
}
