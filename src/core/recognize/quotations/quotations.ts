import { bySpan } from '../../text/span';
import type { Recognizer } from '../recognizer';
import type { QuotationParts, Suggestion } from '../suggestion';
import { type Token, tokenAt } from '../words/tokens';
import { finiteVerbs } from './finiteVerbs';
import type { Found } from './found';
import { isMark } from './marks';
import { type Reading, read } from './reading';
import { reportedIn } from './reported';
import { type Stretch, sentencesOf } from './sentences';
import { announcement, spokenIn } from './spoken';
import { overParagraphs } from './wholeArticle';

const ID = 'quotations';

/**
 * Finds who is quoted as saying what: direct, mixed and indirect speech, by quotation marks and by verbs of attribution.
 * @param isVerb whether a word list has a word in lower case, inflected or not, as a verb
 */
export function quotations(isVerb: (word: string) => boolean): Recognizer {
  const isKnownVerb = finiteVerbs(isVerb);
  return Object.freeze({
    id: ID,
    labels: ['QUOTATION'],
    run: (passage: string) => {
      const reading = read(passage, isKnownVerb);
      const sentences = sentencesOf(reading);
      const spoken = spokenIn(reading, sentences);
      const reported = sentences.flatMap((sentence) => reportedIn(reading, sentence, spoken));
      const found = [...spoken.found, ...reported];
      return found
        .flatMap((entry) => withWords(entry))
        .map((entry) => suggestionOf(reading, entry))
        .sort(bySpan);
    },
    refine: (text: string, suggestions: readonly Suggestion[]) =>
      overParagraphs(text, suggestions, (words) => announcedIn(read(words, isKnownVerb))),
  });
}

/** Who is announced as speaking by the last sentence of some words. */
function announcedIn(reading: Reading): Pick<QuotationParts, 'speaker' | 'cue'> | undefined {
  const last = sentencesOf(reading).at(-1);
  const found = last && announcement(reading, last);
  return (
    found && {
      ...(found.speaker && { speaker: spanOf(reading.tokens, found.speaker) }),
      ...(found.cue && { cue: spanOf(reading.tokens, found.cue) }),
    }
  );
}

/** Marks with nothing between them quote nothing. */
function withWords(found: Found): Found[] {
  const content = found.content.filter(({ from, to }) => to > from);
  return content.length > 0 ? [{ ...found, content }] : [];
}

function suggestionOf(reading: Reading, { kind, content, speaker, cue, confidence }: Found): Suggestion {
  const spans = content.map((stretch) => spanOf(reading.tokens, stretch)).sort((a, b) => a.start - b.start);
  const quotation: QuotationParts = {
    kind,
    content: spans,
    ...(speaker && { speaker: spanOf(reading.tokens, speaker) }),
    ...(cue && { cue: spanOf(reading.tokens, cue) }),
  };
  const first = content.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
  const last = content.reduce((most, { to }) => Math.max(most, to), 0);
  const from = isMark(tokenAt(reading.tokens, first - 1)) ? first - 1 : first;
  const to = isMark(tokenAt(reading.tokens, last)) ? last + 1 : last;
  return { ...spanOf(reading.tokens, { from, to }), label: 'QUOTATION', recognizer: ID, confidence, quotation };
}

function spanOf(tokens: readonly Token[], { from, to }: Stretch) {
  const start = tokenAt(tokens, from).start;
  return { start, end: Math.max(start, tokenAt(tokens, Math.max(from, to - 1)).end) };
}
