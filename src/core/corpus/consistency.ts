import { isMisspelt, SHORTEST_MISSPELT, sound } from '../curation/spelling';
import type { CorpusIndex } from './corpusIndex';
import { nameIn } from './entityKey';
import { NearDuplicates } from './nearDuplicates';
import { ToldApart } from './toldApart';

/** What articles of a corpus say that can't all be right, or should be said in one way. */
export type Inconsistency = TwoLabels | TwoLinks | AlikeNames | AlikeArticles;

/** One side of it: what these articles say. */
export interface Side {
  /** The label, the link, or the name. */
  readonly says: string;
  readonly articles: readonly string[];
  readonly mentions: number;
  /** How many of the mentions somebody has accepted. */
  readonly accepted: number;
}

/** A name that somebody has accepted under a label stands under another one elsewhere. */
export interface TwoLabels {
  readonly kind: 'two labels';
  readonly name: string;
  /** The name as it is compared: `vladimir putin`. */
  readonly folded: string;
  readonly sides: readonly Side[];
}

/** A name of one kind has two identifiers. */
export interface TwoLinks {
  readonly kind: 'two links';
  readonly name: string;
  /** Kind and name as they are compared: `PERSON|vladimir putin`. */
  readonly form: string;
  readonly sides: readonly Side[];
}

/** Two names of one kind that are probably spellings of one. */
export interface AlikeNames {
  readonly kind: 'alike names';
  readonly name: string;
  /** Kind and name of each side, in their order. */
  readonly forms: readonly string[];
  readonly label: string;
  readonly sides: readonly Side[];
}

/** Articles that have most of their words in common. */
export interface AlikeArticles {
  readonly kind: 'alike articles';
  readonly name: string;
  readonly articles: readonly string[];
}

/** After so many articles or names other work gets its turn. */
const SLICE = 500;

/** What is known of a kind and name. */
interface Form {
  readonly form: string;
  readonly sides: Map<string, Gathered>;
  shown: string;
  label: string;
}

interface Gathered {
  readonly articles: string[];
  mentions: number;
  accepted: number;
}

/**
 * Finds what is inconsistent over all articles. Time grows with their number and that of the names; names are held against
 * each other only where they sound alike or come to the same by leaving a letter out. Of each kind, those that concern most
 * articles come first.
 * @param pause lets other work run; awaited every few hundred articles
 */
export async function findInconsistencies(
  index: CorpusIndex,
  pause: () => Promise<void> = async () => undefined,
): Promise<readonly Inconsistency[]> {
  const forms = new Map<string, Form>();
  const byLabel = new Map<string, Form>();
  const duplicates = new NearDuplicates();
  const two = new ToldApart();
  let seen = 0;
  for (const { path, fingerprint, entities } of index.heads()) {
    if (++seen % SLICE === 0) await pause();
    duplicates.addSignature(path, fingerprint);
    two.add(entities);
    for (const { name, link = '', isLocal, isOdd, shown, labels } of entities) {
      if (isLocal || isOdd) continue;
      for (const counts of labels) {
        const said = { path, shown, ...counts };
        gather(forms, name, link, said);
        gather(byLabel, nameIn(name), counts.label, said);
      }
    }
  }
  await pause();
  return [
    ...ranked(twoLabels(byLabel)).filter(({ folded, sides }) => !two.hasAll(sides, (label) => `${label}|${folded}`)),
    ...ranked(twoLinks(forms)).filter(({ form, sides }) => !two.hasAll(sides, (link) => `${form}\n${link}`)),
    ...ranked(await alikeNames(forms, pause)).filter(({ forms: [one = '', other = ''] }) => !two.has(one, other)),
    ...alikeArticles(index, duplicates),
  ];
}

function gather(
  forms: Map<string, Form>,
  form: string,
  says: string,
  said: {
    readonly path: string;
    readonly shown: string;
    readonly label: string;
    readonly count: number;
    readonly accepted: number;
  },
): void {
  const known = forms.get(form) ?? { form, sides: new Map<string, Gathered>(), shown: said.shown, label: said.label };
  forms.set(form, known);
  const side = known.sides.get(says) ?? { articles: [], mentions: 0, accepted: 0 };
  known.sides.set(says, side);
  if (side.articles.at(-1) !== said.path) side.articles.push(said.path);
  side.mentions += said.count;
  side.accepted += said.accepted;
}

/** The sides of a form, those that people stand behind first, then those of most articles. */
function sidesOf({ sides }: Form): readonly Side[] {
  return [...sides]
    .map(([says, side]) => ({ says, ...side }))
    .sort((a, b) => b.accepted - a.accepted || b.articles.length - a.articles.length || (a.says < b.says ? -1 : 1));
}

