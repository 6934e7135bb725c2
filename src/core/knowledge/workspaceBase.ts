import * as v from 'valibot';
import { t } from '../l10n';
import { located, shortened } from '../sidecar/json';
import type { Problem } from '../sidecar/problem';
import { faultOf, MOST_PROBLEMS, readJson } from '../sidecar/readJson';
import { Text } from '../text/text';
import { entryFrom, entryLine, filedEntry, type NewEntry } from './entryLine';
import type { KnowledgeBase, KnownEntity } from './knowledgeBase';
import { labelsFit, nameKey } from './nameIndex';

/** What reading a workspace's file of entities gave: what could be read, and what is wrong with the rest. */
export interface WorkspaceReading {
  readonly base: KnowledgeBase;
  /** In the order of their lines. */
  readonly entries: readonly KnownEntity[];
  /** Offsets are of the file's text with LF line ends. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a workspace's own knowledge base: JSON Lines, an entity a line, in any order. A line that is broken is told and
 * passed over; of two lines with one id the first counts. Never throws.
 * @param path of the file, for the entries to say where they are
 */
export function readWorkspaceBase(raw: string, path: string): WorkspaceReading {
  const lines = Text.of(raw).value.split('\n');
  const entries = new Map<string, KnownEntity>();
  const problems: Problem[] = [];
  let start = 0;
  lines.forEach((line, index) => {
    const found = line.trim() === '' ? undefined : readLine(line, path, index, entries);
    if (found?.kind === 'entry') entries.set(found.entry.id, found.entry);
    else if (found) {
      for (const problem of found.problems)
        problems.push({ message: problem.message, start: start + problem.start, end: start + problem.end });
    }
    start += line.length + 1;
  });
  return {
    base: baseOf([...entries.values()]),
    entries: [...entries.values()],
    problems: problems.slice(0, MOST_PROBLEMS),
  };
}

type Line =
  | { readonly kind: 'entry'; readonly entry: KnownEntity }
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] };

function readLine(line: string, path: string, index: number, known: ReadonlyMap<string, KnownEntity>): Line {
  const whole = (message: string): Line => ({ kind: 'broken', problems: [{ message, start: 0, end: line.length }] });
  if (/^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(line))
    return whole(t('A merge left its mark here: keep the lines that are right, and take this one out.'));
  const read = readJson(line);
  if (read.kind === 'broken') return { kind: 'broken', problems: read.problems.slice(0, 1) };
  const result = v.safeParse(filedEntry, read.value);
  if (!result.success) return { kind: 'broken', problems: located(read.json, result.issues.map(faultOf)) };
  const { id } = result.output;
  const other = known.get(id);
  if (other)
    return whole(
      t('The id {0} is in line {1} already; this line is not used.', shortened(id), (other.where?.line ?? 0) + 1),
    );
  return { kind: 'entry', entry: entryFrom(result.output, path, index) };
}

function baseOf(entries: readonly KnownEntity[]): KnowledgeBase {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const byName = new Map<string, KnownEntity[]>();
  for (const entry of entries) {
    for (const key of new Set([entry.name, ...entry.aliases].map(nameKey))) {
      const own = byName.get(key);
      if (own) own.push(entry);
      else byName.set(key, [entry]);
    }
  }
  return Object.freeze({
    get: (id: string) => byId.get(id),
    candidates: (name: string, label: string) =>
      (byName.get(nameKey(name)) ?? []).filter((entry) => labelsFit(label, entry.label)),
  });
}

/** What adding an entry to a file came to. */
export type Added =
  | { readonly kind: 'added'; readonly text: string; readonly line: number }
  /** An entry of that id is there already. */
  | { readonly kind: 'known'; readonly entry: KnownEntity }
  /** A file with broken lines is not written: what they meant, only a person can tell. */
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };

/**
 * Adds an entry to a workspace's file: among the others where they are sorted by id, else at the end; all other lines stay
 * as they are, to the byte.
 * @param raw the file; empty for a new one
 */
export function addEntry(raw: string, entry: NewEntry): Added {
  const { entries, problems } = readWorkspaceBase(raw, '');
  const [first, ...others] = problems;
  if (first) return { kind: 'broken', problems: [first, ...others] };
  const known = entries.find(({ id }) => id === entry.id);
  if (known) return { kind: 'known', entry: known };
  const lines = raw === '' ? [] : raw.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const end = lines[0]?.endsWith('\r') ? '\r' : '';
  const last = lines.length - 1;
  if (end !== '' && last >= 0 && !lines[last]?.endsWith('\r')) lines[last] += end;
  const isSorted = entries.every(({ id }, index) => index === 0 || (entries[index - 1]?.id ?? '') <= id);
  const next = isSorted ? entries.find(({ id }) => id > entry.id)?.where?.line : undefined;
  const line = next ?? lines.length;
  lines.splice(line, 0, `${entryLine(entry)}${end}`);
  return { kind: 'added', text: `${lines.join('\n')}\n`, line };
}
