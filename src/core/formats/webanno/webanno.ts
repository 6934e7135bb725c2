import type { Format } from '../format';
import { read } from './read';
import { write } from './write';

/** The layer of named entities that every INCEpTION project has. */
export const LAYER = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';

/**
 * WebAnno TSV 3.3, which INCEpTION reads and writes: tokens with UTF-16 offsets, annotations stacked in columns. Written
 * are the features of the built-in layer: `value`, the label, and `identifier`, the first link of the entity.
 */
export const webanno: Format = Object.freeze<Format>({
  id: 'webanno',
  title: 'WebAnno TSV 3.3 (INCEpTION)',
  endings: ['.tsv'],
  holds: new Set(['crossing', 'nested', 'partOfToken', 'acrossParagraphs', 'links', 'character'] as const),
  write: (article, options) => write(article, options, LAYER),
  looksLike: (content) => content.startsWith('#FORMAT=WebAnno TSV'),
  read,
});
