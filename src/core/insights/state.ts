/** What the panel can show. */
export const VIEWS = ['profile', 'timeline', 'figures', 'frequent'] as const;
export type View = (typeof VIEWS)[number];

/** An entity as the whole corpus knows it. */
export interface EntityRef {
  /** The same in every article that mentions it. */
  readonly key: string;
  readonly name: string;
  readonly label: string;
}

/** By which column the rows of a section stand. */
export interface Sorting {
  readonly section: string;
  readonly column: number;
  readonly isDescending: boolean;
}

/** What a panel shows, JSON-able: it outlives the window, and the page may ask for another. */
export interface InsightState {
  readonly view: View;
  readonly scope: 'article' | 'corpus';
  /** Path of the article that is meant where the scope is an article. */
  readonly article?: string | undefined;
  readonly entity?: EntityRef | undefined;
  /** Only what is under this label. */
  readonly label?: string | undefined;
  /** Only rows that have these words. */
  readonly filter?: string | undefined;
  readonly sorting?: Sorting | undefined;
  /** How many rows a section shows. */
  readonly limit: number;
}

/** How many rows come at a time. */
export const ROWS = 100;

/** The most rows that a section shows; somebody who looks for one filters. */
export const MOST_ROWS = 2_000;
