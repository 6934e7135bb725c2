import * as v from 'valibot';
import { insertLine, readJsonLines } from '../sidecar/jsonLines';
import type { Problem } from '../sidecar/problem';
import type { Inconsistency } from './consistency';

/** The name of a folder's file of dismissals, at its root. */
export const DISMISSED_FILE = 'newsmark.dismissed.jsonl';

/** That something which looks inconsistent is as it should be: a line of `newsmark.dismissed.jsonl`. */
export interface Dismissal {
  /** The kind of inconsistency; those of later versions are kept, and mean nothing here. */
  readonly finding: string;
  /** What the finding is about, as it is compared: a name, or kind and name; absent where the sides say it all. */
  readonly about?: string | undefined;
  /** What may stand beside each other: labels, links, names, or articles by their paths in the folder. Sorted. */
  readonly sides: readonly string[];
  readonly by?: string | undefined;
  /** When it was said, ISO 8601 in UTC. */
  readonly at?: string | undefined;
}

const filedDismissal: v.GenericSchema<unknown, Dismissal> = v.looseObject({
  finding: v.pipe(v.string(), v.nonEmpty()),
  about: v.optional(v.string()),
  sides: v.pipe(v.array(v.string()), v.minLength(1)),
  by: v.optional(v.string()),
  at: v.optional(v.string()),
});

/** What reading a folder's file of dismissals gave: what could be read, and what is wrong with the rest. */
export interface DismissalReading {
  readonly dismissals: readonly Dismissal[];
  /** Offsets are of the file's text with LF line ends. */
  readonly problems: readonly Problem[];
}

/** Reads a folder's file of dismissals. Broken lines are told and passed over. Never throws. */
export function readDismissals(raw: string): DismissalReading {
  const { lines, problems } = readJsonLines(raw, filedDismissal);
  return { dismissals: lines.map(({ value }) => value), problems };
}

/** What identifies a finding as long as it is about the same, whatever stands on its sides. */
export function findingKey(finding: Inconsistency): string {
  const { finding: kind, about, sides } = claimOf(finding, (path) => path);
  return [kind, about ?? sides.join('\n')].join('\n');
}

/**
 * What somebody says who dismisses a finding.
 * @param within makes of an article's path its path in the folder, `/` between folders
 */
export function dismissalOf(
  finding: Inconsistency,
  within: (path: string) => string,
  said: Pick<Dismissal, 'by' | 'at'>,
): Dismissal {
  return { ...claimOf(finding, within), ...said };
}

/** Whether all that a finding says has been dismissed; what has come up since, another label or article, has not. */
export function isDismissed(
  finding: Inconsistency,
  dismissals: readonly Dismissal[],
  within: (path: string) => string,
): boolean {
  const claim = claimOf(finding, within);
  return dismissals.some((dismissal) => covers(dismissal, claim));
}

/**
 * Adds a dismissal to a file, in its place where the lines are sorted; broken lines stay as they are, to the byte.
 * @param raw the file; empty for a new one
 */
export function addDismissal(raw: string, dismissal: Dismissal): string {
  const words = lineOf(dismissal);
  const { lines } = readJsonLines(raw, filedDismissal);
  if (lines.some(({ value }) => covers(value, dismissal))) return raw;
  const own = orderOf(dismissal);
  const orders = lines.map(({ value }) => orderOf(value));
  const isSorted = orders.every((order, index) => index === 0 || (orders[index - 1] ?? '') <= order);
  const next = isSorted ? lines[orders.findIndex((order) => order > own)]?.line : undefined;
  return insertLine(raw, words, next).text;
}

/** Takes all lines out of a file that dismiss a finding. */
export function removeDismissals(raw: string, finding: Inconsistency, within: (path: string) => string): string {
  const claim = claimOf(finding, within);
  const { lines } = readJsonLines(raw, filedDismissal);
  const gone = new Set(lines.filter(({ value }) => covers(value, claim)).map(({ line }) => line));
  if (gone.size === 0) return raw;
  // Lines end as they do to the reader, each with its own end.
  const pieces = raw.split(/(?<=\n|\r(?!\n))/);
  return pieces.filter((_, line) => !gone.has(line)).join('');
}

function claimOf(finding: Inconsistency, within: (path: string) => string): Dismissal {
  const { kind } = finding;
  switch (kind) {
    case 'two labels':
      return { finding: kind, about: finding.folded, sides: finding.sides.map(({ says }) => says).toSorted() };
    case 'two links':
      return { finding: kind, about: finding.form, sides: finding.sides.map(({ says }) => says).toSorted() };
    case 'alike names':
      return { finding: kind, sides: finding.forms.toSorted() };
    case 'alike articles':
      return { finding: kind, sides: finding.articles.map(within).toSorted() };
  }
}

function covers(dismissal: Dismissal, { finding, about, sides }: Dismissal): boolean {
  if (dismissal.finding !== finding || dismissal.about !== about) return false;
  const said = new Set(dismissal.sides);
  return sides.every((side) => said.has(side));
}

function orderOf({ finding, about = '', sides }: Dismissal): string {
  return [finding, about, ...sides].join('\n');
}

/** Fields in a fixed order, so that the same dismissal is the same line. */
function lineOf({ finding, about, sides, by, at }: Dismissal): string {
  const parts = { finding, ...(about !== undefined && { about }), sides, ...(by && { by }), ...(at && { at }) };
  const fields = Object.entries(parts).map(([key, value]) => `${JSON.stringify(key)}: ${spaced(value)}`);
  return `{ ${fields.join(', ')} }`;
}

const spaced = (value: string | readonly string[]) =>
  typeof value === 'string' ? JSON.stringify(value) : `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
