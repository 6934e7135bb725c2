import { brat } from './brat/brat';
import { conll } from './conll/conll';
import { conllu } from './conllu/conllu';
import { doccano, doccanoRelations } from './doccano/doccano';
import type { Format } from './format';
import { gate } from './gate/gate';
import { jsonLines } from './jsonLines/jsonLines';
import { labelStudio } from './labelStudio/labelStudio';
import { nif } from './nif/nif';
import { prodigy } from './prodigy/prodigy';
import { recogitoCsv } from './recogitoCsv/recogitoCsv';
import { csv, tsv } from './spreadsheet/spreadsheet';
import { tei, teiStandOff } from './tei/tei';
import { casJson } from './uima/casJson';
import { xmi } from './uima/xmi';
import { recogito, webAnnotation } from './webAnnotation/webAnnotation';
import { webanno } from './webanno/webanno';

/** All formats, in the order that help lists them. */
export const FORMATS: readonly Format[] = Object.freeze([
  jsonLines,
  brat,
  conll,
  conllu,
  prodigy,
  doccano,
  doccanoRelations,
  labelStudio,
  webanno,
  casJson,
  xmi,
  webAnnotation,
  recogito,
  teiStandOff,
  tei,
  gate,
  nif,
  recogitoCsv,
  csv,
  tsv,
]);

/** The format of that name. */
export function formatOf(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}

/**
 * The format of a file, by its name's ending and, where several share that, by what it holds.
 * @returns undefined where it can't be told
 */
export function formatOfFile(name: string, content: string): Format | undefined {
  const lower = name.toLowerCase();
  const candidates = FORMATS.filter(({ endings }) => endings.some((ending) => lower.endsWith(ending)));
  if (candidates.length < 2) return candidates[0];
  return candidates.find((format) => format.looksLike?.(content)) ?? candidates.find((format) => !format.looksLike);
}
