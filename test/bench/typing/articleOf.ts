import type { Random } from '../support/random';

/**
 * An article of about so many characters, made of a sample's paragraphs in a random order.
 * @param isNew whether no paragraph may be one that was seen before: each gets words of its own
 */
export function articleOf(sample: string, size: number, random: Random, isNew = false): string {
  const paragraphs = sample.split(/\n+/).filter((line) => line.length > 40);
  const parts = ['A headline for a bench', ''];
  for (let length = 24; length < size; ) {
    const paragraph = isNew ? `On page ${random.below(1e9)}, ${random.pick(paragraphs)}` : random.pick(paragraphs);
    const part = length + paragraph.length > size + 200 ? paragraph.slice(0, size - length) : paragraph;
    parts.push(part);
    length += part.length + 1;
  }
  return `${parts.join('\n')}\n`;
}
