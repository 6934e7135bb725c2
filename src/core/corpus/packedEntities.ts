import { type ByteReader, type ByteWriter, DamagedBytesError } from './bytes';
import { type EntityForm, entityFormOf, isName } from './entityKey';
import type { IndexedArticle, IndexedMention } from './indexedArticle';

/** An entity of one article. */
export interface PackedEntity extends EntityForm {
  /** Its id in the article's sidecar, where somebody has said what it is not, or that another one is not it. */
  readonly record?: string;
  /** The numbers of the entities that somebody has said it is not. */
  readonly not: readonly number[];
  /** Whether one of those bears its name: then it is not what the name means in other articles. */
  readonly isOdd: boolean;
  /** The fullest name there. */
  readonly shown: string;
  /** Its labels, the one that most mentions are accepted under first, then the one of most mentions. */
  readonly labels: readonly [LabelCount, ...LabelCount[]];
  /** How many mentions it has. */
  readonly count: number;
}

/** How many mentions of an entity are under a label, and how many of them somebody has accepted. */
export interface LabelCount {
  readonly label: string;
  readonly count: number;
  readonly accepted: number;
}

/** What is known of an entity, as bits of a number. */
const LOCAL = 1;
const ODD = 2;
const RECORDED = 4;

/** An entity while its mentions are counted. */
export interface Counted {
  form: EntityForm;
  readonly record: string | undefined;
  not: readonly number[];
  isOdd: boolean;
  readonly shown: string;
  readonly labels: Map<string, { readonly label: string; count: number; accepted: number }>;
}

/** The entities of an article in the order of their first mentions, and the number of each by its key. */
export function entitiesOf({ mentions, notSame = [] }: IndexedArticle) {
  const numbers = new Map<string, number>();
  const byForm = new Map<string, number>();
  const entities: Counted[] = [];
  for (const mention of mentions) {
    if (!isName(mention)) continue;
    const key = keyOf(mention);
    const number = numbers.get(key) ?? numberOf(mention, byForm, entities);
    numbers.set(key, number);
    const labels = entities[number]?.labels;
    const { label } = mention;
    const counts = labels?.get(label) ?? { label, count: 0, accepted: 0 };
    labels?.set(label, counts);
    counts.count++;
    if (mention.status === 'accepted') counts.accepted++;
  }
  tellApart(entities, notSame);
  return { entities, numbers };
}

/** Notes at entities which others they are not. One that is not another of its name is like no other article's by name. */
function tellApart(entities: readonly Counted[], notSame: readonly (readonly [string, string])[]): void {
  for (const entity of entities) {
    if (entity.record === undefined) continue;
    const ids = new Set(notSame.flatMap(([id, other]) => (id === entity.record ? [other] : [])));
    entity.not = entities.flatMap(({ record }, number) => (record !== undefined && ids.has(record) ? [number] : []));
    entity.isOdd = entity.not.some((other) => entities[other]?.form.name === entity.form.name);
    const { link, guess } = entity.form;
    if (entity.isOdd && link === undefined && guess === undefined) entity.form = { ...entity.form, isLocal: true };
  }
}

/** Several spellings of a name in one article come to one entity of it. */
function numberOf(mention: IndexedMention, byForm: Map<string, number>, entities: Counted[]): number {
  const form = entityFormOf(mention);
  const { name: shown, record } = mention;
  const key = `${form.name}\n${form.link ?? ''}\n${form.guess ?? ''}\n${record ?? ''}`;
  const number = byForm.get(key) ?? entities.length;
  if (number === entities.length) entities.push({ form, shown, record, not: [], isOdd: false, labels: new Map() });
  byForm.set(key, number);
  return number;
}

function inOrder(labels: Iterable<LabelCount>): readonly LabelCount[] {
  return [...labels].sort((a, b) => b.accepted - a.accepted || b.count - a.count || (a.label < b.label ? -1 : 1));
}

/** Mentions of one key have one form; the key is quicker to make. */
export function keyOf({ label, kind = '', name, link = '', guess = '', record = '' }: IndexedMention): string {
  return `${label}\n${kind}\n${name}\n${link}\n${guess}\n${record}`;
}

/**
 * Writes entities: how many, and of each its form (a section: name, link, guess), its bits, the number of its mentions and
 * (a section) all else. So that who looks for some need not read the others.
 */
