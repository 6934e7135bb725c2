import { type Analyzer, createAnalyzer } from '../core/analyzer';
import { type LabelSet, presetOf } from '../core/annotation/labelSet';
import type { QuotationParts } from '../core/annotation/quotationParts';
import type { Mention } from '../core/mentions/mention';
import { type ArticleSource, recognizeArticle } from '../core/recognizeArticle';
import { codePoints } from '../core/text/codePoints';
import type { Span } from '../core/text/span';
import type { Text } from '../core/text/text';
import { readLabels } from './labelFile';
import { shippedAssets } from './shippedAssets';
import { complain } from './terminal';

/** An article to recognize, and what it is called in the output. */
export interface Job {
  readonly id: string;
  readonly source: ArticleSource;
}

export interface LineOptions {
  readonly isUtf16: boolean;
  readonly withText: boolean;
  /** Name of a preset of labels, or path of a file of them. */
  readonly labels: string;
}

/** The recognizers, for the command line: one that fails says so, and the others go on. */
export function commandLineAnalyzer(): Analyzer {
  return createAnalyzer({
    assets: shippedAssets,
    // Each article comes once; only what several articles have alike, such as a notice, comes again.
    remembered: 100_000,
    onError: (recognizer, error) =>
      complain(`the recognizer ${recognizer} failed: ${error instanceof Error ? error.stack : String(error)}`),
  });
}

/** The labels of a preset or a file. @throws FileTrouble where the file can't be read */
export async function labelsNamed(name: string): Promise<LabelSet> {
  return presetOf(name) ?? (await readLabels(name));
}

/** Turns articles into what they mention, each as a line of JSON. @throws FileTrouble where the labels can't be read */
export async function lineMaker(options: LineOptions): Promise<(job: Job) => Promise<string>> {
  const labels = await labelsNamed(options.labels);
  const analyzer = commandLineAnalyzer();
  return async ({ id, source }) => {
    const { text, mentions } = await recognizeArticle(analyzer, source, { labels });
    const isShown = options.withText || text.value !== source.raw;
    const found = printed(text, mentions, options.isUtf16);
    return JSON.stringify({ id, ...(isShown && { text: text.value }), mentions: found });
  };
}

function printed(text: Text, mentions: readonly Mention[], isUtf16: boolean): object[] {
  const points = codePoints(text.value);
  const offset = (at: number) => (isUtf16 ? at : points.fromUtf16(at));
  return mentions.map((mention) => ({
    start: offset(mention.start),
    end: offset(mention.end),
    text: mention.text,
    label: mention.label,
    entity: mention.entity,
    ...(mention.value !== undefined && { value: mention.value }),
    ...(mention.full && { full: [offset(mention.full.start), offset(mention.full.end)] }),
    ...(mention.modifier !== undefined && { modifier: mention.modifier }),
    ...(mention.counted !== undefined && { counted: mention.counted }),
    ...(mention.quotation && { quotation: printedParts(mention.quotation, offset) }),
    ...(mention.speaker && { speaker: mention.speaker }),
  }));
}

function printedParts({ kind, content, speaker, cue }: QuotationParts, offset: (at: number) => number): object {
  const printedSpan = ({ start, end }: Span) => [offset(start), offset(end)];
  return {
    kind,
    content: content.map(printedSpan),
    speaker: speaker ? printedSpan(speaker) : null,
    cue: cue ? printedSpan(cue) : null,
  };
}
