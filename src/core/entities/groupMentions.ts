import { type LabelSet, ONTONOTES } from '../annotation/labelSet';
import type { Span } from '../text/span';
import { introduced } from './brackets';
import type { Joined } from './joined';
import type { JoinReason } from './joinReason';
import { bareName, comparedName, inRunningText, isInCapitals } from './nameForm';
import { onceEach } from './onceEach';
import { joinNames } from './otherNames';
import { joinPeople } from './people';

/** What grouping needs to know of a mention. Offsets are UTF-16 code units. */
export interface NameMention extends Span {
  readonly text: string;
  readonly label: string;
  /** The entity somebody has decided on; it stands over every rule. */
  readonly entity?: string;
}

/** The entity that a mention belongs to. */
export interface MentionGroup {
  /** The same for all mentions of one name: `PERSON:vladimir putin`. */
  readonly entity: string;
  /** The fullest form among the group's mentions. */
  readonly name: string;
  /** Why the mention is of that entity; absent for what is no name. */
  readonly reason?: JoinReason;
}

/**
 * Groups the mentions of one article by what they are names of: a surname goes with the full name ("Putin" with "Vladimir
 * Putin"; with two of that surname, with the one named last before it that a title fits), an office before a name is none,
 * short forms go with the name behind whose brackets they stand or whose initials they are ("ECFR" with "European Council
 * on Foreign Relations"), "US" with "United States", "the party" with the party named last.
 * @param mentions in reading order
 * @param labels what the mentions' labels mean
 * @param text the article's; without it, nothing is known of brackets and of titles before names
 * @returns one group for each mention, in the same order; linear time but for sorting
 */
export function groupMentions(
  mentions: readonly NameMention[],
  labels: LabelSet = ONTONOTES,
  text = '',
): MentionGroup[] {
  const joined = joinedNames(mentions, labels, text);
  const keys = mentions.map(({ entity, label, text: words }, index) => {
    const name = joined[index]?.name;
    // Figures and quotations are no names: each is the same as the ones of the same words.
    return entity ?? `${label}:${name ?? words.toLowerCase()}`;
  });
  const names = fullestNames(mentions, keys, joined, labels);
  return keys.map((entity, index) => ({
    entity,
    name: names.get(entity) ?? mentions[index]?.text ?? '',
    ...reasonOf(mentions[index], joined[index]),
  }));
}

function reasonOf(mention: NameMention | undefined, joined: Joined | undefined): Pick<MentionGroup, 'reason'> {
  if (!joined) return {};
  return { reason: mention?.entity === undefined ? joined.reason : 'decided' };
}

/** What is hardly ever an acronym of more than four letters. */
const SPELT_OUT: readonly string[] = ['PERSON', 'GPE', 'LOC'];

/** How far back titles are looked for, in UTF-16 code units. */
const BEFORE = 24;

/** What each name goes by; undefined for what is no name. */
function joinedNames(
  mentions: readonly NameMention[],
  labels: LabelSet,
  text: string,
): readonly (Joined | undefined)[] {
  const joined: (Joined | undefined)[] = mentions.map(() => undefined);
  const shortForms = text === '' ? new Map<number, number>() : introduced(text, mentions);
  for (const [label, indexes] of indexesByLabel(mentions, labels)) {
    const at = (index: number) => mentions[index]?.text ?? '';
    const isPerson = labels.covers(label, 'PERSON');
    const found = isPerson
      ? joinPeople(indexes.map((index) => ({ text: at(index), before: before(text, mentions[index]) })))
      : joinNames(
          indexes.map((index) => {
            const long = shortForms.get(index);
            return { text: at(index), ...(long !== undefined && { introducedBy: at(long) }) };
          }),
          label,
        );
    indexes.forEach((index, place) => {
      joined[index] = found[place];
    });
  }
  return joined;
}

function before(text: string, mention: NameMention | undefined): string {
  return mention ? text.slice(Math.max(0, mention.start - BEFORE), mention.start) : '';
}

/** Where the names of each label are. */
function indexesByLabel(mentions: readonly NameMention[], labels: LabelSet): ReadonlyMap<string, number[]> {
  const byLabel = new Map<string, number[]>();
  mentions.forEach(({ label }, index) => {
    const own = byLabel.get(label);
    if (own) own.push(index);
    else if (labels.of(label).group === 'entity') byLabel.set(label, [index]);
  });
  return byLabel;
}

/**
 * The longest bare form of each key's mentions that is no name with a title, the first of those that are as long; one in
 * capitals, as headlines and datelines have it, makes way for one that is not.
 */
function fullestNames(
  mentions: readonly NameMention[],
  keys: readonly string[],
  joined: readonly (Joined | undefined)[],
  labels: LabelSet,
): Map<string, string> {
  const names = new Map<string, string>();
  const titled = new Map<string, string>();
  const bare = onceEach(bareName);
  const compared = onceEach(comparedName);
  mentions.forEach((mention, index) => {
    const key = keys[index] ?? '';
    const shown = joined[index] ? bare(mention.text) : mention.text;
    const isSpeltOut = SPELT_OUT.some((kind) => labels.covers(mention.label, kind));
    const name = isSpeltOut ? inRunningText(shown) : shown;
    const into = joined[index]?.reason === 'title' && compared(mention.text) !== joined[index]?.name ? titled : names;
    const known = into.get(key) ?? '';
    const isPlainer = name.length === known.length && isInCapitals(known) && !isInCapitals(name);
    if (name.length > known.length || isPlainer) into.set(key, name);
  });
  for (const [key, name] of titled) if (!names.has(key)) names.set(key, name);
  return names;
}
