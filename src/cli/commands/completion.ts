import { FORMATS } from '../../core/formats/formats';
import { UsageError } from '../usageError';

export const COMPLETION_HELP = `completion bash|zsh|fish

      Prints what makes a shell complete commands, options and formats.

      newsmark completion bash > ~/.local/share/bash-completion/completions/newsmark
      newsmark completion zsh > ~/.zfunc/_newsmark
      newsmark completion fish > ~/.config/fish/completions/newsmark.fish`;

/** What a shell completes: each command with its options, as its help names them. */
export type Completions = ReadonlyMap<string, readonly string[]>;

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

const IDS = FORMATS.map(({ id }) => id).join(' ');

function bash(completions: Completions): string {
  const cases = [...completions].map(([name, options]) => `    ${name}) options='${options.join(' ')}' ;;\n`).join('');
  return `_newsmark() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" options=''
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${[...completions.keys()].join(' ')} --help --version' -- "$word"))
    return
  fi
  if [ "$before" = --to ] || [ "$before" = --from ]; then
    COMPREPLY=($(compgen -W '${IDS}' -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases}  esac
  if [ "\${word#-}" != "$word" ]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _newsmark newsmark
`;
}

function zsh(completions: Completions): string {
  return `#compdef newsmark
autoload -U +X bashcompinit && bashcompinit
${bash(completions)}`;
}

function fish(completions: Completions): string {
  const lines = [...completions].flatMap(([name, options]) => [
    `complete -c newsmark -n __fish_use_subcommand -a ${name}`,
    ...options.map((option) => {
      const takesFormat = option === '--to' || option === '--from';
      const values = takesFormat ? ` -x -a '${IDS}'` : '';
      return `complete -c newsmark -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}${values}`;
    }),
  ]);
  return `${lines.join('\n')}\n`;
}
