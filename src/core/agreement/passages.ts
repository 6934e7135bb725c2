import type { Annotation, AnnotationSet } from '../annotation/annotation';
import { bySpan, type Span } from '../text/span';
import { pairSpans } from './spans';

/** One person's annotations of an article, on the article's present text. */
export interface Version {
  readonly annotator: string;
  readonly set: AnnotationSet;
}

/** All have marked the same; only some have marked anything; or they have marked different things. */
export type PassageKind = 'agreed' | 'partial' | 'conflict';

/** What some people say of a passage: these words are of this label. */
export interface Choice extends Span {
  readonly label: string;
  /** Those who say so, with their annotations. */
  readonly said: readonly { readonly version: Version; readonly annotation: Annotation }[];
}

/** What became of a passage: open; a choice that was taken; or that none is right. */
export type Verdict = 'open' | 'none' | Choice;

/** A place in the text where somebody has marked something, and what each says of it. */
export interface Passage extends Span {
  readonly kind: PassageKind;
  /** In the order of the people. */
  readonly choices: readonly [Choice, ...Choice[]];
  readonly verdict: Verdict;
}

/** How much of two spans together must be common to both, for different labels to be about the same thing. */
const COMMON = 0.3;

/**
 * Lays people's accepted annotations of an article over each other. Which of them are about the same thing is found out
 * as for agreement between people (`pairSpans`): so an annotation within a long one of another kind stands alone.
 * @param own what the curator has decided so far
 * @returns in reading order
 */
export function passagesOf(versions: readonly Version[], own: AnnotationSet): Passage[] {
  const decided = new Map(own.annotations.filter(isPlaced).map((annotation) => [keyOf(annotation), annotation.status]));
  return groupsOf(versions)
    .map((group) => passageOf(group, versions.length, decided))
    .sort(bySpan);
}

type Said = Choice['said'][number];

/** An annotation of a group stands for it when the next person's are held against it. */
interface Standing extends Span {
  readonly label: string;
  readonly group: Said[];
}

function groupsOf(versions: readonly Version[]): Said[][] {
  let standing: Standing[] = [];
  for (const version of versions) {
    const next = version.set.annotations
      .filter((annotation) => annotation.status === 'accepted' && isPlaced(annotation))
      .map((annotation): Standing => {
        const { start, end, label } = annotation;
        return { start, end, label, group: [{ version, annotation }] };
      })
      .sort(bySpan);
    standing = pairSpans(standing, next).flatMap(({ first, second }) => joined(first as Standing, second as Standing));
    standing.sort(bySpan);
  }
  return standing.map(({ group }) => group);
}

function joined(first: Standing | undefined, second: Standing | undefined): Standing[] {
  if (!first || !second) return [first ?? second].filter((each) => each !== undefined);
  if (first.label !== second.label && commonShare(first, second) < COMMON) return [first, second];
  return [{ ...first, group: [...first.group, ...second.group] }];
}

/** What is in both of two spans, of what is in either. */
function commonShare(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common / (a.end - a.start + b.end - b.start - common);
}

function passageOf(group: readonly Said[], people: number, decided: ReadonlyMap<string, string>): Passage {
  const byKey = new Map<string, Choice>();
  for (const each of group) {
    const { start, end, label } = each.annotation;
    const said = [...(byKey.get(keyOf(each.annotation))?.said ?? []), each];
    byKey.set(keyOf(each.annotation), { start, end, label, said });
  }
  const choices = [...byKey.values()];
  const [first, ...others] = choices;
  if (!first) throw new RangeError('a passage of nothing');
  const taken = choices.find((choice) => decided.get(keyOf(choice)) === 'accepted');
  const isRefused = choices.every((choice) => decided.get(keyOf(choice)) === 'rejected');
  return {
    start: Math.min(...choices.map(({ start }) => start)),
    end: Math.max(...choices.map(({ end }) => end)),
    kind: others.length > 0 ? 'conflict' : first.said.length < people ? 'partial' : 'agreed',
    choices: [first, ...others],
    verdict: taken ?? (isRefused ? 'none' : 'open'),
  };
}

function isPlaced({ orphan, start, end }: Annotation): boolean {
  return !orphan && start < end;
}

/** What makes two annotations say the same. */
export function keyOf({ start, end, label }: Span & { readonly label: string }): string {
  return `${start} ${end} ${label}`;
}

/** Who says so: `alice, bob`. */
export function namesIn({ said }: Choice): string {
  return said.map(({ version }) => version.annotator).join(', ');
}
