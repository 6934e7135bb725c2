import { printTable } from '../support/report';
import type { GoldDocument, Name } from './gold';
import type { Predicted } from './system';

const AROUND = 30;

/** Prints the most frequent mistakes: what annotators marked, what was found instead, and where it stands once. */
export function printErrors(
  documents: readonly GoldDocument[],
  found: ReadonlyMap<string, Predicted>,
  most: number,
  types: readonly string[],
): void {
  const mistakes = new Map<string, { times: number; row: [gold: string, found: string, place: string] }>();
  for (const document of documents) {
    const names = (found.get(document.id)?.entities ?? []).filter(({ type }) => types.includes(type));
    const gold = document.entities.filter(({ type }) => types.includes(type));
    for (const [expected, got] of mismatches(gold, names)) {
      const row: [string, string, string] = [
        shown(document.text, expected),
        shown(document.text, got),
        placeOf(document.text, [...expected, ...got]),
      ];
      const key = `${row[0]}\t${row[1]}`;
      mistakes.set(key, { times: (mistakes.get(key)?.times ?? 0) + 1, row });
    }
  }
  const sorted = [...mistakes.values()].sort((a, b) => b.times - a.times).slice(0, most);
  if (sorted.length === 0) return;
  printTable(
    ['times', 'annotated', 'found', 'as in'],
    sorted.map(({ times, row }) => [times, ...row]),
  );
}

/** Names that overlap, in groups, where the two sides are not the same. */
function mismatches(gold: readonly Name[], found: readonly Name[]): [Name[], Name[]][] {
  const all = [...gold.map((name) => ({ name, isGold: true })), ...found.map((name) => ({ name, isGold: false }))].sort(
    (a, b) => a.name.start - b.name.start,
  );
  const groups: [Name[], Name[]][] = [];
  let end = -1;
  for (const { name, isGold } of all) {
    if (name.start >= end) groups.push([[], []]);
    groups.at(-1)?.[isGold ? 0 : 1].push(name);
    end = Math.max(end, name.end);
  }
  return groups.filter(([a, b]) => keyOf(a) !== keyOf(b));
}

const keyOf = (names: readonly Name[]) => names.map(({ start, end, type }) => `${start}-${end}-${type}`).join();

function shown(text: string, names: readonly Name[]): string {
  return names.map(({ start, end, type }) => `${type} ${oneLine(text.slice(start, end))}`).join(' + ') || '–';
}

function placeOf(text: string, names: readonly Name[]): string {
  const start = Math.min(...names.map((name) => name.start));
  const end = Math.max(...names.map((name) => name.end));
  return oneLine(text.slice(Math.max(0, start - AROUND), end + AROUND));
}

const oneLine = (words: string) => words.replace(/\s+/g, ' ');
