import type { Annotation, Entity } from '../../annotation/annotation';
import { paragraphs } from '../../text/paragraphs';
import { firstStartingAt } from '../../text/sorted';
import type { Span } from '../../text/span';
import type { AnnotatedArticle, Part } from '../format';
import { byId, textToValue, valueToText } from '../shared/flatFields';
import { encodeName, iriOfLink } from '../shared/knowledgeBases';
import { xmlAttribute, xmlText } from '../shared/xml';
import { elementOf } from './elements';

/** Names and the rest as elements around their words. The annotations lie within paragraphs, and none crosses another. */
export function writeInline(article: AnnotatedArticle): Part[] {
  const { text, set } = article;
  const entities = byId(set.entities);
  const blocks = paragraphs(text).map((block) => {
    const first = firstStartingAt(set.annotations, block.start);
    const own = set.annotations.slice(first, firstStartingAt(set.annotations, block.end));
    return `   <p>${inlined(text, block, own, entities)}</p>\n`;
  });
  return [{ ending: '.tei.xml', content: documentOf(article, '', blocks.join('')) }];
}

function inlined(
  text: string,
  block: Span,
  annotations: readonly Annotation[],
  entities: ReadonlyMap<string, Entity>,
): string {
  const pieces: string[] = [];
  const open: Annotation[] = [];
  let at = block.start;
  const upTo = (place: number) => {
    pieces.push(xmlText(text.slice(at, place)));
    at = place;
  };
  const closeThrough = (place: number) => {
    for (let last = open.at(-1); last && last.end <= place; last = open.at(-1)) {
      upTo(last.end);
      pieces.push(`</${elementOf(last.label).name}>`);
      open.pop();
    }
  };
  for (const annotation of annotations) {
    closeThrough(annotation.start);
    upTo(annotation.start);
    pieces.push(startTag(annotation, entities));
    open.push(annotation);
  }
  closeThrough(block.end);
  upTo(block.end);
  return pieces.join('');
}

function startTag({ label, entity, value }: Annotation, entities: ReadonlyMap<string, Entity>): string {
  const { name, type } = elementOf(label);
  const [link] = Object.entries((entity === undefined ? undefined : entities.get(entity)?.links) ?? {});
  const attributes: [string, string | undefined][] = [
    ['type', type],
    [linkAttribute(name), link && iriOfLink(...link)],
    ...valueAttributes(name, value),
  ];
  const told = attributes.flatMap(([key, words]) => (words === undefined ? [] : [` ${key}="${xmlAttribute(words)}"`]));
  return `<${name}${told.join('')}>`;
}

/** What a name is of is its `ref`; TEI has no such attribute for what is no name, but every element may correspond. */
function linkAttribute(name: string): string {
  return ['measure', 'num', 'quote'].includes(name) ? 'corresp' : 'ref';
}

/** A calendar date is `when`; other values have no attribute with room for them, and are the element's number or label. */
function valueAttributes(name: string, value: unknown): [string, string | undefined][] {
  if (value === undefined) return [];
  const words = valueToText(value);
  return [[name === 'date' && isCalendarDate(words) ? 'when' : 'n', words]];
}

function isCalendarDate(words: string): boolean {
  return (
    /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(words) && typeof textToValue(words) === 'string'
  );
}

/** Annotations apart from the text, tied to anchors in it. */
export function writeStandOff(article: AnnotatedArticle): Part[] {
  const { text, set } = article;
  const entities = byId(set.entities);
  const borders = [...new Set(set.annotations.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  let next = 0;
  const anchored = ({ start, end }: Span, isLast: boolean) => {
    const pieces: string[] = [];
    let at = start;
    for (; (borders[next] ?? Number.POSITIVE_INFINITY) < (isLast ? Number.POSITIVE_INFINITY : end + 1); next++) {
      const border = Math.min(Math.max(borders[next] ?? end, at), end);
      pieces.push(xmlText(text.slice(at, border)), `<anchor xml:id="c${borders[next]}"/>`);
      at = border;
    }
    return `${pieces.join('')}${xmlText(text.slice(at, end))}`;
  };
  const blocks = paragraphs(text);
  const body = blocks.map((block, index) => `   <p>${anchored(block, index === blocks.length - 1)}</p>\n`);
  const annotations = set.annotations.map((annotation, index) => {
    const { label, entity, note } = annotation;
    const [link] = Object.entries((entity === undefined ? undefined : entities.get(entity)?.links) ?? {});
    const target = `target="#range(c${annotation.start},c${annotation.end})"`;
    const told = note === undefined ? '' : `<note>${xmlText(note)}</note>`;
    const iri = link ? `<ptr target="${xmlAttribute(iriOfLink(...link))}"/>` : '';
    return `   <annotation xml:id="a${index + 1}" ${target}><ptr target="#${categoryId(label)}"/>${iri}${told}</annotation>\n`;
  });
  const standOff = ` <standOff>\n  <listAnnotation>\n${annotations.join('')}  </listAnnotation>\n </standOff>\n`;
  const labels = [...new Set(set.annotations.map(({ label }) => label))];
  const content = documentOf(article, annotations.length > 0 ? standOff : '', body.join(''), labels);
  return [{ ending: '.tei.xml', content }];
}

/** A label as an XML id. */
function categoryId(label: string): string {
  return `cat.${encodeName(label).replaceAll('%', '_x').replaceAll('~', '_x007e')}`;
}

function documentOf(
  { name, article }: AnnotatedArticle,
  standOff: string,
  body: string,
  labels: readonly string[] = [],
): string {
  const title = typeof article.title === 'string' ? article.title : name;
  const date = article.published === undefined ? '' : `<date when="${xmlAttribute(article.published)}"/>`;
  const categories = labels.map(
    (label) => `<category xml:id="${categoryId(label)}"><catDesc>${xmlText(label)}</catDesc></category>`,
  );
  const encoding =
    labels.length > 0
      ? `\n  <encodingDesc><classDecl><taxonomy>${categories.join('')}</taxonomy></classDecl></encodingDesc>`
      : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
 <teiHeader>
  <fileDesc><titleStmt><title>${xmlText(title)}</title></titleStmt><publicationStmt><p>Written by Newsmark</p></publicationStmt><sourceDesc><p>${xmlText(name)}${date}</p></sourceDesc></fileDesc>${encoding}
 </teiHeader>
${standOff} <text>
  <body>
${body || '   <p/>\n'}  </body>
 </text>
</TEI>
`;
}
