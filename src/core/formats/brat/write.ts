import type { Annotation } from '../../annotation/annotation';
import { codePoints } from '../../text/codePoints';
import type { Span } from '../../text/span';
import type { AnnotatedArticle, Part } from '../format';
import { byId, escapePart, flatFields } from '../shared/flatFields';

/** Types of note lines for fields that brat has no lines for. */
const NOTE_TYPES: readonly (readonly [field: string, type: string])[] = [
  ['note', 'AnnotatorNotes'],
  ['status', 'Status'],
  ['value', 'Value'],
  ['source', 'Source'],
  ['by', 'By'],
  ['at', 'At'],
  ['entityLabel', 'EntityLabel'],
  ['entityNote', 'EntityNote'],
];

export function write({ text, set }: AnnotatedArticle): Part[] {
  const points = codePoints(text);
  const entities = byId(set.entities);
  const names = new Map(set.annotations.map(({ id }, index) => [id, `T${index + 1}`]));
  const lines: string[] = [];
  const counts = { N: 0, '#': 0, R: 0 };
  for (const annotation of set.annotations) {
    const name = names.get(annotation.id) ?? '';
    lines.push(`${name}\t${annotation.label} ${placeOf(text, annotation, points.fromUtf16)}`);
    const flat = flatFields(annotation, entities);
    const links = flat.links?.split(' ').filter((link) => link !== '') ?? [];
    const references = flat.entity === undefined ? [] : [`Entity:${escapePart(flat.entity)}`, ...links];
    for (const reference of references)
      lines.push(`N${++counts.N}\tReference ${name} ${reference}\t${oneLine(flat.name ?? '')}`);
    for (const [field, type] of NOTE_TYPES) {
      const value = flat[field];
      if (value !== undefined) lines.push(`#${++counts['#']}\t${type} ${name}\t${oneLine(value)}`);
    }
  }
  for (const { type, from, to } of set.relations)
    lines.push(`R${++counts.R}\t${relationName(type)} Arg1:${names.get(from)} Arg2:${names.get(to)}\t`);
  return [
    { ending: '.txt', content: text },
    { ending: '.ann', content: lines.map((line) => `${line}\n`).join('') },
  ];
}

/** `18 32` and the words; a line's end parts them into fragments, `18 24;25 32`, which brat joins by a space. */
function placeOf(text: string, { start, end }: Annotation, offset: (at: number) => number): string {
  const fragments: Span[] = [];
  for (let from = start; from < end; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 || newline > end ? end : newline;
    if (to > from) fragments.push({ start: from, end: to });
    from = to + 1;
  }
  const spans = fragments.map((span) => `${offset(span.start)} ${offset(span.end)}`).join(';');
  return `${spans}\t${fragments.map((span) => text.slice(span.start, span.end)).join(' ')}`;
}

/** A line's end inside a field is written as a backslash and an n: a line of brat is one line. */
function oneLine(value: string): string {
  return value.replace(/[\\\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function relationName(type: string): string {
  return type.replace(/[^a-zA-Z0-9_-]+/g, (signs) =>
    [...signs].map((sign) => `_x${sign.codePointAt(0)?.toString(16)}_`).join(''),
  );
}
