import compromise from 'compromise/two';
import { nameLore } from '../../src/core/recognize/entities/nameLore';
import { ORGANIZATION_HEADS } from '../../src/core/recognize/entities/organizations';
import { PERSON_VERBS, ROLES, TITLES } from '../../src/core/recognize/entities/persons';
import {
  EVENT_HEADS,
  FACILITY_HEADS,
  GOVERNED_HEADS,
  LAW_HEADS,
  LOCATION_HEADS,
} from '../../src/core/recognize/entities/places';
import { type WordTable, wordTable } from '../../src/core/recognize/entities/tagger/wordTable';
import { loadLanguage } from '../../src/core/recognize/language';

const LABELS = ['PERSON', 'NORP', 'ORG', 'GPE', 'LOC', 'FAC', 'EVENT'];

/** The bit of words that name a nationality or another group. */
export const GROUP_KIND = 1 << LABELS.indexOf('NORP');

/** Kinds of words, by our lists and the language library's. */
export async function wordKinds(): Promise<WordTable> {
  const lore = nameLore(await loadLanguage());
  const lexicon = (compromise.model() as { one: { lexicon: Record<string, unknown> } }).one.lexicon;
  const all = new Set(Object.keys(lexicon));
  const entries = new Map<string, number>();
  for (const word of all) {
    const label = lore.labelOf(word);
    const tests = [
      ...LABELS.map((name) => label === name),
      false,
      lore.isFirstName(word),
      lore.isSurname(word),
      lore.isCommon(word),
      lore.isGrammar(word),
      TITLES.has(word.replace('.', '')),
      ROLES.has(word),
      PERSON_VERBS.has(word),
      ORGANIZATION_HEADS.has(word),
      LOCATION_HEADS.has(word),
      FACILITY_HEADS.has(word),
      EVENT_HEADS.has(word) || LAW_HEADS.has(word),
      GOVERNED_HEADS.has(word),
      lore.isCalendar(word),
    ];
    const set = tests.reduce((bits, test, bit) => bits | (test ? 1 << bit : 0), 0);
    if (set !== 0) entries.set(word, set);
  }
  return wordTable(entries);
}
