import type { Annotation } from '../../annotation/annotation';
import { codePoints } from '../../text/codePoints';
import type { AnnotatedArticle, Format, Part, ReadArticle, Reading, ReadProblem, ReadSpan, Source } from '../format';
import { allKinds } from '../kinds';
import { byId, EntityList, flatFields, unflattened } from '../shared/flatFields';
import {
  factsIn,
  idIn,
  isObject,
  type JsonObject,
  numberIn,
  objectIn,
  objectsIn,
  parseJson,
  stringIn,
  stringsOf,
} from '../shared/json';
import { withoutEnding } from '../shared/names';

/**
 * Label Studio's tasks (labelstud.io/guide/tasks), for a project with `<Labels name="label" toName="text">` and
 * `<Text name="text" value="$text" granularity="symbol"/>`. Code points. What is decided becomes an annotation of the task,
 * suggestions a prediction; notes are the region's `meta.text`, which it shows, other fields stay under `meta`.
 */
export const labelStudio: Format = Object.freeze<Format>({
  id: 'label-studio',
  title: 'Label Studio JSON',
  endings: ['.json'],
  frame: { head: '[\n', between: ',\n', foot: '\n]\n' },
  holds: allKinds('orphan', 'empty', 'rejection', 'quotation', 'unknown'),
  write,
  looksLike: (content) =>
    /^\s*\[?\s*\{/.test(content) &&
    /"(?:result|annotations|predictions|completions)"\s*:/.test(content) &&
    /"data"\s*:/.test(content),
  read,
});

function write({ name, text, article, set }: AnnotatedArticle): Part[] {
  const points = codePoints(text);
  const entities = byId(set.entities);
  const region = (annotation: Annotation) => {
    const { note, status: _, ...fields } = flatFields(annotation, entities);
    const meta = { ...(note !== undefined && { text: [note] }), ...fields };
    const { start, end, label } = annotation;
    return {
      id: annotation.id,
      ...{ from_name: 'label', to_name: 'text', type: 'labels' },
      value: {
        start: points.fromUtf16(start),
        end: points.fromUtf16(end),
        text: text.slice(start, end),
        labels: [label],
      },
      ...(Object.keys(meta).length > 0 && { meta }),
    };
  };
  const sides = (['accepted', 'suggested'] as const).map((status) => {
    const regions = set.annotations.filter((annotation) => annotation.status === status);
    return { regions, ids: new Set(regions.map(({ id }) => id)) };
  });
  const [decided, proposed] = sides;
  // A relation is written with the region that it leads from; Label Studio wants both ends in one result.
  const relationsOf = (ids: ReadonlySet<string>) =>
    set.relations
      .filter(({ from }) => ids.has(from))
      .map(({ type, from, to }) => ({
        type: 'relation',
        from_id: from,
        to_id: to,
        direction: 'right',
        labels: [type],
      }));
  const result = (side: typeof decided) => [
    ...(side?.regions.map(region) ?? []),
    ...relationsOf(side?.ids ?? new Set()),
  ];
  const task = {
    data: { text, id: name, ...article },
    annotations: [{ result: result(decided) }],
    ...(proposed &&
      proposed.regions.length > 0 && { predictions: [{ model_version: 'newsmark', result: result(proposed) }] }),
  };
  return [{ ending: '.json', content: JSON.stringify(task) }];
}

function read({ name, content }: Source): Reading {
  const parsed = parseJson(content);
  if ('problem' in parsed) return { articles: [], problems: [parsed.problem] };
  const tasks = isObject(parsed.value) ? [parsed.value] : objectsIn(parsed.value);
  const problems: ReadProblem[] = [];
  const stem = withoutEnding(name, ['.json']);
  const articles = tasks.flatMap((task, index): ReadArticle[] => {
    const text = textOf(task);
    const where = `task ${idIn(task, 'id') ?? index + 1}`;
    if (text === undefined) {
      problems.push({ message: `${where} is not about text`, isSerious: true });
      return [];
    }
    const given = idIn(objectIn(task, 'data'), 'id') ?? idIn(task, 'id');
    const isNumbered = given === undefined && tasks.length > 1;
    const article = articleIn(task, text, given ?? (isNumbered ? `${stem}-${index + 1}` : stem), (message) => {
      problems.push({ message: `${where}: ${message}`, isSerious: false });
    });
    return [isNumbered ? { ...article, isNumbered } : article];
  });
  return { articles, problems };
}

/** The text of a task: `data.text`, else the data's only text that is longer than a name; in a short export, the task's own. */
function textOf(task: JsonObject): string | undefined {
  const data = isObject(task.data) ? task.data : task;
  const named = stringIn(data, 'text');
  if (named !== undefined) return named;
  const regions = resultsOf(task).flatMap(({ results }) => results);
  if (!regions.some((region) => isObject(region.value) && typeof region.value.start === 'number')) return undefined;
  return Object.values(stringsOf(data)).sort((a, b) => b.length - a.length)[0];
}

interface Side {
  readonly isPrediction: boolean;
  readonly by?: string;
  readonly results: readonly JsonObject[];
}

function resultsOf(task: JsonObject): Side[] {
  const sides = (list: unknown, isPrediction: boolean) =>
    objectsIn(list)
      .filter((each) => each.was_cancelled !== true)
      .map((each): Side => {
        const who = isObject(each.completed_by)
          ? (stringIn(each.completed_by, 'email') ?? idIn(each.completed_by, 'id'))
          : idIn(each, 'completed_by');
        return { isPrediction, ...(who !== undefined && { by: who }), results: objectsIn(each.result) };
      });
  const short = objectsIn(task.label).map((value): JsonObject => ({ type: 'labels', value }));
  return [
    ...sides(task.annotations ?? task.completions, false),
    ...sides(task.predictions, true),
    ...(short.length > 0 ? [{ isPrediction: false, results: short }] : []),
  ];
}

/**
 * Ids are a side's own: what was made of a prediction may have the prediction's. The first side that has one keeps it. A
 * relation may lead to the region of another side.
 * @param taken the ids of the sides before; those of this one come to it
 */
function ownIds(results: readonly JsonObject[], taken: Set<string>): (given: string) => string {
  const ids = new Map<string, string>();
  for (const region of results) {
    const given = region.type === 'relation' ? undefined : idIn(region, 'id');
    if (given === undefined || ids.has(given)) continue;
    let id = given;
    for (let number = 2; taken.has(id); number++) id = `${given}-${number}`;
    ids.set(given, id);
    taken.add(id);
  }
  return (given) => ids.get(given) ?? given;
}

function articleIn(task: JsonObject, text: string, name: string, tell: (message: string) => void): ReadArticle {
  const entities = new EntityList();
  const spans: ReadSpan[] = [];
  const relations: { id: string; type: string; from: string; to: string }[] = [];
  const taken = new Set<string>();
  let count = 0;
  for (const { isPrediction, by, results } of resultsOf(task)) {
    const idOf = ownIds(results, taken);
    for (const region of results) {
      count++;
      if (region.type === 'relation') {
        const from = idIn(region, 'from_id');
        const to = idIn(region, 'to_id');
        const [type] = Array.isArray(region.labels) ? region.labels : [];
        if (from !== undefined && to !== undefined)
          relations.push({
            id: `r${count}`,
            type: typeof type === 'string' ? type : '',
            from: idOf(from),
            to: idOf(to),
          });
        continue;
      }
      const value = objectIn(region, 'value');
      const start = numberIn(value, 'start');
      const end = numberIn(value, 'end');
      const given: unknown[] = [value.labels, value.hypertextlabels].find(Array.isArray) ?? [];
      const [label, ...others] = given.filter((each) => typeof each === 'string');
      if (start === undefined || end === undefined || label === undefined) {
        tell(`a region of type ${JSON.stringify(region.type ?? null)} is no labeled stretch of text`);
        continue;
      }
      const meta = objectIn(region, 'meta');
      const [note]: unknown[] = Array.isArray(meta.text) ? meta.text : [];
      const { fields, entity } = unflattened(stringsOf(meta), label);
      entities.add(entity);
      const quote = stringIn(value, 'text');
      const span = {
        id: idOf(idIn(region, 'id') ?? `s${count}`),
        ...{ start, end, label },
        ...(quote !== undefined && { quote }),
        ...(isPrediction && { status: 'suggested' as const }),
        ...(by !== undefined && { by }),
        ...fields,
        ...(typeof note === 'string' && { note }),
      };
      // A region with several labels is an annotation for each.
      spans.push(span, ...others.map((other, index) => ({ ...span, id: `${span.id} ${index + 2}`, label: other })));
    }
  }
  return {
    ...{ name, text, spans, relations, entities: entities.entities },
    article: factsIn(objectIn(task, 'data')),
    units: ['code-point', 'utf16'],
  };
}
