import { type LabelSet, ONTONOTES } from '../annotation/labelSet';
import { codePoints } from '../text/codePoints';
import { Text } from '../text/text';
import type { FiledAnnotation, FiledSidecar } from './filed';
import { type Fault, located, shortened } from './json';
import { placeSidecar } from './place';
import type { Problem } from './problem';
import { readSidecar } from './read';

/** What kind of thing is wrong with a sidecar; programs go by these. */
export type FindingCode =
  /** It can't be read: no JSON, no sidecar, or something in it that would get lost. */
  | 'broken'
  | 'newer-version'
  /** The article is not beside the sidecar. */
  | 'no-article'
  /** The words are in the article, but not at the offsets. */
  | 'moved'
  /** The words are not in the article, or nowhere that is sure enough. */
  | 'orphan'
  | 'repeated-annotation'
  | 'unknown-label'
  | 'unknown-entity'
  | 'unknown-annotation'
  /** What another side of a merge said is still to be decided on. */
  | 'conflict';

export interface Finding extends Problem {
  readonly code: FindingCode;
}

/** What a sidecar is held against. */
export interface Expectations {
  /** The article's text (LF, no byte-order mark); undefined where there is none. */
  readonly text: string | undefined;
  /** The labels that are right; the built-in ones where it is absent. */
  readonly set?: LabelSet;
  /** Labels that are right too. */
  readonly labels?: ReadonlySet<string>;
}

type CodedFault = Fault & { readonly code: FindingCode };

/**
 * All that is wrong with a sidecar, in the order of the file: its form, what it refers to, and whether its annotations
 * stand on their words. Offsets are those of `Problem`.
 */
export function validateSidecar(raw: string, { text, set = ONTONOTES, labels = new Set() }: Expectations): Finding[] {
  const reading = readSidecar(raw);
  if (reading.kind === 'broken') return reading.problems.map((problem) => ({ ...problem, code: 'broken' as const }));
  const json = Text.of(raw).value;
  if (reading.kind === 'newer') return found(json, [newerFault(reading.version)]);
  const { sidecar } = reading;
  const faults = [
    ...repeatedMarks(sidecar),
    ...unknownLabels(sidecar, (label) => set.has(label) || labels.has(label)),
    ...unknownReferences(sidecar),
    ...conflictsLeft(sidecar),
    ...(text === undefined ? [noArticle(sidecar)] : misplaced(sidecar, text)),
  ];
  return found(json, faults).sort((a, b) => a.start - b.start || a.end - b.end);
}

function found(json: string, faults: readonly CodedFault[]): Finding[] {
  const problems = located(json, faults);
  return faults.flatMap(({ code }, index) => (problems[index] ? [{ code, ...problems[index] }] : []));
}

function newerFault(version: number): CodedFault {
  return { code: 'newer-version', path: ['newsmark'], message: `a newer Newsmark wrote this (format ${version}).` };
}

function noArticle({ article }: FiledSidecar): CodedFault {
  const path = article.file === undefined ? ['article'] : ['article', 'file'];
  return { code: 'no-article', path, message: 'the article is not beside the sidecar.' };
}

function repeatedMarks({ annotations }: FiledSidecar): CodedFault[] {
  const seen = new Map<string, number>();
  return annotations.flatMap(({ start, end, label, quote }, index) => {
    const key = `${start} ${end} ${JSON.stringify(label)} ${quote}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, index);
      return [];
    }
    const message = `the same words and label as annotations.${first}.`;
    return [{ code: 'repeated-annotation' as const, path: ['annotations', index], message }];
  });
}

function unknownLabels(sidecar: FiledSidecar, isKnown: (label: string) => boolean): CodedFault[] {
  return (['entities', 'annotations'] as const).flatMap((list) =>
    sidecar[list].flatMap(({ label }, index) => {
      if (isKnown(label)) return [];
      const message = `the label ${quoted(label)} is unknown.`;
      return [{ code: 'unknown-label' as const, path: [list, index, 'label'], message }];
    }),
  );
}

function unknownReferences({ entities, annotations, relations }: FiledSidecar): CodedFault[] {
  const known = new Set(entities.map(({ id }) => id));
  const marks = new Set(annotations.map(({ id }) => id));
  const lost = annotations.flatMap(({ entity }, index) => {
    if (entity === undefined || known.has(entity)) return [];
    const message = `there is no entity ${quoted(entity)}.`;
    return [{ code: 'unknown-entity' as const, path: ['annotations', index, 'entity'], message }];
  });
  const loose = relations.flatMap((relation, index) =>
    (['from', 'to'] as const).flatMap((end) => {
      if (marks.has(relation[end])) return [];
      const message = `there is no annotation ${quoted(relation[end])}.`;
      return [{ code: 'unknown-annotation' as const, path: ['relations', index, end], message }];
    }),
  );
  return [...lost, ...loose];
}

function conflictsLeft(sidecar: FiledSidecar): CodedFault[] {
  const message = 'two sides of a merge say different things; decide, and take this out.';
  const fault = (...path: (string | number)[]) => ({
    code: 'conflict' as const,
    path: [...path, 'conflicts'],
    message,
  });
  const isOpen = ({ conflicts = [] }: { conflicts?: readonly unknown[] | undefined }) => conflicts.length > 0;
  const inLists = (['entities', 'annotations', 'relations'] as const).flatMap((list) =>
    sidecar[list].flatMap((item, index) => (isOpen(item) ? [fault(list, index)] : [])),
  );
  return [...(isOpen(sidecar) ? [fault()] : []), ...(isOpen(sidecar.article) ? [fault('article')] : []), ...inLists];
}

function misplaced(sidecar: FiledSidecar, text: string): CodedFault[] {
  const points = codePoints(text);
  const stands = ({ start, end, quote }: FiledAnnotation) =>
    end <= points.length && quote !== '' && text.slice(points.toUtf16(start), points.toUtf16(end)) === quote;
  if (sidecar.annotations.every(stands)) return [];
  const placed = placeSidecar(sidecar, text).annotations;
  return sidecar.annotations.flatMap((annotation, index): CodedFault[] => {
    if (stands(annotation)) return [];
    const { start, end, quote } = annotation;
    const now = placed[index];
    if (!now || now.orphan) {
      const where = text.includes(quote)
        ? 'is in the article, but at no place that is sure.'
        : 'is not in the article.';
      return [{ code: 'orphan', path: ['annotations', index, 'quote'], message: `${quoted(quote)} ${where}` }];
    }
    const place = `${points.fromUtf16(now.start)} to ${points.fromUtf16(now.end)}`;
    const message = `${quoted(quote)} is at ${place} now, not at ${start} to ${end}.`;
    return [{ code: 'moved', path: ['annotations', index, 'start'], message }];
  });
}

function quoted(words: string): string {
  return shortened(JSON.stringify(words));
}
