import { codePoints } from '../../text/codePoints';
import type { AnnotatedArticle, Format, Part, ReadArticle, Reading, ReadProblem, ReadSpan, Source } from '../format';
import { byId, EntityList } from '../shared/flatFields';
import { decodeName, encodeName, iriOfLink, linkOfIri } from '../shared/knowledgeBases';
import { parseTurtle, type Triple, turtleIri, turtleLiteral } from './turtle';

const NIF = 'http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#';
const ITSRDF = 'http://www.w3.org/2005/11/its/rdf#';
const ARTICLE = 'urn:newsmark:article:';
const LABEL = 'urn:newsmark:label:';

/**
 * NIF 2.0 in Turtle (persistence.uni-leipzig.org/nlp2rdf): the text as a context, a phrase for each annotation, in code
 * points (RFC 5147); labels and links are IRIs.
 */
export const nif: Format = Object.freeze<Format>({
  id: 'nif',
  title: 'NIF 2.0 Turtle',
  endings: ['.ttl'],
  frame: {
    head: `@prefix nif: <${NIF}> .\n@prefix itsrdf: <${ITSRDF}> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n`,
    between: '',
    foot: '',
  },
  holds: new Set([
    ...(['crossing', 'nested', 'partOfToken', 'outerSpace', 'acrossParagraphs', 'whiteSpace', 'character'] as const),
    'links',
  ]),
  write,
  read,
});

function write({ name, text, set }: AnnotatedArticle): Part[] {
  const points = codePoints(text);
  const entities = byId(set.entities);
  const base = `${ARTICLE}${encodeName(name)}`;
  const context = turtleIri(`${base}#char=0,${points.length}`);
  const place = (start: number, end: number) =>
    `nif:beginIndex "${start}"^^xsd:nonNegativeInteger ; nif:endIndex "${end}"^^xsd:nonNegativeInteger`;
  const seen = new Map<string, number>();
  const phrases = set.annotations.map(({ start, end, label, entity }) => {
    const [from, to] = [points.fromUtf16(start), points.fromUtf16(end)];
    const fragment = `char=${from},${to}`;
    // Several annotations on the same words are several things.
    const number = (seen.get(fragment) ?? 0) + 1;
    seen.set(fragment, number);
    const [link] = Object.entries((entity === undefined ? undefined : entities.get(entity)?.links) ?? {});
    const properties = [
      'a nif:Phrase, nif:RFC5147String',
      `nif:anchorOf ${turtleLiteral(text.slice(start, end))}`,
      place(from, to),
      `nif:referenceContext ${context}`,
      `itsrdf:taClassRef ${turtleIri(`${LABEL}${encodeName(label)}`)}`,
      ...(link ? [`itsrdf:taIdentRef ${turtleIri(iriOfLink(...link))}`] : []),
    ];
    return `\n${turtleIri(`${base}#${fragment}${number > 1 ? `;${number}` : ''}`)} ${properties.join(' ;\n  ')} .\n`;
  });
  const head = `\n${context} a nif:Context, nif:RFC5147String ;\n  nif:isString ${turtleLiteral(text)} ;\n  ${place(0, points.length)} .\n`;
  return [{ ending: '.ttl', content: head + phrases.join('') }];
}

/** What is said of one thing: values by property. */
type Facts = ReadonlyMap<string, readonly string[]>;

function read({ content }: Source): Reading {
  const parsed = parseTurtle(content);
  if ('problem' in parsed) return { articles: [], problems: [parsed.problem] };
  const things = factsOf(parsed.triples);
  const problems: ReadProblem[] = [];
  const articles = new Map<string, { text: string; spans: ReadSpan[]; entities: EntityList }>();
  for (const [iri, facts] of things) {
    const [text] = facts.get(`${NIF}isString`) ?? [];
    if (text !== undefined) articles.set(iri, { text, spans: [], entities: new EntityList() });
  }
  for (const [iri, facts] of things) {
    const [context] = facts.get(`${NIF}referenceContext`) ?? [];
    if (context === undefined) continue;
    const article = articles.get(context);
    if (!article) problems.push({ message: `${iri}: its context ${context} is not there`, isSerious: false });
    else article.spans.push(...spansOf(iri, facts, article.entities));
  }
  if (articles.size === 0) problems.push({ message: 'there is no text (nif:isString) in it', isSerious: true });
  const found = [...articles].map(([iri, { text, spans, entities }]): ReadArticle => {
    return {
      name: nameOf(iri),
      text,
      spans,
      entities: entities.entities,
      relations: [],
      units: ['code-point', 'utf16'],
    };
  });
  return { articles: found, problems };
}

function factsOf(triples: readonly Triple[]): ReadonlyMap<string, Facts> {
  const things = new Map<string, Map<string, string[]>>();
  for (const { subject, predicate, object } of triples) {
    const facts = things.get(subject) ?? new Map<string, string[]>();
    things.set(subject, facts);
    const values = facts.get(predicate) ?? [];
    facts.set(predicate, values);
    values.push(object);
  }
  return things;
}

/** An annotation for each class of a phrase; one that only names a thing counts too. */
function spansOf(iri: string, facts: Facts, entities: EntityList): ReadSpan[] {
  const first = (property: string) => facts.get(property)?.[0];
  const start = Number(first(`${NIF}beginIndex`) ?? Number.NaN);
  const end = Number(first(`${NIF}endIndex`) ?? Number.NaN);
  const classes = facts.get(`${ITSRDF}taClassRef`) ?? [];
  const identity = first(`${ITSRDF}taIdentRef`);
  if (classes.length === 0 && identity === undefined) return [];
  const quote = first(`${NIF}anchorOf`);
  const link = identity === undefined ? undefined : linkOfIri(identity);
  return (classes.length > 0 ? classes : ['Entity']).map((each, index): ReadSpan => {
    const label = labelOf(each);
    if (link) entities.add({ id: link.join(':'), label, name: link.join(':'), links: Object.fromEntries([link]) });
    return {
      id: `${iri} ${index}`,
      ...{ start, end, label },
      ...(quote !== undefined && { quote }),
      ...(link && { entity: link.join(':') }),
    };
  });
}

/** `urn:newsmark:label:PERSON`, `urn:inception:Person`, `http://dbpedia.org/ontology/Person`: what stands last. */
function labelOf(iri: string): string {
  if (iri.startsWith(LABEL)) return decodeName(iri.slice(LABEL.length));
  return iri.slice(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#'), iri.lastIndexOf(':')) + 1) || iri;
}

function nameOf(iri: string): string {
  const bare = iri.replace(/#[^#]*$/, '');
  if (bare.startsWith(ARTICLE)) return decodeName(bare.slice(ARTICLE.length));
  return bare.slice(bare.lastIndexOf('/') + 1) || bare;
}
