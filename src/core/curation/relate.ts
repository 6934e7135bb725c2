import type { Relation } from '../annotation/annotation';
import { type LabelSet, ONTONOTES } from '../annotation/labelSet';
import type { Edit, Operation } from '../annotation/operation';
import { t } from '../l10n';
import { accept, type Decider, type Ground, shortened } from '../mentions/decide';
import type { Mention } from '../mentions/mention';

/** Who says a quotation: from the quotation to a mention of the speaker. */
export const SPEAKER = 'speaker';

/** What a figure counts or measures: from the figure to the thing. */
export const COUNTS = 'counts';

/**
 * Draws an arrow from one mention to another. Those that nobody has decided on are accepted by it. A quotation has one
 * speaker: an earlier arrow of that type goes.
 */
export function relate(ground: Ground, from: Mention, to: Mention, type: string, decider: Decider): Operation {
  const title = t('Relate “{0}” to “{1}”: {2}', shortened(from.text), shortened(to.text), type);
  const ends = [settled(ground, from, decider), settled(ground, to, decider)];
  const [source, target] = ends.map(({ id }) => id);
  if (from.key === to.key || source === undefined || target === undefined) return { title, edits: [] };
  const { relations } = ground.set;
  const isThere = relations.some((each) => each.from === source && each.to === target && each.type === type);
  if (isThere) return { title, edits: [] };
  const replaced = type === SPEAKER ? relations.filter((each) => each.from === source && each.type === type) : [];
  return {
    title,
    edits: ends.flatMap(({ edits }) => edits),
    relations: [
      ...replaced.map((before) => ({ before })),
      { after: { id: decider.newId(), type, from: source, to: target } },
    ],
  };
}

/** A mention as an end of an arrow: its annotation, made or accepted where it has to be. */
function settled(
  ground: Ground,
  mention: Mention,
  decider: Decider,
): { id: string | undefined; edits: readonly Edit[] } {
  const { edits } = accept(ground, [mention], decider);
  return { id: edits[0]?.after?.id ?? mention.annotation?.id, edits };
}

/** Takes arrows away. */
export function unrelate(relations: readonly Relation[]): Operation {
  const [first] = relations;
  const title =
    relations.length === 1 && first
      ? t('Remove the relation {0}', first.type)
      : t('Remove {0} relations', relations.length);
  return { title, edits: [], relations: relations.map((before) => ({ before })) };
}

/** An arrow as seen from one of its ends. */
export interface RelationEnd {
  readonly relation: Relation;
  /** Whether the arrow begins here. */
  readonly isOutgoing: boolean;
  readonly other: Mention;
}

/** A look-up of the arrows at mentions, both ways; those whose other end is not in the text are left out. */
export function relationEnds(
  mentions: readonly Mention[],
  relations: readonly Relation[],
): (mention: Mention) => readonly RelationEnd[] {
  if (relations.length === 0) return () => [];
  const byId = new Map(mentions.flatMap((mention) => (mention.annotation ? [[mention.annotation.id, mention]] : [])));
  const ends = new Map<string, RelationEnd[]>();
  const add = (id: string, end: RelationEnd) => {
    const list = ends.get(id);
    if (list) list.push(end);
    else ends.set(id, [end]);
  };
  for (const relation of relations) {
    const from = byId.get(relation.from);
    const to = byId.get(relation.to);
    if (to) add(relation.from, { relation, isOutgoing: true, other: to });
    if (from) add(relation.to, { relation, isOutgoing: false, other: from });
  }
  return ({ annotation }) => (annotation && ends.get(annotation.id)) ?? [];
}

/** Two ends in the order that relations between them have: a quotation and a figure come before a name. */
export function oriented(
  first: Mention,
  second: Mention,
  labels: LabelSet = ONTONOTES,
): readonly [from: Mention, to: Mention] {
  const rank = ({ label }: Mention) => RANKS[labels.of(label).group];
  return rank(second) < rank(first) ? [second, first] : [first, second];
}

const RANKS = Object.freeze({ quotation: 0, figure: 1, entity: 2 });

/** Types of relations that everybody has, and what they lead from. */
const USUAL: readonly string[] = [SPEAKER, COUNTS, 'part of', 'located in', 'works for', 'said to', 'about'];

/**
 * The types that an arrow between two mentions may have, the likeliest first: those that the label set allows, where it
 * says something about them. Only one where the labels leave no doubt.
 */
export function relationTypes(
  from: Mention,
  to: Mention,
  relations: readonly Relation[],
  labels: LabelSet = ONTONOTES,
): readonly string[] {
  const allowed = labels.of(from.label).relations;
  const fitting = allowed?.filter(({ to: ends }) => !ends || ends.includes(to.label)).map(({ type }) => type);
  if (fitting && fitting.length > 0) return fitting;
  const source = labels.of(from.label).group;
  const target = labels.of(to.label).group;
  if (source === 'quotation' && target === 'entity') return [SPEAKER];
  if (source === 'figure' && target === 'entity') return [COUNTS];
  const uses = new Map<string, number>();
  for (const { type } of relations) uses.set(type, (uses.get(type) ?? 0) + 1);
  const used = [...uses].sort(([, a], [, b]) => b - a).map(([type]) => type);
  return [...new Set([...used, ...USUAL.filter((type) => type !== SPEAKER || source === 'quotation')])];
}
