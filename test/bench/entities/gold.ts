import { readJsonLines } from '../support/sharedData';

/** A name as annotators marked it, or as a recognizer found it. Offsets are UTF-16 code units. */
export interface Name {
  readonly start: number;
  readonly end: number;
  /** PERSON, ORG, PLACE, NORP, EVENT or OTHER. */
  readonly type: string;
  /** From 0 to 1, of a name that was found. */
  readonly confidence?: number;
}

/** A text with its names. */
export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly Name[];
}

/** A dev set: one file of gold data. */
export interface GoldSet {
  readonly name: string;
  readonly documents: readonly GoldDocument[];
}

/** The dev files under the data folder's `entities`, news first. */
const FILES: Readonly<Record<string, readonly [folder: string, file: string]>> = {
  wwn: ['measure-only', 'dev.news.wwn.jsonl'],
  'news.gum': ['dev', 'news.gum.jsonl'],
  'news.re3d-pd': ['dev', 'news.re3d-pd.jsonl'],
  'news.re3d-ogl': ['dev', 'news.re3d-ogl.jsonl'],
  'other.gum-by': ['dev', 'other.gum-by.jsonl'],
  'other.gum-bysa': ['dev', 'other.gum-bysa.jsonl'],
  'other.wikigold': ['dev', 'other.wikigold.jsonl'],
  'other.redocred': ['dev', 'other.redocred.jsonl'],
  'other.crossner': ['dev', 'other.crossner-politics.jsonl'],
  'other.ewt': ['dev', 'other.ewt.jsonl'],
  'other.btc': ['dev', 'other.btc.jsonl'],
  'other.wnut17': ['dev', 'other.wnut17.jsonl'],
  'other.re3d-bysa': ['dev', 'other.re3d-bysa.jsonl'],
};

/** The sets that the quick run and the variants use. */
export const NEWS: readonly string[] = ['wwn', 'news.gum'];

/**
 * Reads dev sets.
 * @param only names of sets, or parts of their names; all sets where missing
 */
export function readGoldSets(only: readonly string[] = []): GoldSet[] {
  const names = Object.keys(FILES).filter((name) => only.length === 0 || only.some((part) => name.includes(part)));
  if (names.length === 0) throw new Error(`No dev set is called so; there are: ${Object.keys(FILES).join(', ')}.`);
  return names.map((name) => {
    const [folder, file] = FILES[name] ?? ['', ''];
    return { name, documents: readJsonLines<GoldDocument>('entities', folder, file) };
  });
}
