import type { Annotation } from '../../annotation/annotation';
import { codePoints } from '../../text/codePoints';
import { firstAtLeast } from '../../text/sorted';
import type {
  AnnotatedArticle,
  Format,
  Part,
  ReadArticle,
  Reading,
  ReadProblem,
  ReadSpan,
  Source,
  WriteOptions,
} from '../format';
import { allKinds } from '../kinds';
import { byId, EntityList, flatFields, unflattened } from '../shared/flatFields';
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
  stringsOf,
} from '../shared/json';
import { namedOr } from '../shared/names';
import { tokensOf } from '../tokenizers';

/**
 * Prodigy's JSON Lines, which spaCy's projects take too (prodi.gy/docs/api-interfaces): code points, `token_end` inclusive.
 * Fields that Prodigy does not know stay with their span; it computes the hashes of a task itself.
 */
export const prodigy: Format = Object.freeze<Format>({
  id: 'prodigy',
  title: 'spaCy / Prodigy JSON Lines',
  endings: ['.jsonl'],
  frame: { head: '', between: '', foot: '' },
  isLinewise: true,
  holds: allKinds('orphan', 'empty', 'quotation', 'unknown'),
  write,
  looksLike: (content) => {
    const { spans, answer, _task_hash: hash } = firstRecord(content);
    return Array.isArray(spans) || answer !== undefined || hash !== undefined;
  },
  read,
});

function write({ name, text, article, set }: AnnotatedArticle, options: WriteOptions): Part[] {
  const points = codePoints(text);
  const tokens = tokensOf(text, options.tokenizer);
  const starts = tokens.map(({ start }) => start);
  const ends = tokens.map(({ end }) => end);
  const entities = byId(set.entities);
  const spanOf = (annotation: Annotation) => {
    const place = { start: points.fromUtf16(annotation.start), end: points.fromUtf16(annotation.end) };
    const first = firstAtLeast(starts, annotation.start);
    const last = firstAtLeast(ends, annotation.end);
    const isAligned = starts[first] === annotation.start && ends[last] === annotation.end;
    const words = text.slice(annotation.start, annotation.end);
    return {
      text: words,
      ...place,
      ...(isAligned && { token_start: first, token_end: last }),
      label: annotation.label,
    };
  };
  // Prodigy ties relations to the last token of a span, aligned with it or not.
  const lastToken = ({ end }: Annotation) => Math.max(0, firstAtLeast(starts, end) - 1);
  const spans = set.annotations.map((annotation) => ({ ...spanOf(annotation), ...flatFields(annotation, entities) }));
  const marks = new Map(set.annotations.map((annotation) => [annotation.id, annotation]));
  const relations = set.relations.flatMap(({ type, from, to }) => {
    const [head, child] = [marks.get(from), marks.get(to)];
    if (!head || !child) return [];
    const [head_span, child_span] = [spanOf(head), spanOf(child)];
    return [{ head: lastToken(head), child: lastToken(child), head_span, child_span, label: type }];
  });
  const record = {
    text,
    tokens: tokens.map(({ start, end }, id) => ({
      text: text.slice(start, end),
      start: points.fromUtf16(start),
      end: points.fromUtf16(end),
      id,
      ws: text.charAt(end) === ' ',
    })),
    spans,
    ...(relations.length > 0 && { relations }),
    meta: { id: name, ...article },
    answer: 'accept',
  };
  return [{ ending: '.jsonl', content: `${JSON.stringify(record)}\n` }];
}

function read({ name, content, line }: Source): Reading {
  const articles: ReadArticle[] = [];
  const problems: ReadProblem[] = [];
  for (const each of jsonLines(content, line)) {
    if ('problem' in each) problems.push(each.problem);
    else {
      const text = isObject(each.value) ? stringIn(each.value, 'text') : undefined;
      if (!isObject(each.value) || text === undefined)
        problems.push({ line: each.line, message: 'there is no "text" of type string', isSerious: true });
      else articles.push(articleIn(each.value, text, { line: each.line, file: name }, problems));
    }
  }
  return { articles, problems };
}

/** Fields of a span that are not ours to read. */
const OWN = new Set(['start', 'end', 'label', 'text', 'type', 'token_start', 'token_end']);

function articleIn(
  record: JsonObject,
  text: string,
  { line, file }: { line: number; file: string },
  problems: ReadProblem[],
): ReadArticle {
  const meta = objectIn(record, 'meta');
  const answer = stringIn(record, 'answer');
  const entities = new EntityList();
  const spans = objectsIn(record.spans).flatMap((span, index): ReadSpan[] => {
    const start = numberIn(span, 'start');
    const end = numberIn(span, 'end');
    const label = stringIn(span, 'label');
    if (start === undefined || end === undefined || label === undefined) {
      problems.push({ line, message: `its span ${index + 1} has no start, end or label`, isSerious: false });
      return [];
    }
    const strings = Object.fromEntries(Object.entries(stringsOf(span)).filter(([key]) => !OWN.has(key)));
    const { fields, entity } = unflattened(strings, label);
    entities.add(entity);
    const quote = stringIn(span, 'text') ?? tokensQuote(record, span);
    // Who passes over a task decides nothing.
    const given = answer === 'reject' ? 'rejected' : answer === 'ignore' ? 'suggested' : undefined;
    return [
      {
        id: String(index),
        start,
        end,
        label,
        line,
        ...(quote !== undefined && { quote }),
        ...(given && { status: given }),
        ...fields,
      },
    ];
  });
  const ids = new Map(spans.map(({ start, end, label, id }) => [`${start} ${end} ${label}`, id]));
  const endOf = (relation: JsonObject, key: string) => {
    const { start, end, label } = objectIn(relation, key);
    return ids.get(`${start} ${end} ${label}`);
  };
  const relations = objectsIn(record.relations).flatMap((relation, index) => {
    const from = endOf(relation, 'head_span');
    const to = endOf(relation, 'child_span');
    const type = stringIn(relation, 'label') ?? '';
    if (from === undefined || to === undefined) {
      problems.push({ line, message: `its relation ${index + 1} is not between two of its spans`, isSerious: false });
      return [];
    }
    return [{ id: `r${index}`, type, from, to }];
  });
  const facts = factsIn(meta);
  return {
    ...namedOr(idIn(meta, 'id'), file, line),
    ...{ text, article: facts, spans, entities: entities.entities, relations, units: ['code-point', 'utf16'] },
  };
}

/** The words of a span as its first and last token have them: they tell whether offsets count what we think. */
function tokensQuote(record: JsonObject, span: JsonObject): string | undefined {
  const first = numberIn(span, 'token_start');
  const last = numberIn(span, 'token_end');
  if (first === undefined || first !== last || !Array.isArray(record.tokens)) return undefined;
  const token: unknown = record.tokens[first];
  return isObject(token) ? stringIn(token, 'text') : undefined;
}
