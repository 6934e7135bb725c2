import { t } from '../l10n';
import { shortened } from '../sidecar/json';
import { insertLine, readJsonLines } from '../sidecar/jsonLines';
import type { Problem } from '../sidecar/problem';
import { MOST_PROBLEMS } from '../sidecar/readJson';
import { entryFrom, entryLine, filedEntry, type NewEntry } from './entryLine';
import type { KnowledgeBase, KnownEntity } from './knowledgeBase';
import { labelsFit, nameKey } from './nameIndex';

/** The name of a folder's own knowledge base, at its root. */
export const ENTITY_FILE = 'newsmark.entities.jsonl';

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
  const { lines, problems } = readJsonLines(raw, filedEntry);
  const entries = new Map<string, KnownEntity>();
  const twice: Problem[] = [];
  for (const { value, line, start, end } of lines) {
    const other = entries.get(value.id);
    if (!other) entries.set(value.id, entryFrom(value, path, line));
    else twice.push({ message: isThere(value.id, other), start, end });
  }
  return {
    base: baseOf([...entries.values()]),
    entries: [...entries.values()],
    problems: [...problems, ...twice].sort((a, b) => a.start - b.start).slice(0, MOST_PROBLEMS),
  };
}

function isThere(id: string, { where }: KnownEntity): string {
  return t('The id {0} is in line {1} already; this line is not used.', shortened(id), (where?.line ?? 0) + 1);
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
    demonymsOf: (name: string) =>
      entries.filter(({ facts }) =>
        facts.some(({ kind, value }) => kind === 'demonym' && nameKey(value) === nameKey(name)),
      ),
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
  const isSorted = entries.every(({ id }, index) => index === 0 || (entries[index - 1]?.id ?? '') <= id);
  const next = isSorted ? entries.find(({ id }) => id > entry.id)?.where?.line : undefined;
  return { kind: 'added', ...insertLine(raw, entryLine(entry), next) };
}
