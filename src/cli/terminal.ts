/** Whether a stream's reader sees colors: a person at a terminal who has not turned them off (no-color.org). */
function isColored({ isTTY }: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR = '', TERM } = process.env;
  return isTTY === true && NO_COLOR === '' && TERM !== 'dumb';
}

/** Words that stand out on standard output, where a person looks at it. */
export function bold(words: string): string {
  return isColored(process.stdout) ? `\u001b[1m${words}\u001b[22m` : words;
}

/** Says on standard error what is wrong, or worth knowing; never in the output. */
export function complain(message: string): void {
  const name = isColored(process.stderr) ? '\u001b[31mnewsmark:\u001b[39m' : 'newsmark:';
  console.error(`${name} ${message}`);
}
