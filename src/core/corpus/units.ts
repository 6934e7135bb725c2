import { ByteReader, ByteWriter } from './bytes';
import type { EntityForm } from './entityKey';
import { NumberList } from './numberList';
import { type EntityReader, writeForm } from './packedEntities';

/** A form of name, with or without an identifier or a guess at one, that articles have in common. */
export interface Unit {
  readonly name: string;
  readonly link?: string;
  readonly guess?: string;
  readonly shown: string;
  readonly label: string;
}

type Form = Omit<EntityForm, 'isLocal'>;

/**
 * The names that articles have in common, by number, and which of them come to one entity: those of one identifier, and the
 * bare name that bears that identifier alone. An entity goes by the number of one of its units, the same one as long as its
 * units stay the same. That is kept up with each change, so that nothing is to be found out about it when somebody asks.
 */
export class Units {
  readonly #units: Unit[] = [];
  /** In how many articles each stands. */
  readonly #counts = new NumberList();
  readonly #entities = new NumberList();
  /** 1 for those that say of their name what it means. */
  readonly #speak = new NumberList();
  readonly #hashes = new NumberList();
  /** Numbers of units, plus one, from the place on that their hash gives: a hash table with open addresses. */
  #table = new Uint32Array(1_024);
  /** For names that have an identifier somewhere: the units that say so. */
  readonly #speaking = new Map<string, number[]>();
  readonly #byLink = new Map<string, number[]>();

  get size(): number {
    return this.#units.length;
  }

  at(number: number): Unit | undefined {
    return this.#units[number];
  }

  /** In how many articles a unit stands. */
  articlesOf(number: number): number {
    return this.#counts.at(number);
  }

  /** The number of the entity that a unit is of. */
  entityOf(number: number): number {
    return this.#entities.at(number);
  }

  /** The unit of an article's entity, made where there is none. */
  unitOf(entity: EntityReader): number {
    const hash = entity.hash;
    const known = this.#find(hash, (unit) => entity.isForm(unit));
    const number = known ?? this.#made(hash, entity);
    // What somebody has told from the others of its name says nothing about them.
    if (!entity.isOdd && this.#speak.at(number) === 0) this.#letSpeak(number);
    return number;
  }

  /** Counts an article that a unit stands in, or has stood in. */
  count(number: number, change: 1 | -1): void {
    const before = this.#counts.at(number);
    this.#counts.set(number, before + change);
    if ((before === 0 || before + change === 0) && this.#speak.at(number) === 1) this.#resolve(number);
  }

  /** The key of the entity that a name means. */
  keyOf(name: string, link: string | undefined): string {
    if (link !== undefined) return `=${link}`;
    const only = this.#onlyIdOf(name);
    return only === undefined ? name : `=${only}`;
  }

  /** The key of an entity. */
  keyOfEntity(number: number): string {
    const { name = '', link, guess } = this.#units[number] ?? {};
    const id = link ?? guess;
    return id === undefined ? name : `=${id}`;
  }

  /** The units of an entity; none where there is no such one. */
  unitsOf(key: string): readonly number[] {
    if (!key.startsWith('=')) return this.#plain(key) ?? [];
    const linked = this.#byLink.get(key.slice(1)) ?? [];
    const [entity] = linked;
    const plain = linked.flatMap((unit) => this.#plain(this.#units[unit]?.name ?? '') ?? []);
    return [...new Set([...linked, ...plain.filter((unit) => this.#entities.at(unit) === entity)])];
  }

  #plain(name: string): readonly [number] | undefined {
    const writer = new ByteWriter(64);
    writeForm(writer, { name });
    const bytes = writer.done();
    const hash = new ByteReader(bytes).hashUpTo(bytes.length);
    const number = this.#find(
      hash,
      (unit) => unit.name === name && unit.link === undefined && unit.guess === undefined,
    );
    return number === undefined ? undefined : [number];
  }

  #find(hash: number, isIt: (unit: Form) => boolean): number | undefined {
    const mask = this.#table.length - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const number = (this.#table[at] ?? 0) - 1;
      if (number < 0) return undefined;
      const unit = this.#hashes.at(number) === hash ? this.#units[number] : undefined;
      if (unit && isIt(unit)) return number;
    }
  }

  #made(hash: number, entity: EntityReader): number {
    const { name, link, guess, shown, labels } = entity.whole();
    const number = this.#units.length;
    const identified = link !== undefined ? { link } : guess !== undefined && { guess };
    this.#units.push({ name, shown, label: labels[0].label, ...identified });
    this.#hashes.push(hash);
    this.#counts.push(0);
    this.#speak.push(0);
    if (this.#units.length * 2 > this.#table.length) this.#growTable();
    else this.#enter(number);
    const id = link ?? guess;
    const ofId = id === undefined ? undefined : listed(this.#byLink, id);
    ofId?.push(number);
    this.#entities.push(ofId?.[0] ?? this.#meaningOf(name) ?? number);
    return number;
  }

  #enter(number: number): void {
    const mask = this.#table.length - 1;
    let at = this.#hashes.at(number) & mask;
    while (this.#table[at] !== 0) at = (at + 1) & mask;
    this.#table[at] = number + 1;
  }

  #growTable(): void {
    this.#table = new Uint32Array(this.#table.length * 4);
    for (let number = 0; number < this.#units.length; number++) this.#enter(number);
  }

  /** From now on a unit with an identifier says of its name what it means. */
  #letSpeak(number: number): void {
    const unit = this.#units[number];
    this.#speak.set(number, 1);
    if (!unit || (unit.link ?? unit.guess) === undefined) return;
    listed(this.#speaking, unit.name).push(number);
    this.#resolve(number);
  }

  /** Finds out anew what the bare name of a unit means. */
  #resolve(number: number): void {
    const { name = '', link, guess } = this.#units[number] ?? {};
    if ((link ?? guess) === undefined) return;
    const [plain] = this.#plain(name) ?? [];
    if (plain !== undefined) this.#entities.set(plain, this.#meaningOf(name) ?? plain);
  }

  #meaningOf(name: string): number | undefined {
    const only = this.#onlyIdOf(name);
    return only === undefined ? undefined : this.#byLink.get(only)?.[0];
  }

  /**
   * A name that bears one identifier everywhere it is linked means that one also where nobody has linked it. What people say
   * comes before what the knowledge base guesses.
   */
  #onlyIdOf(name: string): string | undefined {
    const speaking = this.#speaking.get(name);
    if (!speaking) return undefined;
    const living = speaking.flatMap((unit) => (this.#counts.at(unit) > 0 ? (this.#units[unit] ?? []) : []));
    const said = living.flatMap((unit) => unit.link ?? []);
    const ids = new Set(said.length > 0 ? said : living.flatMap((unit) => unit.guess ?? []));
    return ids.size === 1 ? ids.values().next().value : undefined;
  }
}

function listed<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const known = lists.get(key);
  if (known) return known;
  const made: V[] = [];
  lists.set(key, made);
  return made;
}
