import { KINDS } from '../../src/core/recognize/entities/gazetteer';
import { OUTSIDE } from '../../src/core/recognize/entities/tagger/labels';
import { NO_CLASSES } from '../../src/core/recognize/entities/tagger/lexicon';
import type { WordType } from '../../src/core/recognize/entities/tagger/wordTypes';
import type { Random } from '../../test/bench/support/random';
import type { GoldDocument, LabeledPassage } from './corpus';

/** How often a word of a name is made unknown in a copy. */
const UNKNOWN_SHARE = 0.6;
const EVERYDAY = KINDS.noun | KINDS.adjective | KINDS.small | KINDS.title;

/**
 * A copy in which many words of names are spelled like nothing known, so that the words around names, and the parts that
 * names are made of, are learned too; undefined where there is no name.
 */
export function withUnknownNames({ passage, labels }: LabeledPassage, random: Random): LabeledPassage | undefined {
  if (labels.every((label) => label === OUTSIDE)) return undefined;
  const types = passage.types.map((type, index) => {
    const isName = labels[index] !== OUTSIDE && type.isCapital && (type.kinds & EVERYDAY) === 0;
    return isName && random.next() < UNKNOWN_SHARE ? unknown(type, random) : type;
  });
  const matchKinds = passage.matchKinds.slice();
  types.forEach((type, index) => {
    if (type !== passage.types[index]) matchKinds.fill(0, passage.runFrom[index], passage.runTo[index]);
  });
  return { passage: { ...passage, types, matchKinds }, labels };
}

function unknown(type: WordType, random: Random): WordType {
  const lowerHash = random.below(0xffffffff);
  return {
    ...type,
    lowerHash,
    classes: NO_CLASSES,
    classHash: type.shapeHash,
    kinds: 0,
    near: [lowerHash, type.shapeHash],
    // The first is the spelling itself; prefixes and suffixes stay.
    own: type.own.slice(1),
  };
}

/** The document in small letters; undefined where that would move words. */
export function lowered(document: GoldDocument): GoldDocument | undefined {
  const text = document.text.toLowerCase();
  return text.length === document.text.length ? { ...document, text } : undefined;
}
