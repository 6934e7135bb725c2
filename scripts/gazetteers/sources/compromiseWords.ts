import compromise from 'compromise/two';
import { KINDS } from '../../../src/core/recognize/entities/gazetteer';
import type { Entries } from '../entries';

/** What compromise's tags are to us; a tag that is not here says nothing about names. */
const BY_TAG: Readonly<Record<string, number>> = {
  MaleName: KINDS.given,
  FemaleName: KINDS.given,
  FirstName: KINDS.given,
  LastName: KINDS.surname,
  Person: KINDS.person,
  City: KINDS.city,
  Country: KINDS.country,
  Region: KINDS.region,
  Place: KINDS.location,
  Organization: KINDS.organization,
  SportsTeam: KINDS.organization,
  School: KINDS.organization,
  Demonym: KINDS.group,
  Honorific: KINDS.title,
  Noun: KINDS.noun,
  Singular: KINDS.noun,
  Plural: KINDS.noun,
  Uncountable: KINDS.noun,
  Actor: KINDS.noun,
  Infinitive: KINDS.verb,
  PresentTense: KINDS.verb,
  PastTense: KINDS.verb,
  Gerund: KINDS.verb,
  Participle: KINDS.verb,
  PhrasalVerb: KINDS.verb,
  Adjective: KINDS.adjective,
  Comparable: KINDS.adjective,
  Comparative: KINDS.adjective,
  Superlative: KINDS.adjective,
  Determiner: KINDS.small,
  Pronoun: KINDS.small,
  Preposition: KINDS.small,
  Conjunction: KINDS.small,
  Modal: KINDS.small,
  Copula: KINDS.small,
  Possessive: KINDS.small,
  Reflexive: KINDS.small,
  QuestionWord: KINDS.small,
  Condition: KINDS.small,
  Negative: KINDS.small,
  Expression: KINDS.small,
  Adverb: KINDS.small,
};

const EVERYDAY = KINDS.noun | KINDS.verb | KINDS.adjective | KINDS.small;

interface Model {
  readonly one: { readonly lexicon: Readonly<Record<string, string | string[]>> };
}

/** compromise's lexicon (MIT): its names, and everyday words with their inflections. */
export function addCompromiseWords(entries: Entries): void {
  // The library types its model as a bare object.
  const { lexicon } = (compromise.model() as Model).one;
  for (const [word, tags] of Object.entries(lexicon)) {
    const kinds = [tags].flat().reduce((set, tag) => set | (BY_TAG[tag] ?? 0), 0);
    if (kinds === 0) continue;
    const isEveryday = (kinds & EVERYDAY) !== 0 && !word.includes(' ');
    const isWord = isEveryday || (kinds & ~EVERYDAY) !== 0;
    // A lone "Person" is somebody known by one name ("Drake"); of several words, a whole person.
    const known = (kinds & KINDS.person) !== 0 && !word.includes(' ') ? (kinds & ~KINDS.person) | KINDS.surname : kinds;
    if (isWord) entries.add(word, isEveryday ? known | KINDS.frequent : known & ~EVERYDAY);
  }
}
