import type { Span } from '../text/span';
import type { EntityRef, InsightState } from './state';

/** A place in the text of an article. Offsets are UTF-16 code units. */
export interface Place extends Span {
  readonly path: string;
}

/** What a table says at one place: words, a number, or words that stand in the order of something else. */
export type Cell = string | number | OrderedWords;

export interface OrderedWords {
  readonly words: string;
  readonly order: string | number;
}

/** What a cell says. */
export function cellWords(cell: Cell): string {
  return typeof cell === 'object' ? cell.words : String(cell);
}

export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
  /** Its cells are sentences, which are read from the articles once it is known which rows are shown. */
  readonly isSentence?: boolean;
  /** Its cells name the row's entity. */
  readonly isEntity?: boolean;
  /** Its cells are long. */
  readonly isLong?: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Where in the text it is. */
  readonly place?: Place;
  /** The entity that has a profile of its own. */
  readonly entity?: EntityRef;
  /** The sentence that is to be shown, in the article of the place. */
  readonly sentence?: Span;
}

/** What a section says, for everybody: it is read out, searched and copied. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** How many there are in all, where not all are among the rows. */
  readonly total: number;
}

/** What can be gone to in a chart. */
export interface ChartItem {
  /** What a screen reader says, and what the mouse shows. */
  readonly title: string;
  readonly place?: Place;
  readonly entity?: EntityRef;
}

/** Counts over time. */
export interface TimeChart {
  readonly kind: 'time';
  readonly columns: readonly TimeColumn[];
}

export interface TimeColumn extends ChartItem {
  /** The period, EDTF. */
  readonly when: string;
  readonly count: number;
}

/** Counts side by side. */
export interface BarChart {
  readonly kind: 'bars';
  readonly bars: readonly Bar[];
}

export interface Bar extends ChartItem {
  readonly name: string;
  readonly count: number;
  readonly label: string;
}

/** Who is named with whom. The first node is the one in the middle. */
export interface NetworkChart {
  readonly kind: 'network';
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
}

export interface NetworkNode extends ChartItem {
  readonly name: string;
  readonly label: string;
  readonly count: number;
}

export interface NetworkEdge {
  /** Indices of nodes. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export type Chart = TimeChart | BarChart | NetworkChart;

/** A part of a view: a chart with what it says in a table, or a table alone. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly chart?: Chart;
  readonly table: Table;
  /** What a reader of it should know: what it leaves out, say. */
  readonly notes: readonly string[];
}

/** How a label is shown. */
export interface LabelLook {
  readonly id: string;
  readonly plural: string;
  /** Stem of its theme color. */
  readonly color: string;
  /** Its own colors, where a workspace gave it some. */
  readonly own?: { readonly light: string; readonly dark: string };
}

/** All that the page shows. Plain and JSON-able; its words are for people, in their language. */
export interface ViewModel {
  readonly state: InsightState;
  readonly title: string;
  /** Lines below the title. */
  readonly facts: readonly string[];
  readonly sections: readonly Section[];
  /** The labels among its items. */
  readonly labels: readonly LabelLook[];
  /** Labels to choose from. */
  readonly choices: readonly LabelLook[];
  /** Name of the article that can be looked at alone. */
  readonly article?: string;
  /** How much of the corpus is read, from 0 to 1. */
  readonly read: number;
  /** Whether there is a view to go back to. */
  readonly canGoBack: boolean;
}
