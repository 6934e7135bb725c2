import type { Language } from '../language';
import { GROUPS } from './groups';
import { NO_NAMES, ORGANIZATIONS } from './organizations';
import { EVENTS, GOVERNED, UNGOVERNED } from './places';

/** What is known of names, from our tables and the language library's word list together. Names in any case. */
export interface NameLore {
  /** The label of a whole name, where some list holds it. */
  labelOf(name: string): string | undefined;
  /** Whether some list holds a name. */
  isName(name: string): boolean;
  isFirstName(word: string): boolean;
  isSurname(word: string): boolean;
  /** Whether a word is an everyday word too. */
  isCommon(word: string): boolean;
  /** Whether it is a noun or adjective that can begin a name: "Central Bank", "Defense Ministry". */
  isNominal(word: string): boolean;
  /** Whether it is grammar only: "the", "with", "although". */
  isGrammar(word: string): boolean;
  isCalendar(word: string): boolean;
}

const NAME_TAGS =
  /^(?:MaleName|FemaleName|FirstName|LastName|Person|ProperNoun|City|Country|Region|Place|Organization|Demonym|SportsTeam|Acronym|Abbreviation|Honorific)$/;
const GRAMMAR_TAGS =
  /^(?:Determiner|Pronoun|Preposition|Conjunction|Modal|Copula|Possessive|Reflexive|QuestionWord|Condition|Negative|Expression|Adverb)$/;
const NOMINAL_TAGS = /^(?:Noun|Singular|Plural|Uncountable|Adjective|Actor|Infinitive|PresentTense|Ordinal|Demonym)$/;

const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)$/i;

/** Joins the tables with a word list. */
export function nameLore(language: Language): NameLore {
  const tagsOf = (word: string): readonly string[] => language.tagsOf(word.toLowerCase().replaceAll('’', "'"));
  const has = (word: string, tags: RegExp) => tagsOf(word).some((tag) => tags.test(tag));
  const commonTags = (word: string) => tagsOf(word).filter((tag) => !NAME_TAGS.test(tag));
  const stems = (word: string) => [word, ...stemsOf(word.toLowerCase())];

  function fromWordList(name: string): string | undefined {
    const tags = tagsOf(name);
    if (tags.some((tag) => /^(?:Country|City|Region)$/.test(tag))) return 'GPE';
    if (tags.includes('Demonym')) return 'NORP';
    if (tags.some((tag) => /^(?:Organization|SportsTeam)$/.test(tag))) return name.length > 3 ? 'ORG' : undefined;
    if (tags.includes('Place') && name.length > 4) return 'LOC';
    return tags.includes('Person') && name.includes(' ') ? 'PERSON' : undefined;
  }

  function labelOf(name: string): string | undefined {
    const lower = name.toLowerCase().replaceAll('’', "'");
    if (GROUPS.has(lower) || isPluralOf(GROUPS, lower)) return 'NORP';
    if (GOVERNED.has(lower)) return 'GPE';
    if (UNGOVERNED.has(lower)) return 'LOC';
    if (ORGANIZATIONS.has(lower)) return 'ORG';
    if (EVENTS.has(lower)) return 'EVENT';
    if (NO_NAMES.has(lower)) return undefined;
    return fromWordList(lower);
  }

  return Object.freeze({
    labelOf,
    isName: (name: string) => labelOf(name) !== undefined,
    isFirstName: (word: string) => has(word, /^(?:MaleName|FemaleName|FirstName)$/),
    isSurname: (word: string) => has(word, /^LastName$/),
    isCommon: (word: string) => stems(word).some((stem) => commonTags(stem).length > 0),
    isNominal: (word: string) => stems(word).some((stem) => has(stem, NOMINAL_TAGS)) && !has(word, GRAMMAR_TAGS),
    isGrammar: (word: string) => has(word, GRAMMAR_TAGS) || /n't$|'(?:re|ve|ll|d|m)$/i.test(word),
    isCalendar: (word: string) => CALENDAR.test(word),
  });
}

function isPluralOf(names: ReadonlySet<string>, lower: string): boolean {
  if (!lower.endsWith('s')) return false;
  return names.has(lower.slice(0, -1)) || (lower.endsWith('ies') && names.has(`${lower.slice(0, -3)}y`));
}

/** Everyday words that an inflected one may come from. */
function stemsOf(word: string): string[] {
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`];
  if (/(?:s|x|ch|sh)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)];
  if (word.endsWith('s') && !word.endsWith('ss')) return [word.slice(0, -1)];
  if (word.endsWith('ing')) return [word.slice(0, -3), `${word.slice(0, -3)}e`];
  if (word.endsWith('ed')) return [word.slice(0, -2), word.slice(0, -1)];
  return word.endsWith('ly') ? [word.slice(0, -2)] : [];
}
