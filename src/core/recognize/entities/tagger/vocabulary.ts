import type { Gazetteer } from '../gazetteer';
import type { Lexicon } from './lexicon';
import { type WordType, wordType } from './wordTypes';

/** Word types that were met, by their spelling. */
export interface Vocabulary {
  readonly gazetteer: Gazetteer;
  typeOf(text: string): WordType;
  /** The type of a word in a passage whose capitals say nothing. */
  caselessTypeOf(text: string): WordType;
}

/** Spellings to remember: a novel has fewer. */
const MOST_REMEMBERED = 50_000;

/** A vocabulary that begins anew when it has grown too large, so that no text can fill the memory. */
export function createVocabulary(lexicon: Lexicon, limit = MOST_REMEMBERED): Vocabulary {
  const cased = new Map<string, WordType>();
  const caseless = new Map<string, WordType>();

  function remember(types: Map<string, WordType>, text: string, type: WordType): WordType {
    if (types.size >= limit) types.clear();
    types.set(text, type);
    return type;
  }

  return Object.freeze({
    gazetteer: lexicon.gazetteer,
    typeOf: (text: string) => cased.get(text) ?? remember(cased, text, wordType(text, lexicon)),
    caselessTypeOf: (text: string) =>
      caseless.get(text) ?? remember(caseless, text, { ...wordType(text.toLowerCase(), lexicon), isCaseless: true }),
  });
}
