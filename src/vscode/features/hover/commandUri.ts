import type { MentionLink } from '../../articles/target';

/** The address of a link in a hover that runs a command on some mentions. */
export function commandUri(command: string, link: MentionLink): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify([link]))}`;
}
