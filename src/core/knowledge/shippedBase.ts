import { FACT_KINDS, type Fact, type FactKind, type KnowledgeBase, type KnownEntity } from './knowledgeBase';
import { labelsFit, nameKey } from './nameIndex';

/** The first line of the format: its name and version. */
export const HEADER = 'newsmark-knowledge 1';
/** Between the fields of an entry. */
export const FIELD = '\t';
/** Between the items of a field. */
export const ITEM = '|';
/** Between a fact's value and the year that it is of. */
export const YEAR = '@';

/**
 * Opens the knowledge base that is shipped, which takes a tenth of a second. It is text, an entry a line, fields with a tab between them: id, label,
 * prominence in hundredths, name, aliases, description, facts (`capital=Paris`, `population=68374600@2025`). Only names
 * are looked at here; an entry is read when it is asked for, so that opening it takes no longer.
 * @throws RangeError where the text is no knowledge base of this version
 */
export function readShippedBase(text: string): KnowledgeBase {
  const reading = readInTurns(text);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}

/**
 * The same for a thread that has other things to do: they get their turn every few milliseconds.
 * @throws RangeError as `readShippedBase` does
 */
export async function readShippedBaseInTurns(text: string, pause: () => Promise<void>): Promise<KnowledgeBase> {
  const reading = readInTurns(text);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
    await pause();
  }
}

/** Entries that are read in a turn. */
const TURN = 1_000;

function* readInTurns(text: string): Generator<undefined, KnowledgeBase> {
  const lines = text.split('\n');
  if (lines[0] !== HEADER) throw new RangeError('This is no knowledge base of a version that can be read.');
  const byId = new Map<string, number>();
  const byName = new Map<string, number[]>();
  const byDemonym = new Map<string, number[]>();
  for (let line = 1; line < lines.length; line++) {
    if (line % TURN === 0) yield;
    const [id = '', , , name = '', aliases = ''] = (lines[line] ?? '').split(FIELD, 5);
    if (id === '') continue;
    byId.set(id, line);
    for (const called of aliases === '' ? [name] : [name, ...aliases.split(ITEM)]) {
      const key = nameKey(called);
      const known = byName.get(key);
      if (!known) byName.set(key, [line]);
      else if (known.at(-1) !== line) known.push(line);
    }
    const demonym = demonymIn(lines[line] ?? '');
    if (demonym !== undefined) byDemonym.set(demonym, [...(byDemonym.get(demonym) ?? []), line]);
  }
  const read = new Map<number, KnownEntity>();
  const entryAt = (line: number): KnownEntity => {
    const entry = read.get(line) ?? readEntry(lines[line] ?? '');
    read.set(line, entry);
    return entry;
  };
  return Object.freeze({
    get: (id: string) => {
      const line = byId.get(id);
      return line === undefined ? undefined : entryAt(line);
    },
    demonymsOf: (name: string) => (byDemonym.get(nameKey(name)) ?? []).map(entryAt),
    candidates: (name: string, label: string) =>
      (byName.get(nameKey(name)) ?? [])
        .map(entryAt)
        .filter((entry) => labelsFit(label, entry.label))
        .sort((a, b) => b.prominence - a.prominence),
  });
}

/** The key of what a country's people are called. */
function demonymIn(line: string): string | undefined {
  const at = line.indexOf('demonym=');
  return at < 0 ? undefined : nameKey(line.slice(at + 'demonym='.length).split(ITEM, 1)[0] ?? '');
}

const KINDS: ReadonlySet<string> = new Set(FACT_KINDS);
const isKind = (kind: string): kind is FactKind => KINDS.has(kind);

function readEntry(line: string): KnownEntity {
  const [id = '', label = '', prominence = '', name = '', aliases = '', description = '', facts = ''] =
    line.split(FIELD);
  const told = facts === '' ? [] : facts.split(ITEM).flatMap(readFact);
  return Object.freeze({
    id,
    name,
    aliases: aliases === '' ? [] : aliases.split(ITEM),
    label,
    description: description || placed(told),
    facts: told,
    links: linksOf(id),
    prominence: Number(prominence) / 100,
    source: 'shipped',
  });
}

function readFact(text: string): Fact[] {
  const at = text.indexOf('=');
  const kind = text.slice(0, at);
  const [value = '', asOf] = text.slice(at + 1).split(YEAR);
  return isKind(kind) ? [{ kind, value, ...(asOf !== undefined && { asOf }) }] : [];
}

/** "city in Oregon, United States", for the many that nothing else is said of. */
function placed(facts: readonly Fact[]): string {
  const of = (kind: FactKind) => facts.find((fact) => fact.kind === kind)?.value;
  const around = [of('region'), of('country')].filter((place) => place !== undefined).join(', ');
  return [of('kind') ?? '', around].filter((part) => part !== '').join(' in ');
}

/** Where an entry's id is from, as sidecars hold it; ids of ours lead nowhere. */
function linksOf(id: string): Readonly<Record<string, string>> {
  if (/^Q\d+$/.test(id)) return { wikidata: id };
  const [, base, own] = /^(geonames):(\d+)$/.exec(id) ?? [];
  return base !== undefined && own !== undefined ? { [base]: own } : {};
}
