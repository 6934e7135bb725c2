import type { Span } from '../text/span';
import { isPublisher } from './agencies';

/** Who wrote an article, as printed: `By Jane Doe and John Roe, Reuters`. */
export interface Byline extends Span {
  readonly authors: readonly string[];
  readonly source?: string;
}

const LONGEST = 150;
/** Words that may stand in a name in lower case. */
const PARTICLE = /^(?:al|bin|da|de|del|den|der|di|do|dos|du|el|für|ibn|la|le|of|ten|ter|the|van|von|y|zu)$/u;
/** “staff writer”, “senior Asia correspondent”. */
const ROLE = /^(?!(?:a|an|the)\s)\p{Ll}[\p{L}-]+(?:\s[\p{L}-]+){0,2}$/u;

/**
 * Reads a line as a byline.
 * @param line one line without white space around it
 * @param start the line's place in the article, UTF-16 code units; the byline's span is the whole line
 */
export function readByline(line: string, start = 0): Byline | undefined {
  if (line.length > LONGEST) return undefined;
  const names = /^[*_]{0,3}(?:[—–-] ?)?(?:By|BY):?\s+(\S.*?)[*_]{0,3}$/u.exec(line)?.[1];
  if (names === undefined || /[.!?…:;]$/.test(names)) return undefined;
  const parts = names.split(/\s*(?:,|\||&|\sand\s|\sfor\s)\s*/u).map((part) => part.replace(/\sin\s.*$/u, ''));
  const [first] = parts;
  if (first === undefined || !isName(first) || !parts.every((part) => isName(part) || ROLE.test(part)))
    return undefined;
  const named = parts.filter(isName);
  const authors = named.filter((part) => !isPublisher(part));
  const source = named.find(isPublisher);
  return { start, end: start + line.length, authors, ...(source !== undefined && { source }) };
}

/** A few words, capitalized but for particles, or an agency's staff; a role (“staff writer”) is none. */
function isName(part: string): boolean {
  if (isPublisher(part)) return true;
  const words = part.split(/\s+/);
  if (words.length > 7 || !/^\p{L}/u.test(part) || PARTICLE.test(words[0] ?? '')) return false;
  return words.every(
    (word) => /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word) || PARTICLE.test(word) || /^(?:d|l)['’]\p{Lu}/u.test(word),
  );
}
