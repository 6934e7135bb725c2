import { canonicalJson, compareJson, compareText, sameJson } from './sameJson';

/** Anything with fields that are merged one by one. */
export type Fields = Readonly<Record<string, unknown>>;

export interface MergedFields<T> {
  readonly fields: T;
  /** Names of the fields that both sides changed to different things: one stands, the other is kept in `conflicts`. */
  readonly contested: readonly string[];
}

/** Fields that mean something only together: half a place from one side and half from the other would be nonsense. */
const UNITS: Readonly<Record<string, readonly string[]>> = Object.freeze({
  place: ['start', 'end', 'quote', 'prefix', 'suffix'],
  arrow: ['type', 'from', 'to'],
  digest: ['sha256', 'length'],
  stamp: ['by', 'at'],
});

const UNIT_OF = new Map(Object.entries(UNITS).flatMap(([unit, keys]) => keys.map((key) => [key, unit] as const)));

/** A thing taken apart: units under their names, other fields under `["name"]`, links each as `["links","name"]`. */
type Parts = Map<string, unknown>;

const part = (...path: readonly string[]) => JSON.stringify(path);
const STATUS = part('status');
const NOTE = part('note');
const CONFLICTS = part('conflicts');
/** Ids of entities that one is not: a set, to which both sides may add. */
const NOT_SAME = part('notSame');

/** Parts that are no decisions of their own: of two different ones, the winner's stands and that is all. */
const BYSTANDERS = new Set(['stamp', 'digest', 'place', part('source'), part('file')]);

/**
 * Merges two versions of one thing, field by field: changed on one side wins, and a change wins over a removal. Where
 * both sides changed a field, notes are put together, links are merged each by itself, sets member by member, and anything else is contested:
 * the winner's stands, and what the other side said goes to the thing's own list `conflicts`, with who said so and
 * when, until somebody decides. The winner is the decided one, then the later one, then the one with the greater value:
 * never the one that happens to be called ours. So both ways round give the same, and merging a side in once more
 * changes nothing.
 * @param base what both started from; empty where they have nothing in common
 */
export function mergeFields<T extends Fields>(base: Fields, a: T, b: T): MergedFields<T> {
  const simple = ofOneSide(base, a, b);
  if (simple) return { fields: simple, contested: [] };
  const was = takenApart(base);
  const [one, other] = [takenApart(a), takenApart(b)];
  const names = [...new Set([...one.keys(), ...other.keys()])].sort(compareText);
  const contested = names.filter((name) => isContested(name, was.get(name), one.get(name), other.get(name)));
  const [winner, loser] = outranks(one, other, contested) ? [one, other] : [other, one];
  const merged: Parts = new Map();
  for (const name of names) {
    const heard = [winner, loser].find((side) => hasWeighed(side, side === winner ? loser : winner, name, was));
    merged.set(name, heard ? heard.get(name) : mergePart(name, was.get(name), winner.get(name), loser.get(name)));
  }
  const said = saidBy(loser, contested);
  if (contested.length > 0 && !hasHeard(merged, said)) merged.set(CONFLICTS, withEntry(merged.get(CONFLICTS), said));
  return { fields: likeOneOf(putTogether(merged) as T, a, b), contested: contested.map(readable) };
}

/** Whether both sides changed something, and not to the same. */
export function bothChanged(was: unknown, a: unknown, b: unknown): boolean {
  return !sameJson(a, was) && !sameJson(b, was) && !sameJson(a, b);
}

/** What a thing has of the fields that go together under this name. */
export function unitOf(item: object, unit: 'place' | 'arrow' | 'digest'): Fields {
  const keys = UNITS[unit] ?? [];
  return Object.fromEntries(Object.entries(item).filter(([key]) => keys.includes(key)));
}

/**
 * The merge where only one side changed something, or both the same; undefined where it is not as simple as that. Of
 * values that differ in nothing but the order of their members, too, the changed order stands.
 */
export function ofOneSide<T>(base: unknown, a: T, b: T): T | undefined {
  if (sameJson(a, b)) return inChangedOrder(base, a, b);
  if (sameJson(a, base)) return b;
  return sameJson(b, base) ? a : undefined;
}

function inChangedOrder<T>(base: unknown, a: T, b: T): T {
  if (a === b) return a;
  const [was, one, other] = [JSON.stringify(base), JSON.stringify(a), JSON.stringify(b)];
  if (one === was) return b;
  return other === was || one <= other ? a : b;
}

function takenApart(item: Fields): Parts {
  const parts: Parts = new Map();
  for (const [key, value] of Object.entries(item)) {
    const unit = UNIT_OF.get(key);
    if (unit !== undefined) parts.set(unit, { ...(parts.get(unit) as Fields | undefined), [key]: value });
    else if (key !== 'links' || !isFilled(value)) parts.set(part(key), value);
    else for (const [name, id] of Object.entries(value)) parts.set(part(key, name), id);
  }
  return parts;
}

function putTogether(parts: Parts): Fields {
  const fields = new Map<string, unknown>();
  for (const [name, value] of parts) {
    if (value === undefined) continue;
    if (Object.hasOwn(UNITS, name)) {
      for (const [key, field] of Object.entries(value as Fields)) fields.set(key, field);
      continue;
    }
    const [key = '', link] = JSON.parse(name) as string[];
    // Links that are there without any in them, on one side, give way to those of the other.
    if (link === undefined) fields.set(key, fields.get(key) ?? value);
    else fields.set(key, Object.fromEntries([...Object.entries(fields.get(key) ?? {}), [link, value]]));
  }
  return Object.fromEntries(fields);
}

