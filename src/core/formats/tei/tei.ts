import type { Format } from '../format';
import { read } from './read';
import { writeInline, writeStandOff } from './write';

const looksLike = (content: string) => /<(?:\w+:)?(?:TEI|teiCorpus|TEI\.2)[\s>]/.test(content);

/**
 * TEI P5 with names, dates, figures and quotations as elements around their words. A space, a tab and a line's end are one
 * to its readers, and an element can't cross another.
 */
export const tei: Format = Object.freeze<Format>({
  id: 'tei',
  title: 'TEI P5, inline',
  endings: ['.tei.xml', '.xml', '.tei'],
  holds: new Set(['nested', 'partOfToken', 'links', 'value'] as const),
  // It is an attribute's value, for which TEI allows one word.
  labelForm: (label) => label.replace(/[\p{C}\p{Z}]+/gu, '_') || '_',
  write: writeInline,
  looksLike,
  read,
});

/** TEI P5 with annotations in `standOff`, tied to anchors in the text. */
export const teiStandOff: Format = Object.freeze<Format>({
  id: 'tei-standoff',
  title: 'TEI P5, standOff',
  endings: ['.tei.xml'],
  holds: new Set(['nested', 'crossing', 'partOfToken', 'acrossParagraphs', 'links', 'note'] as const),
  write: writeStandOff,
  looksLike: (content) => looksLike(content) && content.includes('<standOff'),
  read,
});
