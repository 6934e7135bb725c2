import { nameIn } from './entityKey';
import type { PackedEntity } from './packedEntities';

/** What somebody has said in some article not to be the same: by kind and name, by label and name, and by link. */
export class ToldApart {
  readonly #pairs = new Set<string>();

  add(entities: readonly PackedEntity[]): void {
    for (const entity of entities)
      for (const number of entity.not) {
        const other = entities[number];
        if (other) this.#note(entity, other);
      }
  }

  has(one: string, other: string): boolean {
    return this.#pairs.has(pairKey(one, other));
  }

  /** Whether each side is another thing than each other one. */
  hasAll(sides: readonly { readonly says: string }[], named: (says: string) => string): boolean {
    return sides.every((side, at) =>
      sides.slice(at + 1).every((other) => this.has(named(side.says), named(other.says))),
    );
  }

  #note(one: PackedEntity, other: PackedEntity): void {
    this.#pairs.add(pairKey(one.name, other.name));
    const names = ({ name, labels, link, guess }: PackedEntity) => [
      ...labels.map(({ label }) => `${label}|${nameIn(name)}`),
      `${name}\n${link ?? guess ?? ''}`,
    ];
    for (const a of names(one)) for (const b of names(other)) if (a !== b) this.#pairs.add(pairKey(a, b));
  }
}

const pairKey = (one: string, other: string) => (one < other ? `${one}\t${other}` : `${other}\t${one}`);