function isFilled(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
}

function readable(name: string): string {
  return name.startsWith('[') ? (JSON.parse(name) as string[]).join('.') : name;
}

function isContested(name: string, was: unknown, a: unknown, b: unknown): boolean {
  if (BYSTANDERS.has(name) || name === NOTE || name === CONFLICTS || areSets(name, a, b)) return false;
  if (a === undefined || b === undefined || !bothChanged(was, a, b)) return false;
  // What nobody has decided yet contradicts no decision.
  return name !== STATUS || (a !== 'suggested' && b !== 'suggested');
}

/** What a side says about some parts, as an entry of `conflicts`. */
function saidBy(side: Parts, names: readonly string[]): Fields {
  return putTogether(new Map([...names, 'stamp'].map((name) => [name, side.get(name)])));
}

/** Whether all this has been said against a thing in an earlier merge. */
function hasHeard(side: Parts, said: Fields): boolean {
  return [...entriesOf(side.get(CONFLICTS)).values()].some((entry) =>
    Object.entries(said).every(([key, value]) => sameJson(Reflect.get(Object(entry), key), value)),
  );
}

/** Whether a side has what the other says of a part among its conflicts, from an earlier merge that came to something else. */
function hasWeighed(side: Parts, other: Parts, name: string, was: Parts): boolean {
  if (name === 'stamp' || name === CONFLICTS || other.get(name) === undefined || !side.has(CONFLICTS)) return false;
  const said = saidBy(other, [name]);
  return !sameJson(side.get(name), other.get(name)) && hasHeard(side, said) && !hasHeard(was, said);
}

/** Whether one stands over the other. Depends on what they say, not on which comes first. */
function outranks(one: Parts, other: Parts, contested: readonly string[]): boolean {
  const first = contested[0] ?? 'stamp';
  const difference =
    // What was weighed once, in an earlier merge, is not weighed anew.
    Number(hasHeard(one, saidBy(other, contested))) - Number(hasHeard(other, saidBy(one, contested))) ||
    Number(one.get(STATUS) !== 'suggested') - Number(other.get(STATUS) !== 'suggested') ||
    compareText(timeOf(one), timeOf(other)) ||
    compareJson(one.get(first), other.get(first)) ||
    compareJson([...one].sort(byName), [...other].sort(byName));
  return difference >= 0;
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return compareText(a, b);
}

function timeOf(parts: Parts): string {
  return String((parts.get('stamp') as Fields | undefined)?.at ?? '');
}

function mergePart(name: string, was: unknown, winner: unknown, loser: unknown): unknown {
  if (name === CONFLICTS) return mergeEntries(was, winner, loser);
  // Who decided, and when, goes with the decision that stands.
  if (name === 'stamp') return winner ?? loser;
  // An undecided status takes back no decision, even where it is the newer one.
  if (name === STATUS && loser === 'suggested') return winner;
  const changesNothing = sameJson(winner, was) || sameJson(loser, was) || sameJson(winner, loser);
  if (changesNothing) return ofOneSide(was, winner, loser);
  if (winner === undefined || loser === undefined) return winner ?? loser;
  if (areSets(name, winner, loser)) return listed(mergedEntries(was, winner, loser));
  return name === NOTE ? joinedNotes(String(winner), String(loser)) : winner;
}

/** Two notes about one thing, both kept: the lines of one, then those that only the other has. */
function joinedNotes(winner: string, loser: string): string {
  const missing = (lines: readonly string[], from: readonly string[]) => {
    const known = new Set(from);
    return lines.filter((line) => !known.has(line));
  };
  const [one, other] = [winner.split('\n'), loser.split('\n')];
  // A note that has all of the other's lines is the two put together already.
  return missing(one, other).length === 0 ? loser : [...one, ...missing(other, one)].join('\n');
}

/** What is said against a thing stays until one side takes it out. */
function mergeEntries(was: unknown, a: unknown, b: unknown): unknown {
  const entries = mergedEntries(was, a, b);
  // With nothing said any more, an empty list is a field like any other.
  return entries.size > 0 ? listed(entries) : emptyOf(ofOneSide(was, a, b));
}

/** What is in both lists, or was put into either. */
function mergedEntries(was: unknown, a: unknown, b: unknown): Map<string, unknown> {
  const [before, one, other] = [entriesOf(was), entriesOf(a), entriesOf(b)];
  const kept = [...one].filter(([key]) => other.has(key) || !before.has(key));
  const added = [...other].filter(([key]) => !one.has(key) && !before.has(key));
  return new Map([...kept, ...added]);
}

function areSets(name: string, a: unknown, b: unknown): boolean {
  return name === NOT_SAME && Array.isArray(a) && Array.isArray(b);
}

function emptyOf(list: unknown): unknown[] | undefined {
  return Array.isArray(list) ? [] : undefined;
}

function withEntry(known: unknown, entry: Fields): unknown {
  const entries = entriesOf(known);
  return listed(new Map([...entriesOf([entry]), ...entries]));
}

/** Entries by their content: the same thing said twice counts once. */
function entriesOf(list: unknown): Map<string, unknown> {
  return new Map((Array.isArray(list) ? list : []).map((entry) => [canonicalJson(entry), entry]));
}

function listed(entries: ReadonlyMap<string, unknown>): unknown[] {
  return [...entries].sort(byName).map(([, entry]) => entry);
}

/** The side itself where the merged fields are just its own: their order in the file stays as it was. */
function likeOneOf<T>(fields: T, a: T, b: T): T {
  return [a, b].find((side) => sameJson(side, fields)) ?? fields;
}