function twoLabels(byLabel: ReadonlyMap<string, Form>): readonly TwoLabels[] {
  return [...byLabel.values()].flatMap((form): TwoLabels[] => {
    const sides = form.sides.size < 2 ? [] : sidesOf(form);
    const isDecided = (sides[0]?.accepted ?? 0) > 0;
    return isDecided ? [{ kind: 'two labels', name: form.shown, folded: form.form, sides }] : [];
  });
}

function twoLinks(forms: ReadonlyMap<string, Form>): readonly TwoLinks[] {
  return [...forms.values()].flatMap((form): TwoLinks[] => {
    const sides = form.sides.size < 2 ? [] : sidesOf(form).filter(({ says }) => says !== '');
    return sides.length < 2 ? [] : [{ kind: 'two links', name: form.shown, form: form.form, sides }];
  });
}

async function alikeNames(
  forms: ReadonlyMap<string, Form>,
  pause: () => Promise<void>,
): Promise<readonly AlikeNames[]> {
  const byKey = new Map<string, Form[]>();
  const found = new Map<string, AlikeNames>();
  let seen = 0;
  for (const form of forms.values()) {
    if (++seen % SLICE === 0) await pause();
    for (const key of keysOf(form.form)) {
      const others = byKey.get(key);
      if (!others) byKey.set(key, [form]);
      else if (others.length < MOST_ALIKE) {
        for (const other of others) {
          const pair = `${other.form}\n${form.form}`;
          if (!found.has(pair) && areAlike(other, form)) found.set(pair, pairOf(other, form));
        }
        others.push(form);
      }
    }
  }
  return [...found.values()];
}

/** More names than this under one key are no misspellings, but a family of names. */
const MOST_ALIKE = 20;

/** What alike names have in common: their sound, or the name with a letter left out (Garbe's SymSpell, 2012). */
function* keysOf(form: string): Iterable<string> {
  const at = form.indexOf('|') + 1;
  const [kind, name] = [form.slice(0, at), form.slice(at)];
  if (name.length < SHORTEST_MISSPELT || name.length > 60 || /\d/.test(name)) return;
  yield `${kind}${sound(name)}\n`;
  yield form;
  for (let index = 0; index < name.length; index++)
    if (name[index] !== name[index - 1]) yield `${kind}${name.slice(0, index)}${name.slice(index + 1)}`;
}

function areAlike(a: Form, b: Form): boolean {
  const [one, other] = [nameIn(a.form), nameIn(b.form)];
  const links = (form: Form) => [...form.sides.keys()].filter((link) => link !== '');
  // Two identifiers say that they are two.
  if (links(a).length > 0 && links(b).length > 0) return false;
  return sound(one) === sound(other) || isMisspelt(one, other);
}

function pairOf(a: Form, b: Form): AlikeNames {
  const [own, other] = [wholeOf(a), wholeOf(b)];
  const isFirst = own.articles.length >= other.articles.length;
  const [first, second] = isFirst ? [a, b] : [b, a];
  return {
    kind: 'alike names',
    name: first.shown,
    forms: [first.form, second.form],
    label: first.label,
    sides: isFirst ? [own, other] : [other, own],
  };
}

/** All that is said of a form, as one side. */
function wholeOf({ sides, shown }: Form): Side {
  const [only, ...others] = sides.values();
  // Most have one: a name that has many kin is not to be gone through with each of them.
  if (only && others.length === 0) return { says: shown, ...only };
  const all = [...sides.values()];
  const sum = (of: (side: Gathered) => number) => all.reduce((total, side) => total + of(side), 0);
  return {
    says: shown,
    articles: [...new Set(all.flatMap(({ articles }) => articles))],
    mentions: sum(({ mentions }) => mentions),
    accepted: sum(({ accepted }) => accepted),
  };
}

function alikeArticles(index: CorpusIndex, duplicates: NearDuplicates): readonly AlikeArticles[] {
  const groups = new Map<string, string[]>();
  for (const [path, group] of duplicates.groups()) {
    const known = groups.get(group);
    if (known) known.push(path);
    else groups.set(group, [path]);
  }
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .sort((a, b) => b.length - a.length)
    .map((articles) => ({ kind: 'alike articles', name: index.entry(articles[0] ?? '')?.title ?? '', articles }));
}

/** Those that concern most articles first. */
function ranked<T extends { readonly sides: readonly Side[] }>(found: readonly T[]): readonly T[] {
  const weight = ({ sides }: T) =>
    sides.reduce((sum, { articles, accepted }) => sum + articles.length + accepted * 10, 0);
  const weighed = found.map((finding) => [finding, weight(finding)] as const);
  return weighed.sort(([, a], [, b]) => b - a).map(([finding]) => finding);
}
