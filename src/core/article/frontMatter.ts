import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { t } from '../l10n';
import type { Span } from '../text/span';
import { readFields, type UnreadableField } from './frontMatterFields';
import type { ArticleMetadata } from './metadata';

/** Something in the front matter that could not be read, and where: UTF-16 code units into the article. */
export interface FrontMatterProblem extends Span {
  readonly message: string;
}

export interface FrontMatter {
  /** The block with both its marker lines, without the line break after it; absent where there is no front matter. */
  readonly span?: Span;
  readonly metadata: ArticleMetadata;
  readonly problems: readonly FrontMatterProblem[];
}

/** Longer blocks are text between two rules, not front matter (UTF-16 code units). */
const LONGEST = 50_000;

const NONE: FrontMatter = { metadata: {}, problems: [] };

/**
 * Reads YAML front matter: from a first line `---` to the next line `---` or `...`. Never throws: what can't be read
 * is a problem with a place, and the block is front matter all the same.
 * @param text an article, LF line ends, no byte-order mark
 */
export function readFrontMatter(text: string): FrontMatter {
  const opening = /^---[ \t]*\n/.exec(text)?.[0];
  if (!opening) return NONE;
  const closing = /^(?:---|\.\.\.)[ \t]*$/m;
  const match = closing.exec(text.slice(opening.length, opening.length + LONGEST));
  if (!match) return unclosed(text, opening.length);
  const content = { start: opening.length, end: opening.length + match.index };
  const span = { start: 0, end: content.end + match[0].length };
  const yaml = text.slice(content.start, content.end);
  if (!/^[^\n#]*[^\s#]/m.test(yaml)) return { span, metadata: {}, problems: [] };
  return readBlock(text, yaml, span, opening.length);
}

function readBlock(text: string, yaml: string, span: Span, offset: number): FrontMatter {
  try {
    // Every scalar stays a string, so that dates come as they were written.
    const value = load(yaml, { schema: FAILSAFE_SCHEMA, maxAliases: 100 });
    // Two horizontal rules with prose between them: no front matter.
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return NONE;
    const { metadata, unreadable } = readFields(new Map(Object.entries(value)));
    return { span, metadata, problems: unreadable.map((field) => unreadableProblem(yaml, offset, field)) };
  } catch (error) {
    if (!startsWithKey(yaml)) return NONE;
    if (hasProse(yaml)) return unclosed(text, offset);
    return { span, metadata: {}, problems: [yamlProblem(error, span, offset)] };
  }
}

/** No closing line: the text begins with a rule or, if keys follow, with front matter that someone forgot to close. */
function unclosed(text: string, contentStart: number): FrontMatter {
  if (!startsWithKey(text.slice(contentStart, contentStart + 1000))) return NONE;
  const message = t('The front matter is not closed: a line “---” is missing after it.');
  return { metadata: {}, problems: [{ message, start: 0, end: 3 }] };
}

/** Whether the first line with content looks like `key: value`. */
function startsWithKey(yaml: string): boolean {
  const first = yaml.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#'));
  return first !== undefined && isKeyLine(first);
}

function isKeyLine(line: string): boolean {
  return /^[ \t]*["']?[\p{L}_][\p{L}\p{N}_ -]{0,40}["']?[ \t]*:(?:\s|$)/u.test(line);
}

/** Whether a block that is no YAML holds a paragraph: then its end is a horizontal rule further down. */
function hasProse(yaml: string): boolean {
  const lines = yaml.split('\n');
  return lines.some((line, index) => /^[^\s#\-\]}]/.test(line) && lines[index - 1]?.trim() === '' && !isKeyLine(line));
}

function yamlProblem(error: unknown, span: Span, offset: number): FrontMatterProblem {
  const isYaml = error instanceof YAMLException;
  const message = t('The front matter is not valid YAML: {0}.', isYaml ? error.reason : t('it can’t be read'));
  if (!isYaml || !error.mark) return { message, ...span };
  const start = Math.min(offset + error.mark.position, span.end - 1);
  return { message, start, end: start + 1 };
}

function unreadableProblem(yaml: string, offset: number, { key, expected }: UnreadableField): FrontMatterProblem {
  const message = t('“{0}” should be {1}.', key, expected);
  let at = 0;
  for (const line of yaml.split('\n')) {
    if (line.replace(/^["']/, '').startsWith(key))
      return { message, start: offset + at, end: offset + at + line.length };
    at += line.length + 1;
  }
  return { message, start: 0, end: 3 };
}
