import type { Annotation } from '../../../core/annotation/annotation';
import type { Label } from '../../../core/annotation/labels';
import { t } from '../../../core/l10n';
import { isUndecided, type Mention } from '../../../core/mentions/mention';
import type { OpenArticle } from '../../articles/openArticle';

/** A row of the entity tree. `id` lasts through refreshes, so that what is unfolded stays unfolded. */
export type Row = LabelRow | EntityRow | MentionRow | SectionRow | OrphanRow;

interface Placed {
  readonly id: string;
  readonly article: OpenArticle;
  readonly parent?: Row;
}

/** A row that gathers mentions under a label: all of them, or those of one entity. */
interface Gathering extends Placed {
  readonly label: Label;
  readonly children: readonly Row[];
  readonly mentions: readonly Mention[];
}

export interface LabelRow extends Gathering {
  readonly kind: 'label';
}

export interface EntityRow extends Gathering {
  readonly kind: 'entity';
  readonly name: string;
}

export interface MentionRow extends Placed {
  readonly kind: 'mention';
  readonly mention: Mention;
  readonly mentions: readonly [Mention];
}

/** What is not in the text, or is not to be: rejections and orphans, folded at the end. */
export interface SectionRow extends Placed {
  readonly kind: 'section';
  readonly section: 'rejected' | 'orphans';
  readonly children: readonly Row[];
}

export interface OrphanRow extends Placed {
  readonly kind: 'orphan';
  readonly annotation: Annotation;
}

/** The tree of an article: labels, under them entities, under them mentions; then rejections and orphans. */
export function rowsOf(article: OpenArticle): readonly Row[] {
  const { mentions, orphans, labels } = article.session;
  const shown = mentions.filter((mention) => mention.status !== 'rejected');
  const rejected = mentions.filter((mention) => mention.status === 'rejected');
  const byLabel = groupBy(shown, (mention) => mention.label);
  const known = labels.labels.filter((label) => byLabel.has(label.id));
  const unknown = [...byLabel.keys()].filter((id) => !labels.has(id)).map(labels.of);
  return [
    ...[...known, ...unknown].map((label) => labelRow(article, label, byLabel.get(label.id) ?? [])),
    ...(rejected.length > 0 ? [section(article, 'rejected', (parent) => mentionRows(article, rejected, parent))] : []),
    ...(orphans.length > 0
      ? [section(article, 'orphans', (parent) => orphans.map((annotation) => orphanRow(article, annotation, parent)))]
      : []),
  ];
}

/** The row of a mention among these, and of the rows below them. */
export function findMention(rows: readonly Row[], key: string): MentionRow | undefined {
  for (const row of rows) {
    if (row.kind === 'mention' && row.mention.key === key) return row;
    const below = 'children' in row ? findMention(row.children, key) : undefined;
    if (below) return below;
  }
  return undefined;
}

/** How many of a row's mentions are still undecided. */
export function undecidedIn(row: Row): number {
  return 'mentions' in row ? row.mentions.filter(isUndecided).length : 0;
}

function labelRow(article: OpenArticle, label: Label, mentions: readonly Mention[]): LabelRow {
  const children: Row[] = [];
  const row: LabelRow = { kind: 'label', id: `label ${label.id}`, article, label, children, mentions };
  if (label.group === 'quotation') {
    children.push(...speakerRows(article, label, mentions, row));
    return row;
  }
  const entities = [...groupBy(mentions, (mention) => mention.entity)];
  // Names by how often they occur; figures as they come in the text, since each is mostly there once.
  if (label.group === 'entity')
    entities.sort(([, a], [, b]) => b.length - a.length || a[0].name.localeCompare(b[0].name));
  for (const [entity, group] of entities) {
    const isSingle = label.group !== 'entity' && group.length === 1;
    children.push(
      isSingle
        ? mentionRow(article, group[0], `${row.id} ${entity}`, row)
        : entityRow(article, label, entity, group, row),
    );
  }
  return row;
}

/** Quotations under who says them, the most quoted first; those of nobody known at the end. */
function speakerRows(article: OpenArticle, label: Label, mentions: readonly Mention[], parent: Row): EntityRow[] {
  const keyOf = ({ speaker }: Mention) => speaker?.entity ?? speaker?.name.toLowerCase() ?? '';
  const groups = [...groupBy(mentions, keyOf)].sort(
    ([a, ones], [b, others]) => Number(a === '') - Number(b === '') || others.length - ones.length,
  );
  return groups.map(([key, group]) => {
    const children: Row[] = [];
    const id = `speaker ${key} in ${label.id}`;
    const name = group[0].speaker?.name ?? t('Speaker not named');
    const row: EntityRow = { kind: 'entity', id, article, parent, name, label, children, mentions: group };
    children.push(...mentionRows(article, group, row));
    return row;
  });
}

function entityRow(article: OpenArticle, label: Label, entity: string, mentions: Group, parent: Row): EntityRow {
  const children: Row[] = [];
  const id = `entity ${entity} in ${label.id}`;
  const row: EntityRow = { kind: 'entity', id, article, parent, name: mentions[0].name, label, children, mentions };
  children.push(...mentionRows(article, mentions, row));
  return row;
}

function mentionRows(article: OpenArticle, mentions: readonly Mention[], parent: Row): readonly MentionRow[] {
  return mentions.map((mention, index) => mentionRow(article, mention, `${parent.id} #${index}`, parent));
}

function mentionRow(article: OpenArticle, mention: Mention, id: string, parent: Row): MentionRow {
  return { kind: 'mention', id, article, parent, mention, mentions: [mention] };
}

function section(article: OpenArticle, kind: SectionRow['section'], fill: (parent: Row) => readonly Row[]): SectionRow {
  const children: Row[] = [];
  const row: SectionRow = { kind: 'section', id: `section ${kind}`, article, section: kind, children };
  children.push(...fill(row));
  return row;
}

function orphanRow(article: OpenArticle, annotation: Annotation, parent: Row): OrphanRow {
  return { kind: 'orphan', id: `orphan ${annotation.id}`, article, parent, annotation };
}

type Group = readonly [Mention, ...Mention[]];

function groupBy(mentions: readonly Mention[], keyOf: (mention: Mention) => string): Map<string, Group> {
  const groups = new Map<string, [Mention, ...Mention[]]>();
  for (const mention of mentions) {
    const group = groups.get(keyOf(mention));
    if (group) group.push(mention);
    else groups.set(keyOf(mention), [mention]);
  }
  return groups;
}
