import { type Gazetteer, KINDS } from '../gazetteer';
import { TYPES } from '../tagger/labels';
import type { Passage } from '../tagger/passage';
import type { NameSpan } from '../tagger/spans';
import {
  EVENT_HEADS,
  FACILITY_FOLLOWERS,
  FACILITY_HEADS,
  LAW_HEADS,
  LOCATION_HEADS,
  LOCATION_STARTS,
} from './headWords';
import { knownKinds } from './known';
import { OTHER, PLACE } from './types';

const INHABITED = KINDS.town | KINDS.city | KINDS.country | KINDS.region;

/** The label of a name: its type, where that is one; else what the gazetteer and the words in and around it tell. */
export function labelOf(passage: Passage, name: NameSpan, gazetteer: Gazetteer): string {
  if (name.type === PLACE) return placeLabel(passage, name, gazetteer);
  return name.type === OTHER ? otherLabel(passage, name, gazetteer) : (TYPES[name.type] ?? 'ORG');
}

/** What has a government is GPE, what people have built FAC, and the rest of the earth LOC. */
function placeLabel(passage: Passage, { from, to }: NameSpan, gazetteer: Gazetteer): string {
  const { types } = passage;
  const lower = (index: number) => types[index]?.lower ?? '';
  const kinds = knownKinds(passage, from, to, gazetteer);
  const has = (some: number) => (kinds & some) !== 0;
  // Pennsylvania is a university too.
  if (has(KINDS.facility) && !has(KINDS.city | KINDS.country | KINDS.region)) return 'FAC';
  if (has(KINDS.location) && !has(KINDS.city | KINDS.country)) return 'LOC';
  if (has(INHABITED)) return 'GPE';
  if (FACILITY_FOLLOWERS.has(lower(to))) return 'FAC';
  if (to - from < 2) return 'GPE';
  if (FACILITY_HEADS.has(lower(to - 1))) return 'FAC';
  return LOCATION_HEADS.has(lower(to - 1)) || LOCATION_STARTS.has(lower(from)) ? 'LOC' : 'GPE';
}

/** Laws and events by their last word, works by the quotation mark before them, the rest products. */
function otherLabel(passage: Passage, { from, to }: NameSpan, gazetteer: Gazetteer): string {
  const last = passage.types[to - 1]?.lower ?? '';
  if (knownKinds(passage, from, to, gazetteer) & KINDS.event) return 'EVENT';
  if (to - from > 1 && LAW_HEADS.has(last)) return 'LAW';
  if (to - from > 1 && EVENT_HEADS.has(last)) return 'EVENT';
  return /^["“‘']$/.test(passage.types[from - 1]?.text ?? '') ? 'WORK_OF_ART' : 'PRODUCT';
}
