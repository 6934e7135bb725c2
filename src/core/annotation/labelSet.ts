import { tabled } from '../l10n';
import { LABELS, type Label, label, labelOf } from './labels';

/** The labels that a workspace works with. Labels outside it are shown all the same: no annotation is lost with a set. */
export interface LabelSet {
  readonly title: string;
  /** In the order people see them. */
  readonly labels: readonly Label[];
  /** Whether the set has this label. */
  has(id: string): boolean;
  /** The label of this id; one that the set lacks gets a plain one, with what the built-in table knows of it. */
  of(id: string): Label;
  /** Whether a label stands for things of a built-in kind: `covers('PER', 'PERSON')`. */
  covers(id: string, kind: string): boolean;
  /** The label under which suggestions of a built-in kind come; undefined where they do not come at all. */
  suggestedAs(kind: string): string | undefined;
}

/**
 * @param title English for one of a table, or whatever a workspace calls its own
 * @param labels the first of two that cover one built-in kind gets its suggestions
 */
export function createLabelSet(title: string, labels: readonly Label[]): LabelSet {
  const byId = new Map(labels.map((label) => [label.id, label]));
  const byKind = new Map<string, string>();
  for (const { id, covers } of labels) for (const kind of covers) if (!byKind.has(kind)) byKind.set(kind, id);
  const strangers = new Map<string, Label>();
  const of = (id: string): Label => {
    const known = byId.get(id) ?? strangers.get(id);
    if (known) return known;
    const made = stranger(id);
    strangers.set(id, made);
    return made;
  };
  return Object.freeze({
    get title() {
      return tabled(title);
    },
    labels: Object.freeze([...labels]),
    has: (id: string) => byId.has(id),
    of,
    covers: (id: string, kind: string) => of(id).covers.includes(kind),
    suggestedAs: (kind: string) => byKind.get(kind),
  });
}

/** A label outside the set: it keeps its name and its nature, and looks like none of the set. */
function stranger(id: string): Label {
  const { title, plural, group, covers, guideline } = labelOf(id);
  return Object.freeze({
    id,
    title,
    plural,
    group,
    covers,
    guideline,
    key: '',
    color: 'unknown',
    hue: -1,
    icon: 'tag',
  });
}

/** The names that OntoNotes 5 has, and quotations: what the recognizers speak. */
export const ONTONOTES: LabelSet = createLabelSet('OntoNotes', LABELS);

const MISC = ['NORP', 'EVENT', 'PRODUCT', 'WORK_OF_ART', 'LAW'];

/** Names as in CoNLL-2003 (Tjong Kim Sang and De Meulder, section 2): people, organizations, locations, and the rest. */
const CONLL: LabelSet = createLabelSet('CoNLL-2003', [
  label('PER', 'Person', 'People', 'entity', 'p', 'person', 212, 'person', 'People, real or fictional.', ['PERSON']),
  label('ORG', 'Organization', 'Organizations', 'entity', 'o', 'org', 268, 'briefcase', 'Companies, agencies, teams.'),
  label(
    'LOC',
    'Location',
    'Locations',
    'entity',
    'l',
    'gpe',
    140,
    'globe',
    'Countries, cities, regions, waters, buildings.',
    ['LOC', 'GPE', 'FAC'],
  ),
  label(
    'MISC',
    'Other name',
    'Other names',
    'entity',
    'm',
    'norp',
    190,
    'star-empty',
    'Names of other things: nationalities, events, products, works, laws.',
    MISC,
  ),
]);

const only = (title: string, group: Label['group']) =>
  createLabelSet(
    title,
    LABELS.filter((label) => label.group === group),
  );

/** The sets that everybody has, by the name that settings and files call them. */
export const PRESETS: Readonly<Record<string, LabelSet>> = Object.freeze({
  ontonotes: ONTONOTES,
  conll2003: CONLL,
  figures: only('Figures', 'figure'),
  quotations: only('Quotations', 'quotation'),
});

/** The preset of this name; undefined for any other. */
export function presetOf(name: string): LabelSet | undefined {
  return Object.hasOwn(PRESETS, name) ? PRESETS[name] : undefined;
}