export function writeEntities(writer: ByteWriter, entities: readonly Counted[]): void {
  writer.number(entities.length);
  for (const { form, shown, labels, record, not, isOdd } of entities) {
    const counts = inOrder(labels.values());
    writer.section((own) => writeForm(own, form));
    writer.number((form.isLocal ? LOCAL : 0) + (isOdd ? ODD : 0) + (record === undefined ? 0 : RECORDED));
    writer.number(counts.reduce((sum, { count }) => sum + count, 0));
    writer.section((own) => {
      if (record !== undefined) {
        own.string(record);
        own.number(not.length);
        for (const other of not) own.number(other);
      }
      own.string(shown);
      own.number(counts.length);
      for (const { label, count, accepted } of counts) {
        own.string(label);
        own.number(count);
        own.number(accepted);
      }
    });
  }
}

/** The bytes that a form is found by. */
export function writeForm(writer: ByteWriter, { name, link, guess }: Omit<EntityForm, 'isLocal'>): void {
  writer.string(name);
  writer.string(link ?? '');
  writer.string(guess ?? '');
}

/** Shared by the many entities that are not said not to be anything. */
const NONE: readonly number[] = Object.freeze([]);

/** Reads the entities of an article one after another, and of each no more than is asked for. */
export class EntityReader {
  readonly #reader: ByteReader;
  #left: number;
  #form = 0;
  #formEnd = 0;
  #bits = 0;
  #mentions = 0;
  #next = 0;

  /** @param reader stands where entities begin */
  constructor(reader: ByteReader) {
    this.#reader = reader;
    this.#left = reader.count();
    this.#next = reader.at;
  }

  /** Goes on to the next one. @returns whether there is one */
  next(): boolean {
    if (this.#left-- <= 0) return false;
    const reader = this.#reader;
    reader.goTo(this.#next);
    this.#formEnd = reader.sectionEnd();
    this.#form = reader.at;
    reader.goTo(this.#formEnd);
    this.#bits = reader.number();
    this.#mentions = reader.number();
    this.#next = reader.sectionEnd();
    return true;
  }

  get isLocal(): boolean {
    return (this.#bits & LOCAL) !== 0;
  }

  get isOdd(): boolean {
    return (this.#bits & ODD) !== 0;
  }

  /** How many mentions it has. */
  get mentions(): number {
    return this.#mentions;
  }

  /** Forms that are the same have the same one. */
  get hash(): number {
    this.#reader.goTo(this.#form);
    return this.#reader.hashUpTo(this.#formEnd);
  }

  isForm({ name, link = '', guess = '' }: Omit<EntityForm, 'isLocal'>): boolean {
    const reader = this.#reader;
    reader.goTo(this.#form);
    return reader.isString(name) && reader.isString(link) && reader.isString(guess);
  }

  whole(): PackedEntity {
    const reader = this.#reader;
    reader.goTo(this.#form);
    const [name, link, guess] = [reader.string(), reader.string(), reader.string()];
    reader.goTo(this.#formEnd);
    reader.number();
    reader.number();
    reader.sectionEnd();
    const isRecorded = (this.#bits & RECORDED) !== 0;
    const record = isRecorded ? reader.string() : undefined;
    const not = isRecorded ? Array.from({ length: reader.count() }, () => reader.number()) : NONE;
    const shown = reader.string();
    const [first, ...others] = Array.from({ length: reader.count() }, (): LabelCount => {
      const label = reader.string();
      const count = reader.number();
      return { label, count, accepted: reader.number() };
    });
    if (!first) throw new DamagedBytesError();
    return {
      ...{ name, isLocal: this.isLocal, isOdd: this.isOdd, not },
      ...{ shown, labels: [first, ...others], count: this.#mentions },
      ...(record !== undefined && { record }),
      ...(link !== '' && { link }),
      ...(guess !== '' && { guess }),
    };
  }

  /** All that are left. */
  rest(): PackedEntity[] {
    const found: PackedEntity[] = [];
    while (this.next()) found.push(this.whole());
    return found;
  }
}

/** Pairs of records of which somebody has said that the first is not the second. */
export function notSameIn(entities: readonly PackedEntity[]): readonly (readonly [string, string])[] {
  return entities.flatMap(({ record, not }) =>
    not.flatMap((number): [string, string][] => {
      const other = entities[number]?.record;
      return record !== undefined && other !== undefined ? [[record, other]] : [];
    }),
  );
}
