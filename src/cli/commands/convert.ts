import type { Format } from '../../core/formats/format';
import { placeArticle } from '../../core/formats/place';
import { relabel } from '../../core/formats/select';
import { Exporter, WRITE_HELP, WRITE_OPTIONS } from '../exporter';
import { FORMAT_LINES, namedFormat } from '../formatNames';
import { importedFiles, lostLines, Placements } from '../imports';
import { parsedArgs, renamings } from '../options';
import { complain } from '../terminal';
import { FileTrouble } from '../textFile';
import { UsageError } from '../usageError';

export const CONVERT_HELP = `convert [--from FORMAT] --to FORMAT [OPTIONS] FILE…

      Turns files of one format into another, without sidecars in between. What an
      offset counts is found out by the words that the file quotes, and said.
      FILE is a file, a folder, a pattern, or - for standard input. Formats of lines
      are read as a stream.

      --from        the format; told by the file's name and content without it
      --to          the format:
${FORMAT_LINES}
${WRITE_HELP}
      --map         labels under other names: Person=PERSON,Organization=ORG
      --keep-going  go on with the rest where a file can't be read

      Ends with 1 where something could not be read, placed or written.

      newsmark convert --to doccano brat/*.ann > doccano.jsonl
      newsmark convert --from label-studio --to conll -o train.conll export.json`;

/** `newsmark convert`. @returns 1 where something could not be read, placed or written */
export async function convert(args: string[]): Promise<number> {
  const { values, positionals } = parsedArgs(args, {
    ...WRITE_OPTIONS,
    from: { type: 'string' },
    to: { type: 'string' },
    map: { type: 'string', multiple: true },
    'keep-going': { type: 'boolean' },
  });
  if (positionals.length === 0) throw new UsageError('convert needs files or folders');
  const from = values.from === undefined ? undefined : namedFormat('from', values.from);
  const exporter = new Exporter(namedFormat('to', values.to), values);
  const names = renamings(values.map);
  const isPatient = values['keep-going'] === true;
  const placements = new Placements();
  let status = 0;
  const say = (line: string) => complain(line);
  try {
    await exporter.begin();
    if (exporter.wantsSurvey && !positionals.includes('-')) await survey(exporter, positionals, from);
    for (const argument of positionals) {
      try {
        for await (const { articles, problems, isBroken, isWhole } of importedFiles([argument], from)) {
          for (const problem of problems) say(problem);
          if (!isWhole) status = 1;
          if (isBroken && !isPatient) throw new FileTrouble('it ends here; --keep-going goes on with the rest');
          for (const { file, article } of articles) {
            const placed = placeArticle(article);
            if (!placed) {
              status = 1;
              say(`${file}: ${article.name}: the file has no text; import it onto its article instead`);
              continue;
            }
            placements.add(file, placed);
            const lost = lostLines(file, placed);
            for (const line of lost) say(line);
            if (lost.length > 0) status = 1;
            await exporter.add(relabel(placed.article, names));
          }
        }
      } catch (error) {
        if (!(error instanceof FileTrouble) || !isPatient) throw error;
        status = 1;
        say(error.message);
      }
    }
    await exporter.end();
    placements.end();
  } catch (error) {
    await exporter.abandon();
    if (!(error instanceof FileTrouble)) throw error;
    say(error.message);
    return 1;
  }
  for (const line of exporter.summary()) say(line);
  return status;
}

/** A first look, for what is nearly the same; what can't be read is told at the second. */
async function survey(exporter: Exporter, files: readonly string[], from: Format | undefined): Promise<void> {
  for (const argument of files) {
    try {
      for await (const { articles } of importedFiles([argument], from)) {
        for (const { article } of articles) {
          const placed = placeArticle(article);
          if (placed) exporter.survey(placed.article);
        }
      }
    } catch (error) {
      if (!(error instanceof FileTrouble)) throw error;
    }
  }
}
