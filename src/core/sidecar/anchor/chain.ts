/** One of the places where an item may stand now. */
export interface Link {
  /** Offset in the new text, in the unit of the items' old offsets. */
  readonly at: number;
  /** What speaks for it, as the binary logarithm of a likelihood ratio. */
  readonly score: number;
}

/** Something that stood in the old text and is looked for in the new one. */
export interface ChainItem<T extends Link> {
  /** Where it stood. */
  readonly start: number;
  /**
   * Where it may stand now.
   * @param expected places where it should be if it moved as far as things before it
   */
  links(expected: readonly number[]): readonly T[];
}

/** The most likely place of an item, all others taken into account. */
export interface Choice<T extends Link> {
  readonly link: T;
  /** How much likelier (binary logarithm) the best reading of the whole is with this place than without it. */
  readonly margin: number;
}

/** What it costs to take an item for gone. */
const GONE = 5;

/** What it costs that something moved out of its order, as a paragraph does that was cut and pasted. */
const JUMP = 12;

/** What it costs that two things stand in one place now that stood apart: so much that it never happens. */
const SAME_PLACE = 60;

/**
 * A place that has so much less to speak for it than another of the same item is never the better one: taking the other
 * costs at most two jumps more.
 */
const HOPELESS = 2 * JUMP + 8;

/** How many different shifts are followed past items that may be gone. */
const CARRIED = 8;

interface Node<T extends Link> {
  readonly link?: T;
  /** Where the last item that is not gone stood and stands. */
  readonly old: number;
  readonly at: number;
  readonly own: number;
  forward: number;
  backward: number;
}

/**
 * Chooses a place for each item so that the whole is most likely: items keep their order and their distances, unless
 * something was inserted or deleted between them or a part of the text was moved. This is the Viterbi algorithm, run
 * in both directions, which tells for each choice by how much the best reading without it is worse.
 *
 * @param items in their old order
 * @param lengths of the old and the new text, where the old one's is known
 * @returns for each item its best place, or undefined where it is rather taken for gone
 */
export function chooseLinks<T extends Link>(
  items: readonly ChainItem<T>[],
  lengths?: { readonly before: number; readonly after: number },
): (Choice<T> | undefined)[] {
  const layers: Node<T>[][] = [];
  let previous: Node<T>[] = [{ old: 0, at: 0, own: 0, forward: 0, backward: Number.NEGATIVE_INFINITY }];
  for (const item of items) {
    const layer = nextLayer(item, previous);
    layers.push(layer);
    previous = layer;
  }
  for (const node of previous) node.backward = lengths ? -moveCost(node, lengths.before, lengths.after) : 0;
  for (let index = layers.length - 1; index > 0; index--)
    goBack(layers[index - 1] ?? [], layers[index] ?? [], items[index]);
  return layers.map(choose);
}

function nextLayer<T extends Link>(item: ChainItem<T>, previous: readonly Node<T>[]): Node<T>[] {
  const expected = [...new Set(previous.map((node) => node.at + item.start - node.old))];
  const layer: Node<T>[] = [];
  const links = item.links(expected);
  const least = links.reduce((best, { score }) => Math.max(best, score), Number.NEGATIVE_INFINITY) - HOPELESS;
  for (const link of links) {
    if (link.score < least) continue;
    let forward = Number.NEGATIVE_INFINITY;
    for (const node of previous) forward = Math.max(forward, node.forward - moveCost(node, item.start, link.at));
    const own = link.score;
    layer.push({ link, old: item.start, at: link.at, own, forward: forward + own, backward: Number.NEGATIVE_INFINITY });
  }
  const shifts = new Set<number>();
  for (const node of [...previous].sort((a, b) => b.forward - a.forward)) {
    const shift = node.at - node.old;
    if (shifts.has(shift)) continue;
    shifts.add(shift);
    const { old, at } = node;
    layer.push({ old, at, own: -GONE, forward: node.forward - GONE, backward: Number.NEGATIVE_INFINITY });
    if (shifts.size === CARRIED) break;
  }
  return layer;
}

function goBack<T extends Link>(
  layer: readonly Node<T>[],
  next: readonly Node<T>[],
  item: ChainItem<T> | undefined,
): void {
  const start = item?.start ?? 0;
  for (const node of layer) {
    for (const { link, at, old, own, backward } of next) {
      if (!link && at - old !== node.at - node.old) continue;
      const cost = link ? moveCost(node, start, at) : 0;
      node.backward = Math.max(node.backward, own + backward - cost);
    }
  }
}

function choose<T extends Link>(layer: readonly Node<T>[]): Choice<T> | undefined {
  let best: Node<T> | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  let secondScore = Number.NEGATIVE_INFINITY;
  let goneScore = Number.NEGATIVE_INFINITY;
  for (const node of layer) {
    const score = node.forward + node.backward;
    if (!node.link) goneScore = Math.max(goneScore, score);
    else if (score > bestScore) {
      secondScore = bestScore;
      bestScore = score;
      best = node;
    } else secondScore = Math.max(secondScore, score);
  }
  const margin = bestScore - Math.max(secondScore, goneScore);
  return best?.link && margin > 0 ? { link: best.link, margin } : undefined;
}

/** What it costs to go from one place to the next, for what stood at `start` and stands `at` now. */
function moveCost(
  { old, at: lastAt }: { readonly old: number; readonly at: number },
  start: number,
  at: number,
): number {
  const before = start - old;
  const after = at - lastAt;
  if (before === after) return 0;
  if (before > 0 && after === 0) return SAME_PLACE;
  if (after < 0) return JUMP;
  return Math.min(JUMP, 2 + 0.8 * Math.log2(1 + Math.abs(after - before)));
}
