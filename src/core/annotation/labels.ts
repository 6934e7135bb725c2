import { tabled } from '../l10n';

/** What a label is about; the entity tree shows one section per group. */
export type LabelGroup = 'entity' | 'figure' | 'quotation';

/** A kind of mention. Features, formats and the command line read this table; none of them switches on an id. */
export interface Label {
  /** OntoNotes name, as files hold it. */
  readonly id: string;
  /** What a person reads. */
  readonly title: string;
  readonly plural: string;
  readonly group: LabelGroup;
  /** Second key of the chord that marks a selection with this label. */
  readonly key: string;
  /** Stem of the theme colour ids: `newsmark.<color>` and `newsmark.<color>Background`. */
  readonly color: string;
  /** Hue of the theme colours, 0 to 359; -1 for gray. */
  readonly hue: number;
  /** Name of a codicon. */
  readonly icon: string;
  /** One sentence for the label list; Markdown where it is from a workspace's own set. */
  readonly guideline: string;
  /** Built-in names whose suggestions come under this label, the most typical first. A label of those names is its own. */
  readonly covers: readonly string[];
  /** Colors of its own, `#rrggbb`, in place of the theme colors that `color` names. */
  readonly colors?: LabelColors;
  /** Whether a workspace's own set describes it. */
  readonly isOwn?: boolean;
  /** Relations that may begin at it; where it is absent, the set says nothing about them. */
  readonly relations?: readonly AllowedRelation[];
}

/** A line color for each kind of theme; fills are mixed from it. */
export interface LabelColors {
  readonly light: string;
  readonly dark: string;
}

/** A type of relation, and the labels that it may lead to (any label where they are absent). */
export interface AllowedRelation {
  readonly type: string;
  readonly to?: readonly string[];
}

/** A label of a table, whose words are said in the person's language. */
export const label = (
  id: string,
  title: string,
  plural: string,
  group: LabelGroup,
  key: string,
  color: string,
  hue: number,
  icon: string,
  guideline: string,
  covers: readonly string[] = [id],
): Label =>
  Object.freeze({
    id,
    get title() {
      return tabled(title);
    },
    get plural() {
      return tabled(plural);
    },
    group,
    key,
    color,
    hue,
    icon,
    get guideline() {
      return tabled(guideline);
    },
    covers: Object.freeze([...covers]),
  });

/** The built-in labels in the order people see them (names as in OntoNotes 5, guideline section 2). */
export const LABELS: readonly Label[] = Object.freeze([
  label(
    'PERSON',
    'Person',
    'People',
    'entity',
    'p',
    'person',
    212,
    'person',
    'People, real or fictional, without titles.',
  ),
  label(
    'NORP',
    'Group',
    'Groups',
    'entity',
    'n',
    'norp',
    190,
    'organization',
    'Nationalities, religious or political groups.',
  ),
  label(
    'ORG',
    'Organization',
    'Organizations',
    'entity',
    'o',
    'org',
    268,
    'briefcase',
    'Companies, agencies, institutions, media.',
  ),
  label(
    'GPE',
    'Place',
    'Places',
    'entity',
    'g',
    'gpe',
    140,
    'globe',
    'Countries, cities, states: places that have a government.',
  ),
  label(
    'LOC',
    'Location',
    'Locations',
    'entity',
    'l',
    'loc',
    168,
    'location',
    'Regions, mountains, waters: places without a government.',
  ),
  label(
    'FAC',
    'Facility',
    'Facilities',
    'entity',
    'f',
    'fac',
    88,
    'home',
    'Buildings, airports, roads, bridges, pipelines.',
  ),
  label(
    'EVENT',
    'Event',
    'Events',
    'entity',
    'e',
    'event',
    350,
    'flame',
    'Named wars, storms, sports and political events.',
  ),
  label(
    'PRODUCT',
    'Product',
    'Products',
    'entity',
    't',
    'product',
    24,
    'package',
    'Named things: vehicles, weapons, devices, foods.',
  ),
  label(
    'WORK_OF_ART',
    'Work',
    'Works',
    'entity',
    'w',
    'work',
    305,
    'book',
    'Titles of books, songs, films, paintings.',
  ),
  label('LAW', 'Law', 'Laws', 'entity', 'a', 'law', 48, 'law', 'Named documents made into laws, treaties.'),
  label(
    'MONEY',
    'Money',
    'Amounts of money',
    'figure',
    'm',
    'money',
    42,
    'credit-card',
    'Amounts of money with their unit.',
  ),
  label(
    'PERCENT',
    'Percentage',
    'Percentages',
    'figure',
    'r',
    'percent',
    14,
    'pie-chart',
    'Percentages and percentage points.',
  ),
  label(
    'QUANTITY',
    'Quantity',
    'Quantities',
    'figure',
    'q',
    'quantity',
    66,
    'dashboard',
    'Measures with a unit: weight, distance, area.',
  ),
  label(
    'CARDINAL',
    'Count',
    'Counts',
    'figure',
    'c',
    'cardinal',
    -1,
    'symbol-number',
    'Counts that no other label covers.',
  ),
  label('ORDINAL', 'Ordinal', 'Ordinals', 'figure', 'h', 'ordinal', -1, 'list-ordered', 'First, second, 43rd.'),
  label(
    'DATE',
    'Date',
    'Dates',
    'figure',
    'd',
    'date',
    328,
    'calendar',
    'Dates, periods and durations of a day or longer.',
  ),
  label('TIME', 'Time', 'Times', 'figure', 'i', 'time', 318, 'watch', 'Times and durations shorter than a day.'),
  label(
    'QUOTATION',
    'Quotation',
    'Quotations',
    'quotation',
    'u',
    'quotation',
    230,
    'quote',
    'What somebody is quoted as saying.',
  ),
]);

const byId = new Map(LABELS.map((entry) => [entry.id, entry]));

/** The label of this id; an id that no table names (from a sidecar, say) gets a plain label of its own, never an error. */
export function labelOf(id: string): Label {
  return (
    byId.get(id) ?? label(id, id, id, 'entity', '', 'unknown', -1, 'tag', 'A label that this label set does not name.')
  );
}

/** Whether the built-in table names this id. */
export function isKnownLabel(id: string): boolean {
  return byId.has(id);
}
