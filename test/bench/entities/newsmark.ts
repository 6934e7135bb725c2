import { createPipeline, loadRecognizers, type Suggestion } from '../../../src/core/recognize';
import { readGazetteer } from '../../../src/core/recognize/entities/gazetteer';
import { names } from '../../../src/core/recognize/entities/names';
import { nameRules } from '../../../src/core/recognize/entities/rules/nameRules';
import { createTagger } from '../../../src/core/recognize/entities/tagger/tagger';
import { Text } from '../../../src/core/text/text';
import { assets } from '../../support/assets';
import type { Name } from './gold';
import type { System } from './system';

/** Our labels by the gold data's coarser types; PLACE is what has a government, what has none, and what is built. */
const TYPES: Readonly<Record<string, string>> = {
  PERSON: 'PERSON',
  ORG: 'ORG',
  GPE: 'PLACE',
  LOC: 'PLACE',
  FAC: 'PLACE',
  NORP: 'NORP',
  EVENT: 'EVENT',
  PRODUCT: 'OTHER',
  WORK_OF_ART: 'OTHER',
  LAW: 'OTHER',
};

/** Newsmark as the editor has it: all recognizers, and what they settle between them. */
export async function newsmark(): Promise<System> {
  const recognizers = await loadRecognizers(assets);
  const pipeline = createPipeline(recognizers);
  return {
    name: 'newsmark',
    find: async (raw) => {
      const { value: text } = Text.of(raw);
      const found = namesOf((await pipeline.analyze(text, {})) ?? []);
      return raw === text ? found : found.map((name) => inRaw(name, raw, text));
    },
  };
}

/** Newsmark's names alone, made anew for each text, so that no paragraph is remembered: what speed is measured with. */
export async function newsmarkNames(): Promise<System> {
  const gazetteer = readGazetteer(await assets.read('names.gazetteer'));
  const tagger = createTagger(await assets.read('names.model'), gazetteer);
  const rules = nameRules(gazetteer);
  return {
    name: 'newsmark',
    find: async (text) => namesOf((await createPipeline([names(tagger, rules)]).analyze(text, {})) ?? []),
  };
}

function namesOf(suggestions: readonly Suggestion[]): Name[] {
  return suggestions.flatMap(({ start, end, label, confidence }) => {
    const type = TYPES[label];
    return type ? [{ start, end, type, ...(confidence !== undefined && { confidence }) }] : [];
  });
}

/** Where a name is in the file as it was, before its line ends and byte-order mark were put right. */
function inRaw(name: Name, raw: string, text: string): Name {
  const offsets: number[] = [];
  let at = raw.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let index = 0; index <= text.length; index++) {
    offsets.push(at);
    at += raw.startsWith('\r\n', at) ? 2 : 1;
  }
  return { ...name, start: offsets[name.start] ?? 0, end: offsets[name.end] ?? 0 };
}
