import type { Annotation, Relation } from '../../annotation/annotation';
import type { AnnotatedArticle, ReadArticle, ReadSpan, WriteOptions } from '../format';
import type { Kind } from '../kinds';
import { byId, EntityList } from '../shared/flatFields';
import { iriOfLink, linkOfIri } from '../shared/knowledgeBases';
import { sentencesOf, tokensOf } from '../tokenizers';

const CORE = 'de.tudarmstadt.ukp.dkpro.core.api';
export const SENTENCE = `${CORE}.segmentation.type.Sentence`;
export const TOKEN = `${CORE}.segmentation.type.Token`;
export const NAMED_ENTITY = `${CORE}.ner.type.NamedEntity`;

/** Types that our files declare, with their features of strings. */
export const TYPES: readonly (readonly [name: string, features: readonly string[]])[] = [
  [SENTENCE, ['id']],
  [TOKEN, ['id']],
  [NAMED_ENTITY, ['value', 'identifier']],
];

/** What the two notations of a CAS can hold of an annotation: a label and one link, wherever it stands. */
export const HELD: readonly Kind[] = [
  ...(['crossing', 'nested', 'partOfToken', 'outerSpace', 'acrossParagraphs', 'whiteSpace', 'links'] as const),
];

/** A thing in a CAS: of a type, mostly on a stretch of text (UTF-16 code units), with other features as strings. */
export interface FeatureStructure {
  readonly id: string;
  readonly type: string;
  readonly begin?: number;
  readonly end?: number;
  /** Strings, and references to others by their id. */
  readonly features: ReadonlyMap<string, string>;
}

/** An article as sentences, tokens and named entities; INCEpTION needs the first two. */
export function structuresOf({ text, set }: AnnotatedArticle, options: WriteOptions): FeatureStructure[] {
  const entities = byId(set.entities);
  const tokens = tokensOf(text, options.tokenizer);
  const sentences = sentencesOf(text, tokens, set.annotations);
  const none: ReadonlyMap<string, string> = new Map();
  const named = ({ label, entity }: Annotation) => {
    const [link] = Object.entries((entity === undefined ? undefined : entities.get(entity)?.links) ?? {});
    return new Map([['value', label], ...(link ? [['identifier', iriOfLink(...link)] as const] : [])]);
  };
  const structures: Omit<FeatureStructure, 'id'>[] = [
    ...sentences.map((sentence) => ({
      type: SENTENCE,
      begin: sentence[0]?.start ?? 0,
      end: sentence.at(-1)?.end ?? 0,
      features: none,
    })),
    ...tokens.map(({ start, end }) => ({ type: TOKEN, begin: start, end, features: none })),
    ...set.annotations.map((each) => ({ type: NAMED_ENTITY, begin: each.start, end: each.end, features: named(each) })),
  ];
  // 1 is the text itself and 2 the annotation of the whole document.
  return structures.map((structure, index) => ({ id: String(index + 3), ...structure }));
}

/** Layers that are about words, sentences and the document, not about what is mentioned. */
const NO_LAYERS =
  /\.(?:segmentation|lexmorph|syntax|metadata|transform)\.|(?:^|[.:])(?:Token|Sentence|Paragraph|DocumentAnnotation|TagsetDescription|LayerDefinition)$/;

/** The article that a CAS is about. Layers of spans become annotations, layers with a governor and a dependent relations. */
export function articleOfStructures(name: string, text: string, structures: readonly FeatureStructure[]): ReadArticle {
  const entities = new EntityList();
  const spans: ReadSpan[] = [];
  const relations: Relation[] = [];
  for (const structure of structures) {
    const { id, type, begin, end, features } = structure;
    const local = type.slice(type.lastIndexOf('.') + 1);
    const from = features.get('Governor');
    const to = features.get('Dependent');
    if (from !== undefined && to !== undefined)
      relations.push({ id, type: features.get('value') ?? features.get('DependencyType') ?? local, from, to });
    else if (begin !== undefined && end !== undefined && end > begin && !NO_LAYERS.test(type)) {
      const label = features.get('value') ?? features.get('label') ?? local;
      const identifier = features.get('identifier');
      const link = identifier === undefined ? undefined : linkOfIri(identifier);
      if (link) entities.add({ id: link.join(':'), label, name: link.join(':'), links: Object.fromEntries([link]) });
      const quote = text.slice(begin, end);
      spans.push({ id, start: begin, end, label, quote, ...(link && { entity: link.join(':') }) });
    }
  }
  const marks = new Set(spans.map(({ id }) => id));
  const between = relations.filter(({ from, to }) => marks.has(from) && marks.has(to));
  return { name, text, spans, entities: entities.entities, relations: between, units: ['utf16'] };
}
