export const TREE_ORDERS = ['frequency', 'text', 'name'] as const;
export const TREE_GROUPINGS = ['label', 'status', 'annotator'] as const;

/** How the entity tree is laid out. */
export interface TreeChoice {
  /** Entities by how often they are mentioned (figures as they come), as they come in the text, or by name. */
  readonly order: (typeof TREE_ORDERS)[number];
  readonly groupBy: (typeof TREE_GROUPINGS)[number];
  /** Only what has these words in its name, its text or its note; empty for all. */
  readonly filter: string;
  /** Labels that are left out. */
  readonly hidden: ReadonlySet<string>;
}

export const USUAL_TREE: TreeChoice = Object.freeze({
  order: 'frequency',
  groupBy: 'label',
  filter: '',
  hidden: new Set<string>(),
});
