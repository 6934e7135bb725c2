import { version } from '../../package.json';
import { MERGE_HELP, merge } from './commands/merge';
import { RECOGNIZE_HELP, recognize } from './commands/recognize';
import { VALIDATE_HELP, validate } from './commands/validate';
import { FileTrouble } from './textFile';
import { UsageError } from './usageError';

const HELP = `newsmark ${version}: annotate news text

Usage: newsmark COMMAND [OPTIONS]

  ${RECOGNIZE_HELP}

  ${VALIDATE_HELP}

  ${MERGE_HELP}

  --help     this text
  --version  the version`;

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  recognize,
  validate,
  merge,
};

/** Runs one command. @returns the exit status: 0 all well, 1 something in the input is not right or could not be done, 2 wrong usage */
async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    console.log(HELP);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    console.log(version);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (!command) throw new UsageError(`there is no command ${JSON.stringify(name)}`);
    return await command(args);
  } catch (error) {
    if (error instanceof FileTrouble) {
      console.error(`newsmark: ${error.message}`);
      return 1;
    }
    if (!(error instanceof UsageError)) throw error;
    console.error(`newsmark: ${error.message}. Try: newsmark --help`);
    return 2;
  }
}

// A reader that has seen enough (head, less) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
