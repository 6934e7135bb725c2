import type { Annotation, Entity } from '../../annotation/annotation';
import { quoteAt } from '../../annotation/quote';
import { codePoints } from '../../text/codePoints';
import type { AnnotatedArticle, Format, Part } from '../format';
import type { Kind } from '../kinds';
import type { OffsetUnit } from '../offsetUnits';
import { byId, valueToText } from '../shared/flatFields';
import { encodeName, entityIri, iriOfLink } from '../shared/knowledgeBases';
import { isAnnotationJson, readWebAnnotations } from './read';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

const HELD: readonly Kind[] = [
  ...([
    'rejection',
    'undecided',
    'crossing',
    'nested',
    'partOfToken',
    'character',
    'outerSpace',
    'acrossParagraphs',
    'whiteSpace',
  ] as const),
  ...(['entity', 'links', 'value', 'note', 'source', 'by', 'at', 'relation'] as const),
];

/**
 * W3C Web Annotation (w3.org/TR/annotation-model): a page of annotations, each with its position in code points and its
 * words with what stands around them. The article's text travels separately.
 */
export const webAnnotation: Format = Object.freeze<Format>({
  id: 'w3c',
  title: 'W3C Web Annotation JSON-LD',
  endings: ['.jsonld', '.json'],
  holds: new Set(HELD),
  write: (article) => [{ ending: '.jsonld', content: pageOf(article) }],
  looksLike: isAnnotationJson,
  read: (source) => readWebAnnotations(source, ['code-point', 'utf16']),
});

/** The annotations of Recogito's text annotator: the same model as a plain list, but counted in UTF-16 code units. */
export const recogito: Format = Object.freeze<Format>({
  id: 'recogito',
  title: 'Recogito JSON',
  endings: ['.json'],
  holds: new Set(HELD),
  write: (article): Part[] => {
    const items = annotationsOf(article, 'utf16').map((annotation) => ({ '@context': CONTEXT, ...annotation }));
    return [{ ending: '.json', content: `${JSON.stringify(items, null, 1)}\n` }];
  },
  looksLike: (content) => isAnnotationJson(content) && content.trimStart().startsWith('['),
  read: (source) => readWebAnnotations(source, ['utf16', 'code-point']),
});

function pageOf(article: AnnotatedArticle): string {
  const items = annotationsOf(article, 'code-point');
  return `${JSON.stringify({ '@context': CONTEXT, id: `urn:newsmark:${encodeName(article.name)}`, type: 'AnnotationPage', startIndex: 0, items }, null, 1)}\n`;
}

function annotationsOf({ name, text, set }: AnnotatedArticle, unit: OffsetUnit): object[] {
  const points = codePoints(text);
  const offset = (at: number) => (unit === 'utf16' ? at : points.fromUtf16(at));
  const entities = byId(set.entities);
  const iri = (id: string) => `urn:newsmark:${encodeName(name)}:${encodeName(id)}`;
  const marks = set.annotations.map((annotation) => {
    const { quote, prefix, suffix } = quoteAt(text, annotation);
    return {
      id: iri(annotation.id),
      type: 'Annotation',
      motivation: 'tagging',
      ...(annotation.at !== undefined && { created: annotation.at }),
      ...(annotation.by !== undefined && { creator: { type: 'Person', name: annotation.by } }),
      ...(annotation.source !== undefined && { generator: { type: 'Software', name: annotation.source } }),
      body: bodiesOf(annotation, entities),
      target: {
        source: name,
        selector: [
          { type: 'TextPositionSelector', start: offset(annotation.start), end: offset(annotation.end) },
          { type: 'TextQuoteSelector', exact: quote, prefix, suffix },
        ],
      },
    };
  });
  const relations = set.relations.map(({ id, type, from, to }) => ({
    id: iri(`relation:${id}`),
    type: 'Annotation',
    motivation: 'linking',
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: type },
      { type: 'SpecificResource', purpose: 'linking', source: iri(to) },
    ],
    target: iri(from),
  }));
  return [...marks, ...relations];
}

function bodiesOf(annotation: Annotation, entities: ReadonlyMap<string, Entity>): object[] {
  const { label, status, value, note, entity: entityId } = annotation;
  const entity = entityId === undefined ? undefined : entities.get(entityId);
  const text = (purpose: string, words: string) => ({ type: 'TextualBody', purpose, value: words });
  const identifying = (source: string) => ({ type: 'SpecificResource', purpose: 'identifying', source });
  return [
    text('tagging', label),
    ...(status === 'accepted' ? [] : [text('oa:assessing', status)]),
    ...(value === undefined ? [] : [text('describing', valueToText(value))]),
    ...(note === undefined ? [] : [text('commenting', note)]),
    ...(entity
      ? [
          {
            ...identifying(entityIri(entity.id)),
            'rdfs:label': entity.name,
            ...(entity.note !== undefined && { 'rdfs:comment': entity.note }),
          },
          ...(entity.label === label ? [] : [text('classifying', entity.label)]),
          ...Object.entries(entity.links ?? {}).map(([base, id]) => identifying(iriOfLink(base, id))),
        ]
      : []),
  ];
}
