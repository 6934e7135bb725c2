import type { AnnotatedArticle, Format, Part, ReadArticle, Reading, ReadProblem, ReadSpan, Source } from '../format';
import { allKinds } from '../kinds';
import { byId, EntityList, flatFields, unflattened } from '../shared/flatFields';
import { withoutEnding } from '../shared/names';
import { childrenOf, localName, parseXml, textIn, type XmlElement, xmlAttribute, xmlText } from '../shared/xml';

/** The set that Newsmark's annotations go to. */
const SET = 'Newsmark';

/** Types that GATE's own tokenizers and splitters make. */
const SEGMENTS = new Set(['Token', 'SpaceToken', 'Sentence', 'Split']);

/** GATE's XML: the text with a node at every border, annotations between nodes, everything else as features. */
export const gate: Format = Object.freeze<Format>({
  id: 'gate',
  title: 'GATE XML',
  endings: ['.gate.xml', '.xml'],
  holds: allKinds('orphan', 'empty', 'quotation', 'unknown', 'relation', 'character'),
  write,
  looksLike: (content) => content.includes('<GateDocument'),
  read,
});

function write({ text, article, set }: AnnotatedArticle): Part[] {
  const borders = [...new Set([0, text.length, ...set.annotations.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const pieces = borders.map((at, index) => `<Node id="${at}"/>${xmlText(text.slice(at, borders[index + 1] ?? at))}`);
  const entities = byId(set.entities);
  const annotations = set.annotations.map((annotation, id) => {
    const features = Object.entries(flatFields(annotation, entities)).map(feature).join('');
    const place = `StartNode="${annotation.start}" EndNode="${annotation.end}"`;
    return `<Annotation Id="${id}" Type="${xmlAttribute(annotation.label)}" ${place}>\n${features}</Annotation>\n`;
  });
  const facts = Object.entries(article).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const content = [
    `<?xml version="1.0" encoding="UTF-8"?>\n<GateDocument version="3">\n`,
    `<GateDocumentFeatures>\n${facts.map(feature).join('')}</GateDocumentFeatures>\n`,
    `<TextWithNodes>${pieces.join('')}</TextWithNodes>\n`,
    `<AnnotationSet Name="${SET}">\n${annotations.join('')}</AnnotationSet>\n</GateDocument>\n`,
  ];
  return [{ ending: '.gate.xml', content: content.join('') }];
}

function feature([name, value]: readonly [string, string]): string {
  const typed = (tag: string, words: string) => `<${tag} className="java.lang.String">${xmlText(words)}</${tag}>`;
  return `<Feature>${typed('Name', name)}${typed('Value', value)}</Feature>\n`;
}

function read({ name, content }: Source): Reading {
  const parsed = parseXml(content);
  if ('problem' in parsed) return { articles: [], problems: [parsed.problem] };
  const { root } = parsed;
  const [withNodes] = childrenOf(root, 'TextWithNodes');
  if (!withNodes) return { articles: [], problems: [{ message: 'there is no TextWithNodes', isSerious: true }] };
  const { text, nodes } = textAndNodes(withNodes);
  const entities = new EntityList();
  const problems: ReadProblem[] = [];
  const spans = childrenOf(root, 'AnnotationSet').flatMap((set, index) =>
    childrenOf(set, 'Annotation').flatMap((annotation) =>
      spanOf(annotation, `${index}`, set.attributes.get('Name') ?? '', nodes, text, entities, problems),
    ),
  );
  const facts = Object.fromEntries(childrenOf(root, 'GateDocumentFeatures').flatMap(featuresOf));
  const article: ReadArticle = {
    ...{ name: withoutEnding(name, ['.gate.xml', '.xml']), text, article: facts, spans },
    ...{ entities: entities.entities, relations: [], units: ['utf16'] },
  };
  return { articles: [article], problems };
}

/** The text, and where in it each node is: so that what the nodes' numbers count does not matter. */
function textAndNodes(element: XmlElement): { text: string; nodes: ReadonlyMap<string, number> } {
  const nodes = new Map<string, number>();
  let text = '';
  for (const child of element.children) {
    if (typeof child === 'string') text += child;
    else if (localName(child) === 'Node') nodes.set(child.attributes.get('id') ?? '', text.length);
  }
  return { text, nodes };
}

function spanOf(
  annotation: XmlElement,
  set: string,
  setName: string,
  nodes: ReadonlyMap<string, number>,
  text: string,
  entities: EntityList,
  problems: ReadProblem[],
): ReadSpan[] {
  const { attributes, line } = annotation;
  const label = attributes.get('Type') ?? '';
  const start = nodes.get(attributes.get('StartNode') ?? '');
  const end = nodes.get(attributes.get('EndNode') ?? '');
  if (SEGMENTS.has(label)) return [];
  if (start === undefined || end === undefined || label === '') {
    problems.push({ line, message: 'an annotation has no type, or is between no nodes', isSerious: false });
    return [];
  }
  const { fields, entity } = unflattened(Object.fromEntries(featuresOf(annotation)), label);
  entities.add(entity);
  const by = setName !== '' && setName !== SET ? { by: setName } : {};
  return [
    { id: `${set}.${attributes.get('Id')}`, start, end, label, quote: text.slice(start, end), line, ...by, ...fields },
  ];
}

function featuresOf(element: XmlElement): [string, string][] {
  return childrenOf(element, 'Feature').flatMap((each): [string, string][] => {
    const [name] = childrenOf(each, 'Name');
    const [value] = childrenOf(each, 'Value');
    return name && value ? [[textIn(name), textIn(value)]] : [];
  });
}
