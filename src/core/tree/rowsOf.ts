import type { Annotation, AnnotationSet } from '../annotation/annotation';
import type { LabelSet } from '../annotation/labelSet';
import type { Label } from '../annotation/labels';
import { type RelationEnd, relationEnds } from '../curation/relate';
import type { Mention } from '../mentions/mention';
import { naturalOrder } from '../text/naturalOrder';
import type { EntityRow, GroupRow, LabelRow, MentionRow, OrphanRow, Row, SectionRow } from './row';
import type { TreeChoice } from './treeChoice';

/** What the tree shows of an article. */
export interface TreeContent {
  readonly mentions: readonly Mention[];
  readonly orphans: readonly Annotation[];
  readonly set: AnnotationSet;
  /** What the labels mean. */
  readonly labels: LabelSet;
}

/**
 * The tree of an article: groups, under them entities, under them mentions, under them relations; then rejections and
 * orphans. Linear time but for sorting.
 * @param article what every row says it is of
 */
export function rowsOf<A>(article: A, content: TreeContent, choice: TreeChoice): readonly Row<A>[] {
  return new Planter(article, content, choice).rows();
}

/** How many of a row's mentions are still undecided. */
export function undecidedIn<A>(row: Row<A>): number {
  return 'mentions' in row ? row.mentions.filter(({ status }) => status === 'suggested').length : 0;
}

/** Finds the row of a mention among these and the rows below them; looks through them once. */
export function mentionFinder<A>(rows: readonly Row<A>[]): (key: string) => MentionRow<A> | undefined {
  let byKey: Map<string, MentionRow<A>> | undefined;
  return (key) => {
    byKey ??= new Map(mentionRows(rows).map((row) => [row.mention.key, row]));
    return byKey.get(key);
  };
}

function mentionRows<A>(rows: readonly Row<A>[]): readonly MentionRow<A>[] {
  return rows.flatMap((row) => (row.kind === 'mention' ? [row] : 'children' in row ? mentionRows(row.children) : []));
}

type Group = readonly [Mention, ...Mention[]];

/** Makes the rows of one article. */
class Planter<A> {
  readonly #article: A;
  readonly #content: TreeContent;
  readonly #choice: TreeChoice;
  readonly #ends: (mention: Mention) => readonly RelationEnd[];
  readonly #fits: (...words: (string | undefined)[]) => boolean;

  constructor(article: A, content: TreeContent, choice: TreeChoice) {
    this.#article = article;
    this.#content = content;
    this.#choice = choice;
    this.#ends = relationEnds(content.mentions, content.set.relations);
    this.#fits = filterOf(choice.filter);
  }

