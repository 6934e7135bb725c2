import { fitArticle } from '../formats/fit';
import type { AnnotatedArticle, Format, WriteOptions } from '../formats/format';
import { LossCount, type Losses } from '../formats/kinds';
import { stemOf } from '../formats/shared/names';
import { partOf, type Share, splitKey } from '../formats/split';
import { type CardWords, cardFacts, dataCard } from './dataCard';
import { NearDuplicates } from './nearDuplicates';
import { StatisticsCount } from './statistics';

/** How a corpus is cut; one part without a name where there are no shares. */
export interface SplitOptions {
  readonly shares: readonly Share[];
  readonly seed: string;
}

/** What an export of several articles writes. */
export interface ExportedFiles {
  /**
   * Contents by their names below a folder. Of a format that holds many articles in a file there is one for each part;
   * without parts its name is only an ending.
   */
  readonly files: ReadonlyMap<string, string>;
  readonly losses: Losses;
  readonly annotations: number;
  /** How many articles went to each part. */
  readonly parts: ReadonlyMap<string, number>;
  /** Articles whose files have the name of another's: they are left out. */
  readonly collisions: readonly string[];
  /** A page about what was written, in Markdown, where that is wanted. */
  readonly card?: string;
}

/**
 * Articles in a format, as files. Articles that are nearly the same go to one part.
 * @param words for a page about them, where that is wanted
 */
export function exportFiles(
  articles: readonly AnnotatedArticle[],
  format: Format,
  options: WriteOptions,
  { shares, seed }: SplitOptions,
  words?: CardWords,
): ExportedFiles {
  const losses = new LossCount();
  const files = new Map<string, string>();
  const bodies = new Map<string, string[]>(shares.map(({ name }) => [name, []]));
  if (shares.length === 0) bodies.set('', []);
  const parts = new Map<string, number>([...bodies.keys()].map((part) => [part, 0]));
  const collisions: string[] = [];
  const groups = groupsOf(shares.length > 0 ? articles : []);
  const whole = new StatisticsCount();
  const byPart = new Map<string, StatisticsCount>([...bodies.keys()].map((part) => [part, new StatisticsCount()]));
  let annotations = 0;
  for (const given of articles) {
    const { article, losses: lost } = fitArticle(given, format, options);
    const key = splitKey(article.text);
    const part = shares.length === 0 ? '' : partOf(groups.get(key) ?? key, shares, seed);
    const written = format.write(article, options);
    const names = written.map(({ ending }) => `${part === '' ? '' : `${part}/`}${stemOf(article.name)}${ending}`);
    if (!format.frame && names.some((name) => files.has(name))) {
      collisions.push(article.name);
      continue;
    }
    losses.addAll(lost);
    whole.add(article);
    byPart.get(part)?.add(article);
    annotations += article.set.annotations.length;
    parts.set(part, (parts.get(part) ?? 0) + 1);
    if (format.frame) bodies.get(part)?.push(written[0]?.content ?? '');
    else for (const [index, { content }] of written.entries()) files.set(names[index] ?? '', content);
  }
  const { frame, endings } = format;
  if (frame)
    for (const [part, contents] of bodies)
      files.set(`${part}${endings[0]}`, frame.head + contents.join(frame.between) + frame.foot);
  const facts =
    words && cardFacts(words, format, options, losses.losses, shares.length > 0 ? { seed, groups } : undefined);
  const statistics = new Map([...byPart].map(([part, count]) => [part, count.statistics]));
  return {
    ...{ files, losses: losses.losses, annotations, parts, collisions },
    ...(facts && { card: dataCard(statistics, whole.statistics, facts) }),
  };
}

function groupsOf(articles: readonly AnnotatedArticle[]): ReadonlyMap<string, string> {
  const duplicates = new NearDuplicates();
  for (const { text } of articles) duplicates.add(splitKey(text), text);
  return duplicates.groups();
}
