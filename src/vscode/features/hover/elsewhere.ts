import * as vscode from 'vscode';
import { type ElsewherePlace, headingOf } from '../../../core/corpus/entityContext';
import type { Text } from '../../../core/text/text';
import { withinPatience } from '../../adapt/patience';
import { articleText } from '../../articles/articleText';
import type { Services } from '../../services';
import { appendWords } from './appendWords';

/** A place in another article with the words around it, where they could be read in time. */
export interface QuotedPlace {
  readonly place: ElsewherePlace;
  readonly sentence?: string;
}

/** How long a hover waits for other articles' words, in milliseconds: it is there at once, with or without them. */
const PATIENCE = 40;

/** The most of a sentence that is shown, in code units. */
const LONGEST = 220;

/** Reads the sentences of places in other articles, all of them or, where that takes too long, those that came. */
export async function quoted(services: Services, places: readonly ElsewherePlace[]): Promise<readonly QuotedPlace[]> {
  const sentences = new Map<ElsewherePlace, string>();
  const reading = places.map(async (place) => {
    // Where the article is gone, or has changed since it was indexed, the link will say so.
    const text = await articleText(services, place.article.path);
    const words = text && sentenceIn(text, place);
    if (words !== undefined) sentences.set(place, words);
  });
  await withinPatience(Promise.all(reading), PATIENCE);
  return places.map((place) => {
    const sentence = sentences.get(place);
    return { place, ...(sentence !== undefined && { sentence }) };
  });
}

/** The sentence, if the article still has the mention where the index knows it; around the mention where it is long. */
function sentenceIn(text: Text, { mention }: ElsewherePlace): string | undefined {
  const { start, end, sentence } = mention;
  if (oneLine(text.slice(start, end)) !== mention.text) return undefined;
  if (sentence.end - sentence.start <= LONGEST) return unmarked(oneLine(text.slice(sentence.start, sentence.end)));
  const from = Math.max(sentence.start, Math.min(start - LONGEST / 2, sentence.end - LONGEST));
  const to = Math.min(sentence.end, from + LONGEST);
  const words = oneLine(text.slice(from, to));
  // Whole words only; a text without spaces is cut anywhere.
  const begin = from > sentence.start ? words.replace(/^\S{0,30}\s/, '… ') : words;
  return to < sentence.end ? begin.replace(/\s\S{0,30}$/, ' …') : begin;
}

/** A headline in Markdown without its marks. */
const unmarked = (words: string) => words.replace(/^#{1,6} /, '');

const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim();

/** A list of places, each a link with the article's date and title, and the sentence below it; all words escaped. */
export function appendPlaces(card: vscode.MarkdownString, places: readonly QuotedPlace[]): void {
  for (const { place, sentence } of places) {
    appendWords(card.appendMarkdown('\n\n['), headingOf(place.article)).appendMarkdown(`](${addressOf(place)})`);
    if (sentence !== undefined) appendWords(card.appendMarkdown('  \n'), sentence);
  }
}

/** The address of a place: the editor goes to the line and character behind the `#`. */
export function addressOf({ article, position }: ElsewherePlace): string {
  const fragment = `L${position.line + 1},${position.character + 1}`;
  const address = vscode.Uri.parse(article.path, true).with({ fragment }).toString();
  return address.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
}
