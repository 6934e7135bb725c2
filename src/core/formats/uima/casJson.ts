import type { AnnotatedArticle, Format, Part, Reading, Source, WriteOptions } from '../format';
import { isObject, type JsonObject, numberIn, objectIn, objectsIn, parseJson, stringIn } from '../shared/json';
import { withoutEnding } from '../shared/names';
import { articleOfStructures, type FeatureStructure, HELD, structuresOf, TYPES } from './featureStructures';

/** UIMA's CAS as JSON, version 0.4, which INCEpTION recommends (github.com/apache/uima-uimaj-io-jsoncas). */
export const casJson: Format = Object.freeze<Format>({
  id: 'cas-json',
  title: 'UIMA CAS JSON (INCEpTION)',
  endings: ['.cas.json', '.json'],
  holds: new Set([...HELD, 'character' as const]),
  write,
  looksLike: (content) => content.includes('"%FEATURE_STRUCTURES"') || content.includes('"%TYPES"'),
  read,
});

function write(article: AnnotatedArticle, options: WriteOptions): Part[] {
  const { text } = article;
  const types = TYPES.map(([name, features]) => {
    const declared = features.map((feature) => [feature, { '%NAME': feature, '%RANGE': 'uima.cas.String' }]);
    return [name, { '%NAME': name, '%SUPER_TYPE': 'uima.tcas.Annotation', ...Object.fromEntries(declared) }];
  });
  const structures = structuresOf(article, options).map(({ id, type, begin, end, features }) => ({
    ...{ '%ID': Number(id), '%TYPE': type, '@sofa': 1, begin, end },
    ...Object.fromEntries(features),
  }));
  const cas = {
    '%TYPES': Object.fromEntries(types),
    '%FEATURE_STRUCTURES': [
      { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: text },
      { '%ID': 2, '%TYPE': 'uima.tcas.DocumentAnnotation', '@sofa': 1, begin: 0, end: text.length, language: 'en' },
      ...structures,
    ],
    '%VIEWS': { _InitialView: { '%SOFA': 1, '%INDEX': 2, '%MEMBERS': [2, ...structures.map((each) => each['%ID'])] } },
  };
  return [{ ending: '.cas.json', content: `${JSON.stringify(cas, null, 1)}\n` }];
}

function read({ name, content }: Source): Reading {
  const parsed = parseJson(content);
  if ('problem' in parsed) return { articles: [], problems: [parsed.problem] };
  const cas = isObject(parsed.value) ? parsed.value : {};
  const list = cas['%FEATURE_STRUCTURES'];
  // They are a list, or an object by their ids.
  const all = Array.isArray(list)
    ? objectsIn(list)
    : Object.entries(objectIn(cas, '%FEATURE_STRUCTURES')).map(([id, each]) => ({
        '%ID': id,
        ...(isObject(each) ? each : {}),
      }));
  const sofa = all.find(
    (each) => stringIn(each, '%TYPE') === 'uima.cas.Sofa' && stringIn(each, 'sofaString') !== undefined,
  );
  const text = sofa && stringIn(sofa, 'sofaString');
  if (!sofa || text === undefined)
    return { articles: [], problems: [{ message: 'there is no text in it', isSerious: true }] };
  const own = all.filter((each) => each['@sofa'] === sofa['%ID']).map(structureIn);
  return { articles: [articleOfStructures(withoutEnding(name, ['.cas.json', '.json']), text, own)], problems: [] };
}

function structureIn(each: JsonObject): FeatureStructure {
  const begin = numberIn(each, 'begin');
  const end = numberIn(each, 'end');
  const features = Object.entries(each).flatMap(([key, value]): [string, string][] => {
    if (key.startsWith('%') || (typeof value !== 'string' && typeof value !== 'number')) return [];
    return [[key.replace(/^@/, ''), String(value)]];
  });
  return {
    id: String(each['%ID']),
    type: stringIn(each, '%TYPE') ?? '',
    ...(begin !== undefined && { begin }),
    ...(end !== undefined && { end }),
    features: new Map(features),
  };
}
