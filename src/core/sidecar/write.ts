import { atOnce, mapped, type Steps } from '../slices';
import { type FiledAnnotation, type FiledSidecar, KEY_ORDER } from './filed';

/**
 * The sidecar's one true form: two-space indent, each entity, annotation and relation on a line of its own, keys in a
 * fixed order, a final newline. A decision is one changed line in a diff, and reading and writing gives the same bytes.
 */
export function writeSidecar(sidecar: FiledSidecar): string {
  return atOnce(writing(sidecar));
}

/** The same in steps. What was written before as it is now is not made anew. */
export function* writing(sidecar: FiledSidecar): Steps<string> {
  const annotations = isInOrder(sidecar.annotations) ? sidecar.annotations : sidecar.annotations.toSorted(inOrder);
  const marks = yield* mapped(annotations, lineOf);
  const lists = { entities: sidecar.entities, annotations, relations: sidecar.relations };
  const members = membersOf({ ...sidecar, ...lists }, KEY_ORDER.sidecar, (key, value) => {
    if (key === 'article') return inline(sidecar.article, KEY_ORDER.article);
    if (key === 'entities') return lines(sidecar.entities, KEY_ORDER.entity);
    if (key === 'annotations') return listed(marks);
    if (key === 'relations') return lines(sidecar.relations, KEY_ORDER.relation);
    return inline(value);
  });
  return `{\n${members.map((member) => `  ${member}`).join(',\n')}\n}\n`;
}

function inOrder(a: FiledAnnotation, b: FiledAnnotation): number {
  return a.start - b.start || a.end - b.end || compare(a.label, b.label) || compare(a.id, b.id);
}

function isInOrder(annotations: readonly FiledAnnotation[]): boolean {
  for (let index = 1; index < annotations.length; index++) {
    const [before, annotation] = [annotations[index - 1], annotations[index]];
    if (before && annotation && inOrder(before, annotation) > 0) return false;
  }
  return true;
}

/** Lines that were written, by their annotations; these are never changed. */
const written = new WeakMap<FiledAnnotation, string>();

function lineOf(annotation: FiledAnnotation): string {
  const before = written.get(annotation);
  if (before !== undefined) return before;
  const line = `    ${inline(annotation, KEY_ORDER.annotation)}`;
  written.set(annotation, line);
  return line;
}

function lines(items: readonly object[], keys: readonly string[]): string {
  return listed(items.map((item) => `    ${inline(item, keys)}`));
}

function listed(items: readonly string[]): string {
  return items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n  ]`;
}

/** JSON on one line, with a space inside braces and after commas and colons; the named keys first, in their order. */
function inline(value: unknown, keys: readonly string[] = []): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((each) => inline(each)).join(', ')}]`;
  const members = membersOf(value, keys, (_, field) => inline(field));
  return members.length > 0 ? `{ ${members.join(', ')} }` : '{}';
}

/** The fields that are there, as `"key": json`: the named ones in their order, then the others as they came. */
function membersOf(item: object, keys: readonly string[], json: (key: string, value: unknown) => string): string[] {
  const members: string[] = [];
  const add = (key: string, value: unknown) => {
    if (value !== undefined) members.push(`${JSON.stringify(key)}: ${json(key, value)}`);
  };
  for (const key of keys) if (Object.hasOwn(item, key)) add(key, Reflect.get(item, key));
  for (const [key, value] of Object.entries(item)) if (!keys.includes(key)) add(key, value);
  return members;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
