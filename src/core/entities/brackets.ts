import type { Span } from '../text/span';
import { acronymOf, bareName } from './nameForm';

interface Bracketed extends Span {
  readonly text: string;
  readonly label: string;
}

/**
 * Which mentions the article introduces as another name of the one before: "European Council on Foreign Relations (ECFR)",
 * "ECFR (the European Council on Foreign Relations)". One of the two is an acronym, and both have one label.
 * @param mentions in reading order
 * @returns for the index of each short form, that of the long one
 */
export function introduced(text: string, mentions: readonly Bracketed[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  mentions.forEach((mention, index) => {
    const before = mentions[index - 1];
    if (!before || before.label !== mention.label || mention.start - before.end > MOST_BETWEEN) return;
    const between = text.slice(before.end, mention.start);
    if (!/^['’]?s?,? ?\((?:the |known as |or |also )?["“‘']?$/i.test(between)) return;
    if (!/^["”’']?[)\s,;]/.test(text.slice(mention.end, mention.end + 2))) return;
    const [isFirst, isSecond] = [before, mention].map((one) => acronymOf(bareName(one.text)) !== undefined);
    if (isSecond && !isFirst) found.set(index, index - 1);
    else if (isFirst && !isSecond && canBeOf(before, mention)) found.set(index - 1, index);
  });
  return found;
}

/** Characters between a name and the one in brackets behind it. */
const MOST_BETWEEN = 16;

/** In brackets behind an acronym there may be anything; its long form begins with the same letter. */
function canBeOf(short: Bracketed, long: Bracketed): boolean {
  return bareName(short.text).charAt(0).toLowerCase() === bareName(long.text).charAt(0).toLowerCase();
}