  rows(): readonly Row<A>[] {
    const { hidden } = this.#choice;
    const wanted = this.#content.mentions.filter(
      (mention) => !hidden.has(mention.label) && this.#fits(mention.name, mention.text, mention.annotation?.note),
    );
    const standing = wanted.filter(({ status }) => status !== 'rejected');
    const rejected = wanted.filter(({ status }) => status === 'rejected');
    const orphans = this.#content.orphans.filter(
      ({ label, quote, note }) => !hidden.has(label) && this.#fits(quote, note),
    );
    return [
      ...this.#groups(standing),
      ...(rejected.length > 0 ? [this.#section('rejected', (parent) => this.#mentions(rejected, parent))] : []),
      ...(orphans.length > 0
        ? [this.#section('orphans', (parent) => orphans.map((annotation) => this.#orphan(annotation, parent)))]
        : []),
    ];
  }

  #groups(mentions: readonly Mention[]): readonly Row<A>[] {
    if (this.#choice.groupBy === 'label') {
      return byLabel(mentions, this.#content.labels).map(([label, group]) => this.#label(label, group));
    }
    const groups = groupBy(mentions, ({ status, annotation }) =>
      status === 'suggested'
        ? 'undecided'
        : this.#choice.groupBy === 'status'
          ? 'accepted'
          : `annotator ${annotation?.by ?? ''}`,
    );
    // What is undecided comes first, then people by their names.
    const keys = [...groups.keys()].sort(
      (a, b) => Number(b === 'undecided') - Number(a === 'undecided') || naturalOrder(a, b),
    );
    return keys.map((key) => this.#group(key, groups.get(key) ?? []));
  }

  #group(key: string, mentions: readonly Mention[]): GroupRow<A> {
    const children: Row<A>[] = [];
    const isPerson = key.startsWith('annotator ');
    const row: GroupRow<A> = {
      kind: 'group',
      id: `group ${key}`,
      article: this.#article,
      group: isPerson ? 'annotator' : key === 'undecided' ? 'undecided' : 'accepted',
      name: isPerson ? key.slice('annotator '.length) : '',
      children,
      mentions,
    };
    for (const [label, group] of byLabel(mentions, this.#content.labels))
      children.push(...this.#entities(label, group, row));
    return row;
  }

  #label(label: Label, mentions: readonly Mention[]): LabelRow<A> {
    const children: Row<A>[] = [];
    const row: LabelRow<A> = {
      kind: 'label',
      id: `label ${label.id}`,
      article: this.#article,
      label,
      children,
      mentions,
    };
    children.push(...this.#entities(label, mentions, row));
    return row;
  }

  #entities(label: Label, mentions: readonly Mention[], parent: Row<A>): readonly Row<A>[] {
    if (label.group === 'quotation') return this.#speakers(label, mentions, parent);
    const groups = [...groupBy(mentions, ({ entity }) => entity)];
    return this.#ordered(label, groups).map(([entity, group]) => {
      // A figure is mostly there once: it needs no row of its own above the mention.
      const isSingle = label.group !== 'entity' && group.length === 1;
      if (isSingle) return this.#mention(group[0], `${parent.id} ${entity}`, parent);
      return this.#entity(label, `entity ${entity} in ${idIn(parent, label)}`, group[0].name, group, parent);
    });
  }

  #ordered(label: Label, groups: readonly (readonly [string, Group])[]): readonly (readonly [string, Group])[] {
    const { order } = this.#choice;
    const byName = ([, a]: readonly [string, Group], [, b]: readonly [string, Group]) =>
      naturalOrder(a[0].name, b[0].name);
    if (order === 'name') return groups.toSorted(byName);
    if (order === 'text' || label.group !== 'entity') return groups;
    return groups.toSorted((a, b) => b[1].length - a[1].length || byName(a, b));
  }

  /** Quotations under who says them, the most quoted first; those of nobody known at the end. */
  #speakers(label: Label, mentions: readonly Mention[], parent: Row<A>): readonly EntityRow<A>[] {
    const keyOf = ({ speaker }: Mention) => speaker?.entity ?? speaker?.name.toLowerCase() ?? '';
    const nameOf = ([first]: Group) => first.speaker?.name ?? '';
    const { order } = this.#choice;
    const groups = [...groupBy(mentions, keyOf)].sort(
      ([a, ones], [b, others]) =>
        Number(a === '') - Number(b === '') ||
        (order === 'frequency' ? others.length - ones.length : 0) ||
        (order === 'name' ? naturalOrder(nameOf(ones), nameOf(others)) : 0),
    );
    return groups.map(([key, group]) =>
      this.#entity(label, `speaker ${key} in ${idIn(parent, label)}`, nameOf(group), group, parent),
    );
  }

  #entity(label: Label, id: string, name: string, mentions: Group, parent: Row<A>): EntityRow<A> {
    const children: Row<A>[] = [];
    const row: EntityRow<A> = { kind: 'entity', id, article: this.#article, parent, name, label, children, mentions };
    children.push(...this.#mentions(mentions, row));
    return row;
  }

  #mentions(mentions: readonly Mention[], parent: Row<A>): readonly MentionRow<A>[] {
    return mentions.map((mention, index) => this.#mention(mention, `${parent.id} #${index}`, parent));
  }

  #mention(mention: Mention, id: string, parent: Row<A>): MentionRow<A> {
    const children: Row<A>[] = [];
    const article = this.#article;
    const row: MentionRow<A> = { kind: 'mention', id, article, parent, mention, mentions: [mention], children };
    for (const end of this.#ends(mention)) {
      const side = end.isOutgoing ? 'from' : 'to';
      children.push({ kind: 'relation', id: `relation ${end.relation.id} ${side}`, article, parent: row, end });
    }
    return row;
  }

  #section(section: SectionRow<A>['section'], fill: (parent: Row<A>) => readonly Row<A>[]): SectionRow<A> {
    const children: Row<A>[] = [];
    const row: SectionRow<A> = { kind: 'section', id: `section ${section}`, article: this.#article, section, children };
    children.push(...fill(row));
    return row;
  }

  #orphan(annotation: Annotation, parent: Row<A>): OrphanRow<A> {
    return { kind: 'orphan', id: `orphan ${annotation.id}`, article: this.#article, parent, annotation };
  }
}

/** Ids of rows below a label are the same in whatever order the tree is; below a group they tell it too. */
function idIn<A>(parent: Row<A>, label: Label): string {
  return parent.kind === 'label' ? label.id : `${label.id} in ${parent.id}`;
}

/** Mentions by label, labels in the order of their table, those that it does not have at the end. */
function byLabel(mentions: readonly Mention[], labels: LabelSet): readonly (readonly [Label, Group])[] {
  const groups = groupBy(mentions, ({ label }) => label);
  const known = labels.labels.filter(({ id }) => groups.has(id));
  const unknown = [...groups.keys()].filter((id) => !labels.has(id)).map(labels.of);
  return [...known, ...unknown].flatMap((label) => {
    const group = groups.get(label.id);
    return group ? [[label, group] as const] : [];
  });
}

/** A test for words that have all words of a filter in them; case and accents do not matter. */
function filterOf(filter: string): (...words: (string | undefined)[]) => boolean {
  const parts = plain(filter)
    .split(/\s+/)
    .filter((part) => part !== '');
  if (parts.length === 0) return () => true;
  return (...words) => {
    const all = plain(words.filter((each) => each !== undefined).join('\n'));
    return parts.every((part) => all.includes(part));
  };
}

function plain(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function groupBy(mentions: readonly Mention[], keyOf: (mention: Mention) => string): Map<string, Group> {
  const groups = new Map<string, [Mention, ...Mention[]]>();
  for (const mention of mentions) {
    const key = keyOf(mention);
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }
  return groups;
}
