/** What charts are made of. */
const TAGS = new Set(['svg', 'g', 'rect', 'line', 'circle', 'text', 'title']);

/** A tag with its attributes, an end tag, or text between them. */
const PIECE = /<([a-z]+)((?: [a-zA-Z][a-zA-Z0-9-]*="[^"<]*")*)>|<\/([a-z]+)>|[^<]+/y;

/**
 * Whether a text is a picture as charts are drawn: shapes and words, nothing that runs or leads elsewhere. The page that
 * says it has drawn one is not trusted with writing just anything.
 */
export function isPicture(text: string): boolean {
  if (!text.startsWith('<svg ') || !text.endsWith('</svg>')) return false;
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < text.length) {
    const piece = PIECE.exec(text);
    if (!piece) return false;
    const [, start, attributes = '', end] = piece;
    const tag = start ?? end;
    if (tag !== undefined && !TAGS.has(tag)) return false;
    if (/ (?:on[a-z]*|href|style)=/i.test(attributes.replace(/"[^"]*"/g, '""'))) return false;
  }
  return true;
}
