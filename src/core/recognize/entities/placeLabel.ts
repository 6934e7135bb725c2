import { FACILITY_HEADS, GOVERNED, GOVERNED_HEADS, LOCATION_HEADS, LOCATION_STARTS, UNGOVERNED } from './places';

/** The label of a place: what has a government is GPE, what people have built FAC, and the rest of the earth LOC. */
export function placeLabel(name: string): 'GPE' | 'LOC' | 'FAC' {
  const lower = name.toLowerCase().replace(/[[\]]/g, '').replace(/^the /, '');
  if (GOVERNED.has(lower)) return 'GPE';
  if (UNGOVERNED.has(lower)) return 'LOC';
  const words = lower.split(/[\s-]+/);
  const last = words.at(-1) ?? '';
  if (words.length > 1) {
    if (GOVERNED_HEADS.has(last)) return 'GPE';
    if (FACILITY_HEADS.has(last) || last === 'pipeline') return 'FAC';
    if (LOCATION_HEADS.has(last) || LOCATION_STARTS.has(words[0] ?? '')) return 'LOC';
  }
  return 'GPE';
}
