/** Types of names that the tagger tells apart. */
export const TYPES = Object.freeze(['PERSON', 'ORG', 'PLACE', 'NORP', 'EVENT', 'OTHER'] as const);
export type NameType = (typeof TYPES)[number];

/** Labels of words: outside, and for each type begin, inner, last and unit (a name of one word). */
export const LABEL_COUNT = 1 + 4 * TYPES.length;
export const OUTSIDE = 0;
export const beginOf = (type: number) => 1 + 4 * type;
export const innerOf = (type: number) => 2 + 4 * type;
export const lastOf = (type: number) => 3 + 4 * type;
export const unitOf = (type: number) => 4 + 4 * type;

/** The type of a label other than outside. */
export const typeOf = (label: number) => (label - 1) >> 2;
const partOf = (label: number) => (label - 1) & 3;

/** Whether a name may begin, or words outside names stand, behind this label. */
export const isClosed = (label: number) => label === OUTSIDE || partOf(label) >= 2;

/** Whether one label may stand behind another. */
export function mayFollow(before: number, label: number): boolean {
  const startsAnew = label === OUTSIDE || partOf(label) === 0 || partOf(label) === 3;
  if (isClosed(before)) return startsAnew;
  return !startsAnew && typeOf(before) === typeOf(label);
}
