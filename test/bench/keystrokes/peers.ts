/**
 * What the same gold costs in other tools, counted from the steps that their documentation tells. A key is one, a click
 * is one, a double click or a drag (button down at one end, up at the other) is two; modifiers, scrolling, moving the
 * mouse and waiting are not counted. Where a tool has several ways, the quickest counts; where its documentation leaves a
 * step open, it counts for nothing. All labels have keys of their own.
 *
 * **brat** 1.3 (brat.nlplab.org/manual.html, features.html: marking is mouse-based): drag over the words, or double-click
 * a word (2); in the dialog, the type's key (1); Enter for OK (1). Changing one: double-click it (2), the type's key (1),
 * Enter (1). Removing one: double-click (2), Delete (1), confirm (1). Moving its edges: double-click (2), Move (1), drag
 * (2). Annotations that were there before count as right without a step.
 *
 * **doccano** 1.8 (doccano.github.io/doccano/tutorial): drag (2), the label's key in the menu that opens (1). Changing:
 * click it (1), choose the label (1). Removing: click it (1), remove (1). Other edges: remove and mark again. The article is
 * checked off at its end (1).
 *
 * **Label Studio** 1.x (labelstud.io/guide/labeling, guide/hotkeys): the label's key (1), drag or double-click (2).
 * Changing: click the region (1), the label's key (1). Removing: click it (1), Backspace (1). Other edges: remove and mark
 * again. Submit at the end (1).
 *
 * **Prodigy** (prodi.gy/docs/api-interfaces, ner_manual; recipe ner.correct for suggestions): the label's key, where the
 * label is another one than before (0 or 1); drag, or double-click a word (2). Removing: click the span (1). Changing, and
 * other edges: remove and mark again. Accept at the article's end (1).
 */

/** What there is to do in one article. */
export interface Work {
  /** Names in reading order, by type. */
  readonly types: readonly string[];
  /** Of those that a suggestion is wrong about, or that it misses: the type of each, in reading order. */
  readonly addedTypes: readonly string[];
  /** Suggestions that are right but for the type. */
  readonly relabeled: number;
  /** Types that those should have, in reading order. */
  readonly relabeledTypes: readonly string[];
  /** Suggestions whose edges are wrong; each stands for one name, which is not among the added ones. */
  readonly reshaped: number;
  /** Of those, how many have the wrong type as well. */
  readonly reshapedAndRelabeled: number;
  readonly reshapedTypes: readonly string[];
  /** Suggestions that stand for nothing. */
  readonly wrong: number;
}

export interface Peer {
  readonly name: string;
  /** Keys and clicks from the bare text. */
  readonly fromNothing: (work: Work) => number;
  /** Keys and clicks where our suggestions are there to begin with. */
  readonly fromSuggestions: (work: Work) => number;
}

export const PEERS: readonly Peer[] = [
  {
    name: 'brat',
    fromNothing: ({ types }) => 4 * types.length,
    fromSuggestions: (work) =>
      4 * work.addedTypes.length +
      4 * work.relabeled +
      5 * work.reshaped +
      4 * work.reshapedAndRelabeled +
      4 * work.wrong,
  },
  {
    name: 'doccano',
    fromNothing: ({ types }) => 3 * types.length + 1,
    fromSuggestions: (work) => 3 * work.addedTypes.length + 2 * work.relabeled + 5 * work.reshaped + 2 * work.wrong + 1,
  },
  {
    name: 'Label Studio',
    fromNothing: ({ types }) => 3 * types.length + 1,
    fromSuggestions: (work) => 3 * work.addedTypes.length + 2 * work.relabeled + 5 * work.reshaped + 2 * work.wrong + 1,
  },
  {
    name: 'Prodigy',
    fromNothing: ({ types }) => 2 * types.length + changes(types) + 1,
    fromSuggestions: (work) => {
      const marked = [...work.addedTypes, ...work.relabeledTypes, ...work.reshapedTypes];
      // One label after the other: then it changes as seldom as can be.
      const keys = new Set(marked).size;
      return 2 * marked.length + keys + work.relabeled + work.reshaped + work.wrong + 1;
    },
  },
];

/** How often the label changes on the way through the text, or, where that is less, one label after the other. */
function changes(types: readonly string[]): number {
  const along = types.filter((type, index) => type !== types[index - 1]).length;
  return Math.min(along, new Set(types).size);
}
