import { TAG_SCHEMES } from '../../core/formats/format';
import { FORMATS } from '../../core/formats/formats';
import { TOKENIZERS } from '../../core/formats/tokenizers';
import { UsageError } from '../usageError';

export const COMPLETION_HELP = `completion bash|zsh|fish

      Prints what makes a shell complete commands, options and formats.

      newsmark completion bash > ~/.local/share/bash-completion/completions/newsmark
      newsmark completion zsh > ~/.zfunc/_newsmark
      newsmark completion fish > ~/.config/fish/completions/newsmark.fish`;

/** What a shell knows of a command. */
export interface Completion {
  /** One line for people. */
  readonly summary: string;
  /** Its options, as its help names them. */
  readonly options: readonly string[];
}

/** What a shell completes, by command. */
export type Completions = ReadonlyMap<string, Completion>;

/** The options that a command's help names, in their order. */
export function optionsIn(help: string): string[] {
  return [...new Set([...(help.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? []), '--help'])];
}

/** `newsmark completion`. */
export function completion([shell, ...others]: readonly string[], completions: Completions): number {
  const scripts = { bash, zsh, fish };
  if (others.length > 0 || (shell !== 'bash' && shell !== 'zsh' && shell !== 'fish'))
    throw new UsageError('completion needs the name of a shell: bash, zsh or fish');
  process.stdout.write(scripts[shell](completions));
  return 0;
}

const IDS = FORMATS.map(({ id }) => id);

/** What stands behind an option, where that is one of some words. */
const VALUES: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['--to', IDS],
  ['--from', IDS],
  ['--tokenizer', TOKENIZERS],
  ['--scheme', TAG_SCHEMES],
  ['--format', ['table', 'json', 'csv']],
  ['--as', ['suggested', 'accepted', 'stated']],
  ['--status', ['accepted', 'rejected', 'suggested']],
  ['--offsets', ['code-point', 'utf16']],
]);

const SHELLS = ['bash', 'zsh', 'fish'];

function bash(completions: Completions): string {
  const values = [...VALUES].map(([option, words]) => `    ${option}) words='${words.join(' ')}' ;;\n`).join('');
  const options = [...completions]
    .map(([name, each]) => `    ${name}) words='${each.options.join(' ')}' ;;\n`)
    .join('');
  return `_newsmark() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=''
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${[...completions.keys()].join(' ')} help --help --version' -- "$word"))
    return
  fi
  case "$before" in
${values}    help) words='${[...completions.keys()].join(' ')}' ;;
    completion) words='${SHELLS.join(' ')}' ;;
  esac
  if [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${options}  esac
  if [ "\${word#-}" != "$word" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _newsmark newsmark
`;
}

function zsh(completions: Completions): string {
  const commands = [...completions].map(([name, { summary }]) => `      '${name}:${quoted(summary)}'\n`).join('');
  const values = [...VALUES]
    .map(([option, words]) => `    ${option}) compadd -- ${words.join(' ')}; return ;;\n`)
    .join('');
  const options = [...completions]
    .map(([name, each]) => `      ${name}) compadd -- ${each.options.join(' ')} ;;\n`)
    .join('');
  return `#compdef newsmark
_newsmark() {
  if (( CURRENT == 2 )); then
    local -a commands=(
${commands}    )
    _describe command commands
    return
  fi
  case $words[CURRENT-1] in
${values}    help) compadd -- ${[...completions.keys()].join(' ')}; return ;;
    completion) compadd -- ${SHELLS.join(' ')}; return ;;
  esac
  if [[ $words[CURRENT] == -* ]]; then
    case $words[2] in
${options}    esac
  else
    _files
  fi
}
if [[ $funcstack[1] == _newsmark ]]; then
  _newsmark "$@"
else
  compdef _newsmark newsmark
fi
`;
}

function fish(completions: Completions): string {
  const lines = [...completions].flatMap(([name, { summary, options }]) => [
    `complete -c newsmark -n __fish_use_subcommand -a ${name} -d '${quoted(summary)}'`,
    ...options.map((option) => {
      const words = VALUES.get(option);
      const values = words ? ` -x -a '${words.join(' ')}'` : '';
      return `complete -c newsmark -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}${values}`;
    }),
  ]);
  lines.push(`complete -c newsmark -n '__fish_seen_subcommand_from completion' -x -a '${SHELLS.join(' ')}'`);
  return `${lines.join('\n')}\n`;
}

/** Words between the quotes of a shell. */
function quoted(words: string): string {
  return words.replaceAll("'", '’');
}
