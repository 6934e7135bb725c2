import { version } from '../../package.json';
import { AGREE_HELP, agree } from './commands/agree';
import { COMPLETION_HELP, completion, optionsIn } from './commands/completion';
import { CONVERT_HELP, convert } from './commands/convert';
import { EXPORT_HELP, exportArticles } from './commands/export';
import { IMPORT_HELP, importAnnotations } from './commands/import';
import { MERGE_HELP, merge } from './commands/merge';
import { RECOGNIZE_HELP, recognize } from './commands/recognize';
import { STATS_HELP, stats } from './commands/stats';
import { VALIDATE_HELP, validate } from './commands/validate';
import { isRecognizerThread, serveAsThread } from './recognizerThreads';
import { bold, complain } from './terminal';
import { FileTrouble } from './textFile';
import { UsageError } from './usageError';

interface Command {
  readonly run: (args: string[]) => Promise<number>;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly help: string;
  /** Whether its work is done beside its output, so that it goes on where nobody reads that to its end. */
  readonly isLasting?: boolean;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  recognize: { run: recognize, help: RECOGNIZE_HELP, summary: 'print what articles mention' },
  export: { run: exportArticles, help: EXPORT_HELP, summary: 'write annotations in another tool’s format' },
  import: {
    run: importAnnotations,
    help: IMPORT_HELP,
    summary: 'bring another tool’s annotations into sidecars',
    isLasting: true,
  },
  convert: { run: convert, help: CONVERT_HELP, summary: 'turn files of one format into another' },
  stats: { run: stats, help: STATS_HELP, summary: 'count labels, entities, decisions, coverage' },
  agree: { run: agree, help: AGREE_HELP, summary: 'measure how far annotators agree' },
  validate: { run: validate, help: VALIDATE_HELP, summary: 'check sidecars against their articles' },
  completion: {
    run: async (args) => completion(args, completions()),
    help: COMPLETION_HELP,
    summary: 'print completions for bash, zsh or fish',
  },
  merge: { run: merge, help: MERGE_HELP, summary: 'merge two versions of a sidecar, as git wants it' },
};

function completions() {
  return new Map(
    Object.entries(COMMANDS).map(([name, { help, summary }]) => [name, { summary, options: optionsIn(help) }]),
  );
}

const help = () => `newsmark ${version}: annotate news text

${bold('Usage:')} newsmark COMMAND [OPTIONS] FILE…

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${bold(name.padEnd(10))} ${summary}`)
  .join('\n')}

  newsmark COMMAND --help   what it does, its options, examples
  newsmark --version        the version

A FILE is an article, a folder of them, a pattern ('news/**/*.txt'), or - for standard
input. Decisions lie beside an article: story.txt.newsmark.json. What a command finds goes
to standard output; what is wrong, with file and line, to standard error.

${bold('From articles to a training set:')}

  newsmark recognize -j 0 news/ > mentions.jsonl         what the articles mention
  newsmark import --onto news/ brat/*.ann                what another tool's users decided
  newsmark stats news/                                   what there is
  newsmark agree --annotators alice,bob news/            whether two people agree
  newsmark export --to conll --split train=80,dev=10,test=10 \\
    --card corpus/README.md -o corpus news/              files to train with

Ends with 0 where all is well, 1 where something could not be read or done, 2 for wrong
usage. Colors are for terminals, unless NO_COLOR is set.`;

/** Runs one command. @returns the exit status: 0 all well, 1 something in the input is not right or could not be done, 2 wrong usage */
async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && args.length === 0)) {
    if (name === undefined) console.error(help());
    else console.log(help());
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    console.log(version);
    return 0;
  }
  const asked = name === 'help' ? (args[0] ?? '') : name;
  const command = Object.hasOwn(COMMANDS, asked) ? COMMANDS[asked] : undefined;
  try {
    if (!command) throw new UsageError(`there is no command ${JSON.stringify(asked)}`);
    if (name === 'help' || args.includes('--help') || args.includes('-h')) {
      console.log(`${bold('Usage:')} newsmark ${command.help}`);
      return 0;
    }
    return await command.run(args);
  } catch (error) {
    if (error instanceof FileTrouble) {
      complain(error.message);
      return 1;
    }
    if (!(error instanceof UsageError)) throw error;
    complain(`${error.message}. Try: newsmark ${command ? `${name} ` : ''}--help`);
    return 2;
  }
}

// A reader that has seen enough (head, less) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    complain(`standard output: ${error.message}`);
    process.exit(1);
  }
  const [name = ''] = process.argv.slice(2);
  if (!(Object.hasOwn(COMMANDS, name) && COMMANDS[name]?.isLasting)) process.exit(0);
});

if (isRecognizerThread()) serveAsThread();
else
  main(process.argv.slice(2)).then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
