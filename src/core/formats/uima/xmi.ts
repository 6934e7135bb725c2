import type { AnnotatedArticle, Format, Part, Reading, Source, WriteOptions } from '../format';
import { withoutEnding } from '../shared/names';
import { childrenOf, localName, parseXml, type XmlElement, xmlAttribute, xmlText } from '../shared/xml';
import { articleOfStructures, type FeatureStructure, HELD, structuresOf, TYPES } from './featureStructures';

/** UIMA's CAS as XMI, with its type system in a file beside it. */
export const xmi: Format = Object.freeze<Format>({
  id: 'xmi',
  title: 'UIMA CAS XMI (INCEpTION)',
  endings: ['.xmi'],
  holds: new Set(HELD),
  write,
  read,
});

/** Prefixes of the namespaces that our types are in. */
const PREFIXES: Readonly<Record<string, string>> = { segmentation: 'seg', ner: 'ner' };

function write(article: AnnotatedArticle, options: WriteOptions): Part[] {
  const { text } = article;
  const structures = structuresOf(article, options);
  const namespaces = new Map(TYPES.map(([name]) => [prefixOf(name), namespaceOf(name)]));
  const declared = [...namespaces].map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('');
  const elements = structures.map(({ id, type, begin, end, features }) => {
    const attributes = [...features].map(([key, value]) => ` ${key}="${xmlAttribute(value)}"`).join('');
    return `  <${prefixOf(type)}:${type.slice(type.lastIndexOf('.') + 1)} xmi:id="${id}" sofa="1" begin="${begin}" end="${end}"${attributes}/>\n`;
  });
  const content = [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore"${declared} xmi:version="2.0">\n`,
    '  <cas:NULL xmi:id="0"/>\n',
    `  <tcas:DocumentAnnotation xmi:id="2" sofa="1" begin="0" end="${text.length}" language="en"/>\n`,
    ...elements,
    `  <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${xmlAttribute(text)}"/>\n`,
    `  <cas:View sofa="1" members="${['2', ...structures.map(({ id }) => id)].join(' ')}"/>\n</xmi:XMI>\n`,
  ];
  return [
    { ending: '.xmi', content: content.join('') },
    { ending: '.typesystem.xml', content: typeSystem() },
  ];
}

function prefixOf(type: string): string {
  return PREFIXES[type.split('.').at(-3) ?? ''] ?? 'type';
}

/** `a.b.Type` is in the namespace `http:///a/b.ecore`. */
function namespaceOf(type: string): string {
  return `http:///${type.split('.').slice(0, -1).join('/')}.ecore`;
}

function typeSystem(): string {
  const tag = (name: string, words: string) => `<${name}>${xmlText(words)}</${name}>`;
  const types = TYPES.map(([name, features]) => {
    const own = features.map(
      (feature) =>
        `<featureDescription>${tag('name', feature)}<description/>${tag('rangeTypeName', 'uima.cas.String')}</featureDescription>`,
    );
    const type = `${tag('name', name)}<description/>${tag('supertypeName', 'uima.tcas.Annotation')}`;
    return `    <typeDescription>${type}<features>${own.join('')}</features></typeDescription>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">\n  <types>\n${types.join('')}  </types>\n</typeSystemDescription>\n`;
}

function read({ name, content }: Source): Reading {
  const parsed = parseXml(content);
  if ('problem' in parsed) return { articles: [], problems: [parsed.problem] };
  const { root } = parsed;
  const sofa =
    childrenOf(root, 'Sofa').find(({ attributes }) => attributes.has('sofaString')) ?? childrenOf(root, 'Sofa')[0];
  const text = sofa?.attributes.get('sofaString');
  const id = sofa?.attributes.get('xmi:id');
  if (id === undefined) return { articles: [], problems: [{ message: 'there is no text in it', isSerious: true }] };
  const own = childrenOf(root).filter(({ attributes }) => attributes.get('sofa') === id);
  const article = articleOfStructures(
    withoutEnding(name, ['.xmi']),
    text ?? '',
    own.map((each) => structureIn(each, root)),
  );
  if (text !== undefined) return { articles: [article], problems: [] };
  const { text: _, ...textless } = article;
  const spans = textless.spans.map(({ quote: _q, ...span }) => span);
  return {
    articles: [{ ...textless, spans }],
    problems: [{ message: 'it has no text: its article must be given', isSerious: false, isHint: true }],
  };
}

function structureIn(element: XmlElement, root: XmlElement): FeatureStructure {
  const { attributes } = element;
  const prefix = element.name.split(':')[0] ?? '';
  const uri = root.attributes.get(`xmlns:${prefix}`) ?? '';
  const folder = uri
    .replace(/^http:\/\/\//, '')
    .replace(/\.ecore$/, '')
    .replaceAll('/', '.');
  const number = (key: string) => {
    const value = attributes.get(key);
    return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
  };
  const [begin, end] = [number('begin'), number('end')];
  return {
    id: attributes.get('xmi:id') ?? '',
    type: `${folder}.${localName(element)}`,
    ...(begin !== undefined && { begin }),
    ...(end !== undefined && { end }),
    features: attributes,
  };
}
