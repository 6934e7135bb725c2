/** The versions in a file that git could not merge. */
export interface Versions {
  readonly ours: string;
  /** What both come from, where git wrote it down (`merge.conflictStyle` diff3 or zdiff3). */
  readonly base?: string;
  readonly theirs: string;
}

type Side = 'ours' | 'base' | 'theirs';

/** Where in a file git's marks of a conflict begin, in UTF-16 code units; undefined where there are none. */
export function conflictAt(raw: string): number | undefined {
  const match = /^<{7}(?: .*)?$/m.exec(raw);
  return match && /^={7}$/m.test(raw) && /^>{7}(?: .*)?$/m.test(raw) ? match.index : undefined;
}

/** Takes a file with git's marks of conflicts apart. @returns undefined where the marks do not belong together */
export function versionsIn(raw: string): Versions | undefined {
  const lines: Record<Side, string[]> = { ours: [], base: [], theirs: [] };
  let side: Side | undefined;
  let hasBase = false;
  let count = 0;
  for (const line of raw.split(/\r?\n/)) {
    const next = sideAfter(line, side);
    if (next === 'wrong') return undefined;
    if (next === undefined) {
      for (const each of side ? [side] : (['ours', 'base', 'theirs'] as const)) lines[each].push(line);
      continue;
    }
    count++;
    if (next === 'base') hasBase = true;
    side = next === 'end' ? undefined : next;
  }
  if (count === 0 || side) return undefined;
  const whole = (each: Side) => lines[each].join('\n');
  return { ours: whole('ours'), theirs: whole('theirs'), ...(hasBase && { base: whole('base') }) };
}

/** What a mark leads to; undefined for a line that is none. */
function sideAfter(line: string, side: Side | undefined): Side | 'end' | 'wrong' | undefined {
  if (/^<{7}(?: |$)/.test(line)) return side ? 'wrong' : 'ours';
  if (/^\|{7}(?: |$)/.test(line)) return side === 'ours' ? 'base' : 'wrong';
  if (/^={7}$/.test(line)) return side === 'ours' || side === 'base' ? 'theirs' : 'wrong';
  if (/^>{7}(?: |$)/.test(line)) return side === 'theirs' ? 'end' : 'wrong';
  return undefined;
}
