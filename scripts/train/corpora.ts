/** A training file, and how much each of its passages counts. */
export interface Corpus {
  readonly name: string;
  readonly weight: number;
  /** Whether it marks nationalities and other groups. */
  readonly hasGroups: boolean;
}

/** All training files. What was annotated by machine counts less, for it is much and noisy. */
export const CORPORA: readonly Corpus[] = [
  { name: 'news.gmb', weight: 0.3, hasGroups: true },
  { name: 'news.gum', weight: 1, hasGroups: true },
  { name: 'news.re3d-by', weight: 1, hasGroups: true },
  { name: 'news.re3d-ogl', weight: 1, hasGroups: true },
  { name: 'news.re3d-pd', weight: 1, hasGroups: true },
  { name: 'other.gum-by', weight: 1, hasGroups: true },
  { name: 'other.gum-bysa', weight: 1, hasGroups: true },
  { name: 'other.re3d-bysa', weight: 1, hasGroups: true },
  { name: 'other.wikigold', weight: 1, hasGroups: true },
  { name: 'other.redocred', weight: 1, hasGroups: true },
  { name: 'other.crossner-politics', weight: 1, hasGroups: true },
  { name: 'other.ewt', weight: 1, hasGroups: false },
  { name: 'other.btc', weight: 1, hasGroups: false },
  { name: 'other.wnut17', weight: 1, hasGroups: false },
];
