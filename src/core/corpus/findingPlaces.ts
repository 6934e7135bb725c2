import type { Inconsistency, Side } from './consistency';
import type { CorpusIndex } from './corpusIndex';
import { nameIn } from './entityKey';
import type { IndexedMention } from './indexedArticle';
import { readHead, unpackMentions } from './packedArticle';
import type { PackedEntity } from './packedEntities';

/** An inconsistency that is mended by choosing one of its sides. */
export type Choosable = Exclude<Inconsistency, { readonly kind: 'alike articles' }>;

/** The mentions of an article by which it is on some sides of a finding, in reading order. */
export function placesIn(
  index: CorpusIndex,
  path: string,
  finding: Choosable,
  sides: readonly Side[],
): readonly IndexedMention[] {
  const packed = index.packed(path);
  if (!packed) return [];
  const { entities } = readHead(packed);
  const says = new Set(sides.map(({ says: words }) => words));
  const own = new Set(entities.flatMap((entity, number) => (isOf(entity, finding, sides) ? [number] : [])));
  const mentions = unpackMentions(packed, (entity) => own.has(entity));
  return finding.kind === 'two labels' ? mentions.filter(({ label }) => says.has(label)) : mentions;
}

function isOf({ name, link, isLocal, isOdd }: PackedEntity, finding: Choosable, sides: readonly Side[]): boolean {
  // What is of its article alone says nothing about others.
  if (isLocal || isOdd) return false;
  switch (finding.kind) {
    case 'two labels':
      return nameIn(name) === finding.folded;
    case 'two links':
      return name === finding.form && sides.some(({ says }) => says === link);
    case 'alike names':
      return sides.some((side) => finding.forms[finding.sides.indexOf(side)] === name);
  }
}
