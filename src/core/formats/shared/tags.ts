import type { Span } from '../../text/span';
import type { TagScheme } from '../format';

/** A stretch of tokens `[start, end)` with its label. */
export interface TagSpan extends Span {
  readonly label: string;
}

/**
 * The tag of each token.
 * @param spans stretches of tokens apart from each other, rising
 */
export function tagsOf(count: number, spans: readonly TagSpan[], scheme: TagScheme): string[] {
  const tags = new Array<string>(count).fill('O');
  let last: TagSpan | undefined;
  for (const span of spans) {
    const touches = last !== undefined && last.end === span.start && last.label === span.label;
    for (let at = span.start; at < span.end; at++) tags[at] = `${prefixAt(at, span, scheme, touches)}-${span.label}`;
    last = span;
  }
  return tags;
}

function prefixAt(at: number, { start, end }: Span, scheme: TagScheme, touches: boolean): string {
  const isFirst = at === start;
  const isLast = at === end - 1;
  if (scheme === 'iob1') return isFirst && touches ? 'B' : 'I';
  if (scheme === 'iob2') return isFirst ? 'B' : 'I';
  if (isFirst && isLast) return 'S';
  return isFirst ? 'B' : isLast ? 'E' : 'I';
}

/**
 * The stretches that tags mean, in any of the usual schemes: IOB1, IOB2, BIOES, BILOU, BMEWO. They agree in what a tag means
 * once it is read with the one before it (as the CoNLL scorer does), so that none has to be named.
 */
export function spansOfTags(tags: readonly string[]): TagSpan[] {
  const spans: TagSpan[] = [];
  let open: { start: number; label: string } | undefined;
  const close = (end: number) => {
    if (open) spans.push({ ...open, end });
    open = undefined;
  };
  for (const [at, tag] of tags.entries()) {
    const match = /^([BIESLUMW])-(.+)$/u.exec(tag);
    const [, prefix = 'O', label = ''] = match ?? [];
    const begins = /[BSUW]/.test(prefix) || open?.label !== label;
    if (!match || begins) close(at);
    if (!match) continue;
    open ??= { start: at, label };
    if (/[ESLUW]/.test(prefix)) close(at + 1);
  }
  close(tags.length);
  return spans;
}
