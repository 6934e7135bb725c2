import { findQuotes } from '../../../src/core/sidecar/anchor/anchor';
import type { FiledQuote } from '../../../src/core/sidecar/anchor/filedQuote';
import { codePoints } from '../../../src/core/text/codePoints';
import type { Span } from '../../../src/core/text/span';
import { seeded } from '../support/random';
import { EDIT_KINDS, VIOLENCE } from './edits';
import { TrackedText } from './tracked';
import { type AnnotatedArticle, addTally, emptyTally, filedQuotes, isRepeatedName, outcome, type Tally } from './trial';

/** Places quotes in an edited text, all of one article together. */
export type Placer = (text: string, quotes: readonly FiledQuote[], lengthBefore: number) => (Span | undefined)[];

/** Outcomes of one kind of edit at one degree of violence. */
export interface CampaignRow {
  readonly kind: string;
  readonly violence: string;
  readonly all: Tally;
  /** Short names that stand at least five times in their article, which `all` counts too. */
  readonly repeated: Tally;
}

export interface CampaignOptions {
  readonly articles: readonly AnnotatedArticle[];
  /** Sentences to bring in from elsewhere. */
  readonly foreign: readonly string[];
  readonly seed: number;
  readonly violences?: readonly string[];
  /** Told of every annotation that ended badly. */
  readonly onBad?: (bad: Bad) => void;
}

export interface Bad {
  readonly kind: string;
  readonly violence: string;
  readonly outcome: keyof Tally;
  readonly quote: FiledQuote;
  readonly text: string;
  readonly due: Span | undefined;
  readonly placed: Span | undefined;
}

/**
 * Edits every article in every way, unseen by the placer, and counts what becomes of its annotations. The same seed
 * gives the same edits, whatever the placer.
 */
export function runCampaign(options: CampaignOptions, place: Placer = findQuotes): CampaignRow[] {
  const rows: CampaignRow[] = [];
  for (const kind of EDIT_KINDS) {
    const violences = kind.isFlat ? ['medium'] : (options.violences ?? Object.keys(VIOLENCE));
    for (const violence of violences) {
      const row = { kind: kind.name, violence: kind.isFlat ? '' : violence, all: emptyTally(), repeated: emptyTally() };
      for (const [index, article] of options.articles.entries()) {
        const random = seeded(options.seed * 7919 + index * 104729 + rows.length * 1299709);
        const edited = new TrackedText(article.text);
        kind.run(edited, VIOLENCE[violence] ?? 0, random, options.foreign);
        tryArticle(article, edited, place, row, options.onBad);
      }
      rows.push(row);
    }
  }
  return rows;
}

function tryArticle(
  article: AnnotatedArticle,
  edited: TrackedText,
  place: Placer,
  row: CampaignRow,
  onBad: ((bad: Bad) => void) | undefined,
): void {
  const quotes = filedQuotes(article);
  const text = edited.value;
  const fates = edited.fates(article.spans);
  const placed = place(text, quotes, codePoints(article.text).length);
  for (const [index, fate] of fates.entries()) {
    const [span, quote] = [article.spans[index], quotes[index]];
    if (!span || !quote) continue;
    const result = outcome(text, quote, fate, placed[index]);
    row.all[result]++;
    if (isRepeatedName(article.text, span)) row.repeated[result]++;
    const isBad = ['orphaned', 'wrong', 'changedWrong', 'gonePlaced'].includes(result);
    const due = fate.kind === 'gone' ? undefined : fate.span;
    if (isBad) {
      const { kind, violence } = row;
      onBad?.({ kind, violence, outcome: result, quote, text, due, placed: placed[index] });
    }
  }
}

/** All rows in one. */
export function sumOf(rows: readonly CampaignRow[], pick: (row: CampaignRow) => Tally): Tally {
  const sum = emptyTally();
  for (const row of rows) addTally(sum, pick(row));
  return sum;
}
