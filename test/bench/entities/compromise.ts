import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Name } from './gold';
import type { System } from './system';

interface Term {
  readonly text: string;
  readonly post: string;
  readonly tags: readonly string[];
  readonly offset: { readonly start: number; readonly length: number };
}

interface View {
  json(options: object): readonly { readonly terms: readonly Term[] }[];
}

type Compromise = (text: string) => Readonly<Record<'people' | 'places' | 'organizations', () => View>>;

const VIEWS = [
  ['people', 'PERSON'],
  ['organizations', 'ORG'],
  ['places', 'PLACE'],
] as const;

/**
 * compromise with its own views of people, organizations and places, and what any user of it would do to them: titles
 * and possessive endings cut off, a list ("France, Serbia and Hungary") taken apart at its commas.
 */
export async function compromise(): Promise<System> {
  const file = path.resolve('test/bench/peers/node_modules/compromise/src/three.js');
  const { default: nlp } = (await import(pathToFileURL(file).href)) as { default: Compromise };
  return {
    name: 'compromise',
    find: (text) => {
      const read = nlp(text);
      return VIEWS.flatMap(([view, type]) =>
        read[view]()
          .json({ offset: true, terms: { offset: true } })
          .flatMap(({ terms }) => namesOf(terms, type)),
      );
    },
  };
}

function namesOf(terms: readonly Term[], type: string): Name[] {
  const names: Name[] = [];
  let name: Term[] = [];
  const close = () => {
    const found = nameOf(name, type);
    if (found) names.push(found);
    name = [];
  };
  for (const term of terms) {
    if (type === 'PERSON' && name.length === 0 && term.tags.includes('Honorific')) continue;
    name.push(term);
    if (/[,;:]/.test(term.post)) close();
  }
  close();
  return names;
}

function nameOf(terms: readonly Term[], type: string): Name | undefined {
  const first = terms[0];
  const last = terms.at(-1);
  if (!first || !last) return undefined;
  const words = last.text.replace(/['’]s?$/, '');
  return { start: first.offset.start, end: last.offset.start + words.length, type };
}
