import { type NameType, TYPES } from '../tagger/labels';

const indexOf = (name: NameType) => TYPES.indexOf(name);

/** Types by their place in TYPES, as names carry them. */
export const PERSON = indexOf('PERSON');
export const ORG = indexOf('ORG');
export const PLACE = indexOf('PLACE');
export const NORP = indexOf('NORP');
export const EVENT = indexOf('EVENT');
export const OTHER = indexOf('OTHER');
