import type { KnowledgeBase, KnownEntity } from '../../../src/core/knowledge/knowledgeBase';
import { nameKey } from '../../../src/core/knowledge/nameIndex';

/** A title of Wikipedia: the name, and what tells it from others of that name. */
interface Title {
  readonly name: string;
  /** "Georgia_(country)", "Fort_Lee,_New_Jersey": "country", "New Jersey". */
  readonly qualifier: string;
}

export function titleOf(wiki: string): Title {
  const plain = decoded(wiki).replaceAll('_', ' ');
  const [, name = plain, inBrackets, behind] = /^(.+?)(?: \((.+)\)|, (.+))?$/.exec(plain) ?? [];
  return { name, qualifier: inBrackets ?? behind ?? '' };
}

function decoded(wiki: string): string {
  try {
    return decodeURIComponent(wiki);
  } catch {
    // A title may hold a percent sign of its own.
    return wiki;
  }
}

/**
 * Whether an entry is what an article of Wikipedia is about: it has the title's name, and what the title adds stands in its
 * description or facts. A title that adds nothing is the best known of its name.
 */
export function isAbout(entry: KnownEntity, wiki: string, base: KnowledgeBase): boolean {
  const { name, qualifier } = titleOf(wiki);
  const isNamed = [entry.name, ...entry.aliases].some((called) => nameKey(called) === nameKey(name));
  const whole = decoded(wiki).replaceAll('_', ' ');
  if ([entry.name, ...entry.aliases].some((called) => called === whole && qualifier !== '')) return true;
  if (!isNamed) return false;
  if (qualifier === '') return base.candidates(name, '')[0]?.id === entry.id;
  const said = [entry.description, ...entry.facts.map(({ value }) => value)].join(' ').toLowerCase();
  return qualifier
    .replace('U.S.', 'United States')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => word.length > 3 && said.includes(word));
}

/** The entry of the base that a title is about, whatever its name in the article; undefined where there is none. */
export function entryOf(wiki: string, base: KnowledgeBase): KnownEntity | undefined {
  const { name } = titleOf(wiki);
  const whole = decoded(wiki).replaceAll('_', ' ');
  return [...base.candidates(whole, ''), ...base.candidates(name, '')].find((entry) => isAbout(entry, wiki, base));
}
