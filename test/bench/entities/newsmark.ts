import { createPipeline, loadRecognizers, type Suggestion } from '../../../src/core/recognize';
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
      const names = namesOf((await pipeline.analyze(text, {})) ?? []);
      return raw === text ? names : names.map((name) => inRaw(name, raw, text));
    },
  };
}

/** Newsmark's names alone, without memory of paragraphs it has seen: what speed is measured with. */
export async function newsmarkNames(): Promise<System> {
  const recognizers = (await loadRecognizers(assets)).filter(({ id }) => id === 'names');
  return {
    name: 'newsmark',
    find: async (text) => namesOf((await createPipeline(recognizers).analyze(text, {})) ?? []),
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
