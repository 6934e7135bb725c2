import * as v from 'valibot';
import type { Entity, Relation } from '../../annotation/annotation';
import { type FiledArticle, filedAnnotation, filedArticle, filedEntity, filedRelation } from '../../sidecar/filed';
import { fileParts } from '../../sidecar/filedParts';
import { codePoints } from '../../text/codePoints';
import type { AnnotatedArticle, Format, ReadArticle, Reading, ReadProblem, ReadSpan, Source } from '../format';
import { allKinds } from '../kinds';
import {
  firstRecord,
  idIn,
  isObject,
  type JsonObject,
  jsonLines as linesOf,
  objectIn,
  objectsIn,
  stringIn,
} from '../shared/json';
import { namedOr } from '../shared/names';

/**
 * JSON Lines of our own: an article a line with its text and all that its sidecar says, in code points. It loses nothing,
 * and `newsmark recognize -` reads it; what `newsmark recognize --text` prints is read too.
 */
export const jsonLines: Format = Object.freeze<Format>({
  id: 'jsonl',
  title: 'JSON Lines (Newsmark)',
  endings: ['.jsonl', '.ndjson'],
  frame: { head: '', between: '', foot: '' },
  isLinewise: true,
  holds: allKinds('orphan', 'empty'),
  write: (article) => [{ ending: '.jsonl', content: `${JSON.stringify(recordOf(article))}\n` }],
  looksLike: (content) => {
    const { annotations, mentions, data } = firstRecord(content);
    return Array.isArray(annotations ?? mentions) && data === undefined;
  },
  read,
});

function recordOf({ name, text, article, set }: AnnotatedArticle): object {
  const points = codePoints(text);
  return {
    id: name,
    text,
    ...(typeof article.published === 'string' && { published: article.published }),
    article,
    entities: set.entities.map(({ unknown, ...entity }) => ({ ...entity, ...unknown })),
    annotations: set.annotations.map(
      ({ unknown, orphan: _, past: _p, prefix: _x, suffix: _s, quotation, ...fields }) => ({
        ...fields,
        start: points.fromUtf16(fields.start),
        end: points.fromUtf16(fields.end),
        quote: text.slice(fields.start, fields.end),
        ...(quotation && { quotation: fileParts(quotation, points, false) }),
        ...unknown,
      }),
    ),
    relations: set.relations.map(({ unknown, ...relation }) => ({ ...relation, ...unknown })),
  };
}

function read({ name, content, line }: Source): Reading {
  const articles: ReadArticle[] = [];
  const problems: ReadProblem[] = [];
  for (const each of linesOf(content, line)) {
    if ('problem' in each) problems.push(each.problem);
    else if (!isObject(each.value))
      problems.push({ line: each.line, message: 'this is no JSON object', isSerious: true });
    else articles.push(articleIn(each.value, { line: each.line, file: name }, problems));
  }
  return { articles, problems };
}

function articleIn(
  record: JsonObject,
  { line, file }: { line: number; file: string },
  problems: ReadProblem[],
): ReadArticle {
  const text = stringIn(record, 'text');
  const fitting = <T>(list: string, schema: v.GenericSchema<T>): T[] => {
    const items = objectsIn(record[list]);
    const right = items.filter((item): item is JsonObject & T => v.is(schema, item));
    if (right.length < items.length)
      problems.push({
        line,
        message: `${items.length - right.length} of its ${list} are not as they should be`,
        isSerious: false,
      });
    return right;
  };
  const mentions = objectsIn(record.mentions).map((mention, index) => mentionIn(mention, index, line));
  const spoiled = mentions.filter((each) => each === undefined).length;
  if (spoiled > 0)
    problems.push({ line, message: `${spoiled} of its mentions are not as they should be`, isSerious: false });
  const marks = fitting('annotations', filedAnnotation).map((filed): ReadSpan => spanOf(filed, line));
  return {
    ...namedOr(idIn(record, 'id'), file, line),
    ...(text !== undefined && { text }),
    article: factsOf(record),
    spans: [...marks, ...mentions.filter((each) => each !== undefined)],
    entities: fitting('entities', filedEntity).map((entity) =>
      known<Entity>(entity, ['id', 'label', 'name', 'links', 'note']),
    ),
    relations: fitting('relations', filedRelation).map((each) => known<Relation>(each, ['id', 'type', 'from', 'to'])),
    units: ['code-point', 'utf16'],
  };
}

/** Facts as a sidecar may have them; what it says of its file is not true of another. */
function factsOf(record: JsonObject): FiledArticle {
  const given = objectIn(record, 'article');
  if (!v.is(filedArticle, given)) return {};
  const { file: _, sha256: _s, length: _l, ...facts } = given;
  return facts;
}

function spanOf(filed: v.InferOutput<typeof filedAnnotation>, line: number): ReadSpan {
  const { quotation, ...rest } = known<Omit<ReadSpan, 'quotation'> & Pick<typeof filed, 'quotation'>>(filed, MARK_KEYS);
  const span = ([start, end]: readonly [number, number]) => ({ start, end });
  const { content = [], speaker, cue, ...parts } = quotation ?? { kind: 'direct' as const };
  return {
    ...rest,
    line,
    ...(quotation && {
      quotation: {
        ...parts,
        content: content.map(span),
        ...(speaker && { speaker: span(speaker) }),
        ...(cue && { cue: span(cue) }),
      },
    }),
  };
}

const MARK_KEYS = Object.keys(filedAnnotation.entries).filter((key) => key !== 'conflicts');

/** A mention as `newsmark recognize` prints it: a suggestion. */
function mentionIn(mention: JsonObject, index: number, line: number): ReadSpan | undefined {
  const { start, end } = mention;
  const label = stringIn(mention, 'label');
  const quote = stringIn(mention, 'text');
  const value = stringIn(mention, 'value');
  if (typeof start !== 'number' || typeof end !== 'number' || label === undefined) return undefined;
  return {
    id: `m${index}`,
    ...{ start, end, label, line, status: 'suggested' as const },
    ...(quote !== undefined && { quote }),
    ...(value !== undefined && { value }),
  };
}

/** The named fields of an item, the others under `unknown`. */
function known<T>(item: object, keys: readonly string[]): T {
  const entries = Object.entries(item);
  const unknown = entries.filter(([key]) => !keys.includes(key));
  const fields = Object.fromEntries(entries.filter(([key]) => keys.includes(key)));
  // The schema has checked the fields that T names.
  return { ...fields, ...(unknown.length > 0 && { unknown: Object.fromEntries(unknown) }) } as T;
}
