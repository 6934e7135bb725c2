/** One of the places where an item may stand now. */
export interface Link {
  /** Offset in the new text, in the unit of the items' old offsets. */
  readonly at: number;
  /** What speaks for it, as the binary logarithm of a likelihood ratio. */
  readonly score: number;
  /** What speaks for it besides where it is in the order of all: rare words hardly come there by chance. */
  readonly inOrder: number;
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

/** What it costs that one thing alone moved out of its order, and all that follows goes on as if it had not. */
const EXCURSION = 14;

/** What it costs that two things stand in one place now that stood apart: so much that it never happens. */
const SAME_PLACE = 60;

/**
 * A place that has so much less to speak for it than another of the same item is never the better one: taking the other
 * costs at most two jumps more.
 */
const HOPELESS = 2 * JUMP + 8;

/** Where the chain begins: in front of the text, for its first unit may be an item's. */
const BEFORE_ALL = -1;

/**
 * A state that is so much less likely than another is not followed past an item that may be gone: from the other, a jump
 * leads to all that it leads to.
 */
const DOMINATED = JUMP + 8;

/** How many different shifts are followed past items that may be gone. */
const CARRIED = 8;

/**
 * How many places of one item are followed, the likeliest ones: the same words again and again, with nothing around them
 * that would tell one from the other, may stand in any of as many places.
 */
const FOLLOWED = 24;

/** One state in which the reading may be after an item. */
interface Node<T extends Link> {
  /** The item's place; without it the item is gone, or stands somewhere by itself. */
  readonly link?: T;
  /** Where the last item that is in the order of all stood and stands. */
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
  let previous: Node<T>[] = [
    { old: BEFORE_ALL, at: BEFORE_ALL, own: 0, forward: 0, backward: Number.NEGATIVE_INFINITY },
  ];
  for (const item of items) {
    const expected = [...new Set(previous.map((node) => node.at + item.start - node.old))];
    const links = item.links(expected);
    const layer = nextLayer(item.start, links, previous);
    layers.push(layer);
    previous = layer;
  }
  for (const node of previous) node.backward = lengths ? -moveCost(node, lengths.before, lengths.after, 0) : 0;
  for (let index = layers.length - 1; index > 0; index--)
    goBack(layers[index - 1] ?? [], layers[index] ?? [], items[index]);
  return layers.map(choose);
}

function nextLayer<T extends Link>(start: number, links: readonly T[], previous: readonly Node<T>[]): Node<T>[] {
  let layer: Node<T>[] = [];
  const least = links.reduce((best, { score }) => Math.max(best, score), Number.NEGATIVE_INFINITY) - HOPELESS;
  for (const link of links) {
    if (link.score < least) continue;
    let forward = Number.NEGATIVE_INFINITY;
    for (const node of previous)
      forward = Math.max(forward, node.forward - moveCost(node, start, link.at, link.inOrder));
    const own = link.score;
    layer.push({ link, old: start, at: link.at, own, forward: forward + own, backward: Number.NEGATIVE_INFINITY });
  }
  if (layer.length > FOLLOWED) layer = layer.sort((a, b) => b.forward - a.forward).slice(0, FOLLOWED);
  const bestAlone = links.reduce((best, { score }) => Math.max(best, score - EXCURSION), -GONE);
  const best = previous.reduce((most, { forward }) => Math.max(most, forward), Number.NEGATIVE_INFINITY);
  const carried = previous.filter(({ forward }) => forward >= best - DOMINATED);
  if (carried.length > 1) carried.sort((a, b) => b.forward - a.forward);
  const shifts: number[] = [];
  for (const node of carried) {
    const shift = node.at - node.old;
    if (shifts.includes(shift)) continue;
    shifts.push(shift);
    const { old, at } = node;
    const forward = node.forward + bestAlone;
    layer.push({ old, at, own: bestAlone, forward, backward: Number.NEGATIVE_INFINITY });
    if (shifts.length === CARRIED) break;
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
      const cost = link ? moveCost(node, start, at, link.inOrder) : 0;
      node.backward = Math.max(node.backward, own + backward - cost);
    }
  }
}

function choose<T extends Link>(layer: readonly Node<T>[]): Choice<T> | undefined {
  let elsewhere = Number.NEGATIVE_INFINITY;
  for (const { link, own, forward, backward } of layer)
    if (!link) elsewhere = Math.max(elsewhere, forward + backward - own);
  let best: T | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  let secondScore = elsewhere - GONE;
  for (const { link, forward, backward } of layer) {
    if (!link) continue;
    const score = Math.max(forward + backward, elsewhere + link.score - EXCURSION);
    if (score > bestScore) {
      secondScore = Math.max(secondScore, bestScore);
      bestScore = score;
      best = link;
    } else secondScore = Math.max(secondScore, score);
  }
  const margin = bestScore - secondScore;
  return best && margin > 0 ? { link: best, margin } : undefined;
}

/** What it costs to go from one place to the next, for what stood at `start` and stands `at` now; less than 0 is a gain. */
function moveCost(
  { old, at: lastAt }: { readonly old: number; readonly at: number },
  start: number,
  at: number,
  inOrder: number,
): number {
  const before = start - old;
  const after = at - lastAt;
  if (before === after) return -inOrder;
  if (before > 0 && after === 0) return SAME_PLACE;
  if (after < 0) return JUMP;
  return Math.min(JUMP, 2 + 0.8 * Math.log2(1 + Math.abs(after - before)) - inOrder);
}
