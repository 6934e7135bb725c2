import { type LabelSet, ONTONOTES } from '../annotation/labelSet';
import type { ArticleStructure } from '../article/structure';
import { isShown, type Mention } from '../mentions/mention';
import { contains, type Span } from '../text/span';

/** A part of an article, or a mention in it. Spans are UTF-16 code units; children lie within. */
export interface OutlineNode extends Span {
  readonly name: string;
  /** The words that are selected when somebody goes there. */
  readonly selection: Span;
  readonly mention?: Mention;
  readonly children: readonly OutlineNode[];
}

interface Growing extends OutlineNode {
  readonly children: OutlineNode[];
}

/**
 * The outline of an article: headline and subheads with what is mentioned below them, what is mentioned in a quotation
 * below that. In reading order; linear time but for sorting.
 */
export function outlineOf(
  text: string,
  structure: ArticleStructure,
  mentions: readonly Mention[],
  labels: LabelSet = ONTONOTES,
): readonly OutlineNode[] {
  const sections = sectionsOf(text, structure);
  const roots: OutlineNode[] = [...sections];
  const open: Growing[] = [];
  let section = -1;
  for (const mention of mentions.filter(isShown).toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    while (section + 1 < sections.length && (sections[section + 1]?.start ?? 0) <= mention.start) section++;
    while (open.length > 0 && !(open.at(-1) && contains(open.at(-1) ?? mention, mention))) open.pop();
    const holder = open.at(-1) ?? sections[section];
    const node = nodeOf(mention);
    if (holder && contains(holder, mention)) holder.children.push(node);
    else roots.push(node);
    if (labels.of(mention.label).group === 'quotation') open.push(node);
  }
  return roots.toSorted((a, b) => a.start - b.start);
}

function nodeOf(mention: Mention): Growing {
  const { start, end } = mention;
  const words = oneLine(mention.text);
  return { name: words === '' ? mention.label : words, start, end, selection: { start, end }, mention, children: [] };
}

/** Headline and subheads, each with all that follows up to the next. */
function sectionsOf(text: string, { headline, subheads, body }: ArticleStructure): Growing[] {
  const heads = [...(headline ? [headline] : []), ...subheads].toSorted((a, b) => a.start - b.start);
  return heads.map((head, index) => ({
    name: oneLine(text.slice(head.start, head.end)),
    start: head.start,
    end: heads[index + 1]?.start ?? Math.max(head.end, body.end),
    selection: head,
    children: [],
  }));
}

function oneLine(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= 100 ? line : `${[...line].slice(0, 99).join('')}…`;
}
