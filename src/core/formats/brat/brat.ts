import type { Format } from '../format';
import { allKinds } from '../kinds';
import { read } from './read';
import { write } from './write';

/**
 * Standoff of the brat rapid annotation tool: `.txt` and `.ann` side by side, code points (brat.nlplab.org/standoff.html).
 * Values, annotators and so on are notes of types of their own (`#1	Value T4	…`), which brat shows and keeps.
 */
export const brat: Format = Object.freeze<Format>({
  id: 'brat',
  title: 'brat standoff',
  endings: ['.ann'],
  companions: ['.txt'],
  holds: allKinds('orphan', 'empty', 'outerSpace', 'label', 'quotation', 'unknown', 'metadata'),
  labelForm: bratName,
  write,
  read,
});

/** A label as a type of brat and of INCEpTION may be: letters, digits, `-` and `_`. */
export function bratName(label: string): string {
  return label.replace(/[^a-zA-Z0-9_-]+/g, '_').replace(/^-/, '_') || '_';
}
