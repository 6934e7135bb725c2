import type { AnnotatedArticle, Format, Part, ReadArticle, Reading, ReadProblem, ReadSpan, Source } from '../format';
import type { Kind } from '../kinds';
import {
  factsIn,
  firstRecord,
  idIn,
  isObject,
  type JsonObject,
  jsonLines,
  numberIn,
  objectIn,
  objectsIn,
  stringIn,
} from '../shared/json';
import { namedOr } from '../shared/names';

const HELD: readonly Kind[] = [
  'crossing',
  'nested',
  'partOfToken',
  'character',
  'outerSpace',
  'acrossParagraphs',
  'whiteSpace',
  'metadata',
];

/**
 * doccano's JSON Lines for sequence labelling: `{"text", "label": [[start, end, label]…]}` and any other keys, which are
 * kept as the article's facts. Offsets are UTF-16 code units in a project with default settings, grapheme clusters in one
 * that counts those, and code points in what Python scripts write.
 */
export const doccano: Format = Object.freeze<Format>({
  id: 'doccano',
  title: 'doccano JSON Lines',
  endings: ['.jsonl'],
  frame: { head: '', between: '', foot: '' },
  isLinewise: true,
  holds: new Set(HELD),
  write: ({ name, text, article, set }: AnnotatedArticle): Part[] => {
    const label = set.annotations.map((annotation) => [annotation.start, annotation.end, annotation.label]);
    return [line({ text, label, id: name, ...article })];
  },
  looksLike: (content) => {
    const { label, labels } = firstRecord(content);
    return Array.isArray(label ?? labels);
  },
  read,
});

/** doccano's JSON Lines for projects with relations. */
export const doccanoRelations: Format = Object.freeze<Format>({
  id: 'doccano-relations',
  title: 'doccano JSON Lines with relations',
  endings: ['.jsonl'],
  frame: { head: '', between: '', foot: '' },
  isLinewise: true,
  holds: new Set([...HELD, 'relation' as const]),
  write: ({ name, text, article, set }: AnnotatedArticle): Part[] => {
    const numbers = new Map(set.annotations.map(({ id }, index) => [id, index]));
    const entities = set.annotations.map(({ start, end, label }, id) => ({
      id,
      start_offset: start,
      end_offset: end,
      label,
    }));
    const relations = set.relations.map(({ type, from, to }, id) => ({
      id,
      from_id: numbers.get(from),
      to_id: numbers.get(to),
      type,
    }));
    return [line({ text, entities, relations, id: name, ...article })];
  },
  looksLike: (content) => {
    const { entities, relations, annotations } = firstRecord(content);
    return Array.isArray(entities) && Array.isArray(relations) && annotations === undefined;
  },
  read,
});

function line(record: object): Part {
  return { ending: '.jsonl', content: `${JSON.stringify(record)}\n` };
}

function read({ name, content, line }: Source): Reading {
  const articles: ReadArticle[] = [];
  const problems: ReadProblem[] = [];
  for (const each of jsonLines(content, line)) {
    if ('problem' in each) problems.push(each.problem);
    else {
      const record = isObject(each.value) ? each.value : {};
      const text = stringIn(record, 'text') ?? stringIn(record, 'data');
      if (text === undefined)
        problems.push({ line: each.line, message: 'there is no "text" of type string', isSerious: true });
      else articles.push(articleIn(record, text, { line: each.line, file: name }, problems));
    }
  }
  return { articles, problems };
}

function articleIn(
  record: JsonObject,
  text: string,
  { line, file }: { line: number; file: string },
  problems: ReadProblem[],
): ReadArticle {
  const list = record.label ?? record.labels ?? [];
  const triples = Array.isArray(list) ? list : [];
  const plain = triples.flatMap((triple: unknown, index): ReadSpan[] => {
    const [start, end, label]: unknown[] = Array.isArray(triple) ? triple : [];
    if (typeof start === 'number' && typeof end === 'number' && typeof label === 'string')
      return [{ id: String(index), start, end, label, line }];
    problems.push({ line, message: `its label ${index + 1} is not [start, end, label]`, isSerious: false });
    return [];
  });
  const named = objectsIn(record.entities).flatMap((entity, index): ReadSpan[] => {
    const start = numberIn(entity, 'start_offset');
    const end = numberIn(entity, 'end_offset');
    const label = stringIn(entity, 'label');
    const id = idIn(entity, 'id') ?? `e${index}`;
    if (start !== undefined && end !== undefined && label !== undefined) return [{ id, start, end, label, line }];
    problems.push({ line, message: `its entity ${index + 1} has no start, end or label`, isSerious: false });
    return [];
  });
  const relations = objectsIn(record.relations).flatMap((relation, index) => {
    const from = idIn(relation, 'from_id');
    const to = idIn(relation, 'to_id');
    if (from !== undefined && to !== undefined)
      return [{ id: `r${index}`, type: stringIn(relation, 'type') ?? '', from, to }];
    problems.push({ line, message: `its relation ${index + 1} has no from_id or to_id`, isSerious: false });
    return [];
  });
  const meta = objectIn(record, 'meta');
  return {
    ...namedOr(idIn(record, 'id') ?? idIn(meta, 'id'), file, line),
    ...{ text, spans: [...plain, ...named], entities: [], relations },
    article: { ...factsIn(meta), ...factsIn(record) },
    units: ['utf16', 'code-point', 'grapheme'],
  };
}
