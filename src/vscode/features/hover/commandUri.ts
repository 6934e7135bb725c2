/** The address of a link in a hover that runs a command on what `link` names: a `MentionLink`, say. */
export function commandUri(command: string, link: object): string {
  const argument = encodeURIComponent(JSON.stringify([link]));
  // What is left of parentheses would end the Markdown link that the address stands in.
  return `command:${command}?${argument.replaceAll('(', '%28').replaceAll(')', '%29')}`;
}
