import type { AnnotationSet } from '../annotation/annotation';
import type { LabelSet } from '../annotation/labelSet';
import { type Gender, genderOf } from '../entities/gender';
import { isRole, sameRole } from '../entities/roles';
import { firstStartingAt } from '../text/sorted';
import type { Span } from '../text/span';
import type { Mention, Speaker } from './mention';

/**
 * Tells who speaks in each quotation. The words beside it are looked up among the mentions: a name means its entity; a
 * pronoun the speaker before it, else the nearest person before it that it fits; "the Russian leader" somebody whom the
 * article has introduced in such words. A relation of type `speaker` that a person has drawn stands over all that.
 * @param mentions in reading order, with their entities
 * @returns the same mentions, quotations with their speaker; linear time
 */
export function withSpeakers(
  text: string,
  mentions: readonly Mention[],
  set: AnnotationSet,
  labels: LabelSet,
): readonly Mention[] {
  if (!mentions.some((mention) => mention.quotation)) return mentions;
  const names = mentions.filter(({ status, label }) => status !== 'rejected' && labels.of(label).group === 'entity');
  const drawn = drawnSpeakers(mentions, set);
  const labelOfEntity = new Map(names.map(({ entity, label }) => [entity, label]));
  let last: Spoken | undefined;
  const speakers = new Map<string, Speaker>();
  // By the place of the speaker's words: "she" means whoever was named before her, not before her words.
  for (const mention of mentions.filter((each) => each.quotation).sort((a, b) => placeOf(a) - placeOf(b))) {
    const speaker = drawn.get(mention.key) ?? speakerOf(text, mention, names, labels, last);
    if (!speaker) continue;
    speakers.set(mention.key, speaker);
    if (speaker.entity !== undefined)
      last = { speaker, at: placeOf(mention), label: labelOfEntity.get(speaker.entity) ?? '' };
  }
  return mentions.map((mention) => {
    const speaker = speakers.get(mention.key);
    return speaker ? { ...mention, speaker } : mention;
  });
}

/** Who spoke last, and where. */
interface Spoken {
  readonly speaker: Speaker;
  readonly at: number;
  readonly label: string;
}

const placeOf = (mention: Mention) => mention.quotation?.speaker?.start ?? mention.start;

function drawnSpeakers(mentions: readonly Mention[], { relations }: AnnotationSet): Map<string, Speaker> {
  const drawn = new Map<string, Speaker>();
  const relevant = relations.filter(({ type }) => type === 'speaker');
  if (relevant.length === 0) return drawn;
  const byId = new Map(mentions.map((mention) => [mention.key, mention]));
  for (const { from, to } of relevant) {
    const speaker = byId.get(to);
    if (speaker) drawn.set(from, { name: speaker.name, entity: speaker.entity });
  }
  return drawn;
}

function speakerOf(
  text: string,
  mention: Mention,
  names: readonly Mention[],
  labels: LabelSet,
  last?: Spoken,
): Speaker | undefined {
  const span = mention.quotation?.speaker;
  if (!span) return undefined;
  const words = text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const lower = words.toLowerCase();
  const named = PRONOUNS.has(lower)
    ? byPronoun(text, span, lower, names, labels, last)
    : (byName(text, span, names, labels) ?? byRole(text, span, words, names, labels));
  return named ? { name: named.name, entity: named.entity } : { name: words };
}

type Named = Pick<Mention, 'name' | 'entity'>;

const PRONOUNS = new Set(['he', 'she', 'it', 'they', 'who', 'which', 'that', 'his', 'her', 'him', 'their', 'its']);

/** How many names before a pronoun are looked at. */
const MOST_NAMES = 40;

/** How far before a pronoun the one who spoke last may have spoken, in code units: two paragraphs or so. */
const REACH = 1_200;

