/** The address of a link in a hover that runs a command on what `link` names: a `MentionLink`, say. */
export function commandUri(command: string, link: object): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify([link]))}`;
}
