import type { Entity, Relation } from '../../annotation/annotation';
import type { ReadArticle, Reading, ReadProblem, ReadSpan, Source } from '../format';
import type { OffsetUnit } from '../offsetUnits';
import { EntityList, textToValue } from '../shared/flatFields';
import { isObject, type JsonObject, numberIn, parseJson, stringIn } from '../shared/json';
import { entityOfIri, linkOfIri } from '../shared/knowledgeBases';
import { withoutEnding } from '../shared/names';

/** Whether JSON looks like web annotations. */
export function isAnnotationJson(content: string): boolean {
  return /"selector"|"Annotation(?:Page|Collection)?"/.test(content) && /"target"|"items"/.test(content);
}

/** What is gathered of one source, that is, of one article. */
interface Found {
  readonly spans: ReadSpan[];
  readonly entities: EntityList;
  readonly relations: Relation[];
}

/** Reads an annotation, a list, a page or a collection of them. */
export function readWebAnnotations({ name, content }: Source, units: readonly OffsetUnit[]): Reading {
  const parsed = parseJson(content);
  if ('problem' in parsed) return { articles: [], problems: [parsed.problem] };
  const problems: ReadProblem[] = [];
  const found = new Map<string, Found>();
  const sourceOf = new Map<string, string>();
  const at = (source: string): Found => {
    const known = found.get(source) ?? { spans: [], entities: new EntityList(), relations: [] };
    found.set(source, known);
    return known;
  };
  const all = annotationsIn(parsed.value);
  const links = all.filter(({ motivation }) => asList(motivation).includes('linking'));
  for (const [index, annotation] of all.entries()) {
    if (links.includes(annotation)) continue;
    const id = stringIn(annotation, 'id') ?? stringIn(annotation, '@id') ?? `a${index}`;
    const source = takeMark(annotation, id, name, at);
    if (asList(annotation.target).length > 1)
      problems.push({ message: `annotation ${id} is on several things; the first is taken`, isSerious: false });
    if (source === undefined) problems.push({ message: `annotation ${id} is on no stretch of text`, isSerious: false });
    else sourceOf.set(id, source);
  }
  for (const [index, annotation] of links.entries()) {
    const [from] = asList(annotation.target).flatMap(iriIn);
    const bodies = asList(annotation.body).filter(isObject);
    const to = bodies.filter((body) => body.purpose !== 'tagging').flatMap(iriIn)[0];
    const type = bodies.find((body) => body.purpose === 'tagging');
    const source = from === undefined ? undefined : sourceOf.get(from);
    if (from === undefined || to === undefined || source === undefined)
      problems.push({
        message: `the link ${stringIn(annotation, 'id') ?? index} is not between two annotations`,
        isSerious: false,
      });
    else at(source).relations.push({ id: `r${index}`, type: (type && stringIn(type, 'value')) ?? '', from, to });
  }
  const articles = [...found].map(([source, { spans, entities, relations }]): ReadArticle => {
    const own = source === '' ? withoutEnding(name, ['.jsonld', '.json']) : source;
    return { name: own, spans, entities: entities.entities, relations, units };
  });
  return { articles, problems };
}

/** Annotations wherever they are: one, a list, a page, a collection with its first page. */
function annotationsIn(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(annotationsIn);
  if (!isObject(value)) return [];
  if (value.items !== undefined) return annotationsIn(value.items);
  if (value.first !== undefined) return annotationsIn(value.first);
  return value.target === undefined ? [] : [value];
}

/** @returns the source that the annotation is on; undefined where it is on no stretch of text */
function takeMark(annotation: JsonObject, id: string, file: string, at: (source: string) => Found): string | undefined {
  const [target] = asList(annotation.target).filter(isObject);
  const selectors = asList(target?.selector).flatMap(unrefined);
  const position = selectors.find(({ type }) => asList(type).includes('TextPositionSelector'));
  const quote = selectors.find(({ type }) => asList(type).includes('TextQuoteSelector'));
  if (!target || (!position && !quote)) return undefined;
  const source = iriIn(target.source)[0] ?? '';
  const found = at(source);
  const exact = quote && stringIn(quote, 'exact');
  const bodies = bodiesIn(annotation);
  const entity = entityIn(bodies);
  found.entities.add(entity);
  const span = {
    id,
    start: (position && numberIn(position, 'start')) ?? -1,
    end: (position && numberIn(position, 'end')) ?? -1,
    ...(exact !== undefined && {
      quote: exact,
      prefix: (quote && stringIn(quote, 'prefix')) ?? '',
      suffix: (quote && stringIn(quote, 'suffix')) ?? '',
    }),
    ...fieldsIn(annotation, bodies, file),
    ...(entity && { entity: entity.id }),
  };
  // Several tags are an annotation for each.
  const [, ...tags] = textsOf(bodies, 'tagging');
  const others = [...new Set(tags)].filter((tag) => tag !== span.label);
  found.spans.push(span, ...others.map((label, index) => ({ ...span, id: `${id} ${index + 2}`, label })));
  return source;
}

