import { readJsonLines } from '../support/sharedData';

/** A mention of ../shared/data/entities; offsets are UTF-16 code units. */
export interface GoldMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: string;
  /** Mentions of one entity share it, within a document. */
  readonly cluster?: string | number;
  /** Title of the English Wikipedia's article. */
  readonly wiki?: string;
}

export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly GoldMention[];
}

export interface GoldPart {
  readonly name: string;
  readonly documents: readonly GoldDocument[];
}

/** The files that have clusters, by the names the bench gives them; the last part is for rules to be written on. */
const PARTS = {
  'gum news, dev': ['dev', 'news.gum.jsonl'],
  'gum other, dev': ['dev', 'other.gum-by.jsonl', 'other.gum-bysa.jsonl'],
  'redocred, dev': ['dev', 'other.redocred.jsonl'],
  'gum news, train': ['train', 'news.gum.jsonl'],
  'gum other, train': ['train', 'other.gum-by.jsonl', 'other.gum-bysa.jsonl'],
  'redocred, train': ['train', 'other.redocred.jsonl'],
} as const;

/** The documents with clustered names. */
export function readGold(): readonly GoldPart[] {
  return Object.entries(PARTS).map(([name, [folder, ...files]]) => ({
    name,
    documents: files.flatMap((file) => readJsonLines<GoldDocument>('entities', folder, file)),
  }));
}

/** Our label for each of the data's types. */
const LABELS: Readonly<Record<string, string>> = {
  PERSON: 'PERSON',
  ORG: 'ORG',
  PLACE: 'GPE',
  NORP: 'NORP',
  EVENT: 'EVENT',
  OTHER: 'PRODUCT',
};

export function labelOfType(type: string): string {
  return LABELS[type] ?? type;
}