function byPronoun(
  text: string,
  span: Span,
  pronoun: string,
  names: readonly Mention[],
  labels: LabelSet,
  last?: Spoken,
): Named | undefined {
  const isRelative = pronoun === 'who' || pronoun === 'which' || pronoun === 'that';
  const wanted: Gender | undefined = /^(?:he|his|him)$/.test(pronoun)
    ? 'he'
    : /^(?:she|her)$/.test(pronoun)
      ? 'she'
      : undefined;
  const fits = (label: string) =>
    wanted
      ? labels.covers(label, 'PERSON')
      : !/^(?:it|its|which|that)$/.test(pronoun) || !labels.covers(label, 'PERSON');
  if (!isRelative && last && span.start - last.at < REACH && last.at < span.start && fits(last.label)) {
    if (!wanted || agrees(genderOf(last.speaker.name, ''), wanted))
      return { name: last.speaker.name, entity: last.speaker.entity ?? '' };
  }
  const end = firstStartingAt(names, span.start);
  for (let index = end - 1; index >= 0 && index >= end - MOST_NAMES; index--) {
    const name = names[index];
    if (!name || name.end > span.start) continue;
    if (isRelative) return span.start - name.end < LONGEST_GAP ? name : undefined;
    if (labels.covers(name.label, 'NORP') || !fits(name.label) || isPossessive(text, name)) continue;
    if (!wanted) return isBody(name.label, labels) && pronoun !== 'they' ? name : undefined;
    const gender = genderOf(name.name, text.slice(Math.max(0, name.start - 12), name.start));
    if (agrees(gender, wanted)) return name;
  }
  return undefined;
}

/** "Smith, a doctor at the clinic, who": from the name to "who". */
const LONGEST_GAP = 100;

/** Whether a label is of those who can speak. */
const isBody = (label: string, labels: LabelSet) => ['ORG', 'GPE', 'PERSON'].some((kind) => labels.covers(label, kind));
const agrees = (gender: Gender | undefined, wanted: Gender) => gender === undefined || gender === wanted;
const isPossessive = (text: string, { end }: Span) => /^['’]s?(?!\p{L})/u.test(text.slice(end, end + 3));

/** The name that a speaker's words are about: a person in them, or a body that they name by itself. */
function byName(text: string, span: Span, names: readonly Mention[], labels: LabelSet): Named | undefined {
  const words = text.slice(span.start, span.end);
  const comma = words.indexOf(',');
  const head = { start: span.start, end: comma < 0 ? span.end : span.start + comma };
  const inside: Mention[] = [];
  for (
    let index = firstStartingAt(names, span.start);
    index < names.length && (names[index]?.start ?? 0) < span.end;
    index++
  ) {
    const name = names[index];
    if (name && name.end <= span.end) inside.push(name);
  }
  const person = inside.find((name) => labels.covers(name.label, 'PERSON') && isHead(text, head, name));
  return person ?? inside.find((name) => name.start < head.end && isHead(text, head, name) && name.end >= head.end - 1);
}

/** Whether a name is what a phrase is about: neither somebody's ("Obama's strategist") nor behind a small word ("for"). */
function isHead(text: string, head: Span, name: Mention): boolean {
  if (isPossessive(text, name)) return false;
  const before = text.slice(head.start, Math.max(head.start, name.start));
  return !/\b(?:of|for|at|to|by|from|with|in|on|against|who|which|that)\b/i.test(before);
}

/** "the Russian leader", "the minister": somebody whom the article has named with such a role before. */
function byRole(
  text: string,
  span: Span,
  words: string,
  names: readonly Mention[],
  labels: LabelSet,
): Named | undefined {
  const described = /^the ((?:[\p{L}-]+ ){0,4})([\p{L}-]+)$/iu.exec(words);
  const role = described?.[2]?.toLowerCase() ?? '';
  if (!described || !isRole(role)) return undefined;
  const qualities = (described[1] ?? '')
    .split(' ')
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.toLowerCase());
  const end = firstStartingAt(names, span.start);
  for (let index = end - 1; index >= 0 && index >= end - MOST_NAMES * 3; index--) {
    const name = names[index];
    if (!name || !labels.covers(name.label, 'PERSON')) continue;
    const introduction = introductionOf(text, name);
    const isSo =
      introduction.some((word) => sameRole(word, role)) && qualities.every((word) => introduction.includes(word));
    if (isSo) return name;
  }
  return undefined;
}

/** How much before and behind a name is read for what the person is, in code units. */
const BEFORE = 48;
const BEHIND = 80;

/** The words that introduce a person: titles before the name, and what is set off behind it; in lower case. */
function introductionOf(text: string, { start, end }: Mention): string[] {
  const before =
    text
      .slice(Math.max(0, start - BEFORE), start)
      .split(/[.,;:!?"“”\n]/)
      .at(-1) ?? '';
  const titles = before.trim().split(/\s+/).slice(-4);
  const [, behind = ''] = /^, ([^,.;\n]+)/.exec(text.slice(end, end + BEHIND)) ?? [];
  return [...titles, ...behind.split(/\s+/)].map((word) => word.toLowerCase().replace(/['’]s$/, ''));
}