/** A selector and those that refine it. */
function unrefined(selector: unknown): JsonObject[] {
  const found: JsonObject[] = [];
  for (let each = selector, depth = 0; isObject(each) && depth < 10; each = each.refinedBy, depth++) found.push(each);
  return found;
}

function fieldsIn(
  annotation: JsonObject,
  bodies: readonly Body[],
  file: string,
): Pick<ReadSpan, 'label'> & Partial<ReadSpan> {
  const first = (purpose: string) => bodies.find((body) => body.purpose === purpose)?.text;
  const status = first('assessing');
  const value = first('describing');
  const notes = [...textsOf(bodies, 'commenting'), ...textsOf(bodies, 'replying')];
  const by = whoIn(annotation.creator);
  const source = whoIn(annotation.generator);
  const created = stringIn(annotation, 'created');
  const label =
    first('tagging') ??
    first('classifying') ??
    first('') ??
    asList(annotation.motivation).find((each) => typeof each === 'string');
  return {
    label: typeof label === 'string' && label !== '' ? label : file,
    ...((status === 'rejected' || status === 'suggested') && { status }),
    ...(value !== undefined && { value: textToValue(value) }),
    ...(notes.length > 0 && { note: notes.join('\n') }),
    ...(by !== undefined && { by }),
    ...(source !== undefined && { source }),
    ...(created !== undefined && { at: created }),
  };
}

/** A body as far as we read it: words, or a thing that is named. */
interface Body {
  readonly purpose: string;
  readonly text?: string;
  readonly iri?: string;
  readonly name?: string;
  readonly comment?: string;
}

function textsOf(bodies: readonly Body[], wanted: string): string[] {
  return bodies.flatMap(({ purpose, text }) => (purpose === wanted && text !== undefined ? [text] : []));
}

function bodiesIn(annotation: JsonObject): Body[] {
  return asList(annotation.body).flatMap((body): Body[] => {
    if (typeof body === 'string') return [{ purpose: 'identifying', iri: body }];
    if (!isObject(body)) return [];
    const purpose = (stringIn(body, 'purpose') ?? '').replace(/^oa:/, '');
    const text = stringIn(body, 'value');
    const [iri] = iriIn(body);
    const name = stringIn(body, 'rdfs:label');
    const comment = stringIn(body, 'rdfs:comment');
    return [
      {
        purpose,
        ...(text !== undefined && { text }),
        ...(iri !== undefined && text === undefined && { iri }),
        ...(name !== undefined && { name }),
        ...(comment !== undefined && { comment }),
      },
    ];
  });
}

function entityIn(bodies: readonly Body[]): Entity | undefined {
  const named = bodies.filter((body) => body.purpose === 'identifying' && body.iri !== undefined);
  const own = named.find(({ iri = '' }) => entityOfIri(iri) !== undefined);
  const others = named.filter((body) => body !== own).map(({ iri = '' }) => linkOfIri(iri));
  const [first] = others;
  const label =
    bodies.find(({ purpose }) => purpose === 'classifying')?.text ??
    bodies.find(({ purpose }) => purpose === 'tagging')?.text ??
    '';
  const id = own?.iri === undefined ? first?.join(':') : entityOfIri(own.iri);
  if (id === undefined) return undefined;
  return {
    id,
    label,
    name: own?.name ?? id,
    ...(others.length > 0 && { links: Object.fromEntries(others) }),
    ...(own?.comment !== undefined && { note: own.comment }),
  };
}

function whoIn(agent: unknown): string | undefined {
  const [first] = asList(agent);
  if (typeof first === 'string') return first;
  return isObject(first)
    ? (stringIn(first, 'name') ?? stringIn(first, 'nickname') ?? stringIn(first, 'id'))
    : undefined;
}

/** The IRI of a thing: itself, its `source`, its `id`. */
function iriIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (!isObject(value)) return [];
  const iri = [stringIn(value, 'source'), stringIn(value, 'id'), stringIn(value, '@id')].find(
    (each) => each !== undefined,
  );
  return iri === undefined ? iriInNested(value.source) : [iri];
}

function iriInNested(source: unknown): string[] {
  const iri = isObject(source) ? (stringIn(source, 'id') ?? stringIn(source, '@id')) : undefined;
  return iri === undefined ? [] : [iri];
}

/** In JSON-LD one thing and a list of one are the same. */
function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
