import {
  EVENT_HEADS,
  FACILITY_HEADS,
  GOVERNED,
  GOVERNED_HEADS,
  LAW_HEADS,
  LOCATION_HEADS,
  LOCATION_STARTS,
  UNGOVERNED,
} from './places';
import type { NameType } from './tagger/labels';

/**
 * The label of a name of a type that the tagger knows; undefined where no rule can tell which.
 * @param before the sign before the name, for quoted titles of works
 */
export function nameLabel(type: NameType, name: string, before: string): string | undefined {
  if (type === 'PLACE') return placeLabel(name);
  if (type === 'OTHER') return otherLabel(name, before);
  return type;
}

/** What has a government is GPE, what people have built FAC, and the rest of the earth LOC. */
function placeLabel(name: string): string {
  const lower = name.toLowerCase().replace(/[[\]]/g, '').replace(/^the /, '');
  if (GOVERNED.has(lower)) return 'GPE';
  if (UNGOVERNED.has(lower)) return 'LOC';
  const words = lower.split(/[\s-]+/);
  if (words.length < 2) return 'GPE';
  const last = words.at(-1) ?? '';
  if (GOVERNED_HEADS.has(last)) return 'GPE';
  if (FACILITY_HEADS.has(last)) return 'FAC';
  return LOCATION_HEADS.has(last) || LOCATION_STARTS.has(words[0] ?? '') ? 'LOC' : 'GPE';
}

/** Laws and events by their last word, works by the quotation mark before them, the rest products. */
function otherLabel(name: string, before: string): string {
  const words = name.toLowerCase().split(/[\s-]+/);
  const last = words.at(-1) ?? '';
  if (words.length > 1 && LAW_HEADS.has(last)) return 'LAW';
  if (words.length > 1 && EVENT_HEADS.has(last)) return 'EVENT';
  return /["“‘']/.test(before) ? 'WORK_OF_ART' : 'PRODUCT';
}
