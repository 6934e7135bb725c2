import type { Position } from '../text/text';
import type { ArticleEntry, CoMention, CorpusEntity, CorpusIndex, CorpusMention } from './corpusIndex';
import type { MentionIdentity } from './entityKey';

/** A place in another article. */
export interface ElsewherePlace extends CorpusMention {
  readonly position: Position;
}

/** What the corpus knows of an entity, for somebody who reads an article of it. */
export interface EntityContext {
  readonly entity: CorpusEntity;
  /** The first mention in other articles, the newest article first. */
  readonly elsewhere: readonly ElsewherePlace[];
  readonly with: readonly CoMention[];
}

/** How many other articles, and other entities, are told. */
const MOST_ELSEWHERE = 5;
const MOST_WITH = 5;

/** How many of the newest articles are looked through for a speaker's quotations. */
const MOST_READ = 100;

/** @param path the article that is read; undefined where the index knows nothing of the mention's entity */
export function entityContext(index: CorpusIndex, path: string, mention: MentionIdentity): EntityContext | undefined {
  const key = index.keyOf(path, mention);
  const entity = key === undefined ? undefined : index.entity(key);
  if (key === undefined || !entity) return undefined;
  const others = index.pathsWith([key], MOST_ELSEWHERE + 1).filter((other) => other !== path);
  return {
    entity,
    elsewhere: firstIn(index, key, others.slice(0, MOST_ELSEWHERE)),
    with: index.mentionedWith(key, MOST_WITH),
  };
}

function firstIn(index: CorpusIndex, key: string, paths: readonly string[]): readonly ElsewherePlace[] {
  return paths.flatMap((path) => {
    for (const found of index.mentionsOf(key, [path])) return [placed(index, found)];
    return [];
  });
}

/** The quotations of a speaker in other articles, the newest first. */
export function quotationsElsewhere(
  index: CorpusIndex,
  path: string,
  speaker: MentionIdentity,
): readonly ElsewherePlace[] {
  const key = index.keyOf(path, speaker);
  if (key === undefined) return [];
  const others = index.pathsWith([key], MOST_READ + 1).filter((other) => other !== path);
  const found: ElsewherePlace[] = [];
  for (const quotation of index.quotationsOf(key, others.slice(0, MOST_READ))) {
    found.push(placed(index, quotation));
    if (found.length === MOST_ELSEWHERE) break;
  }
  return found;
}

/** A mention with its line and character. */
export function placed(index: CorpusIndex, found: CorpusMention): ElsewherePlace {
  return { ...found, position: index.positionAt(found.article.path, found.mention.start) };
}

/** The article that a place is in, by date and title. */
export function headingOf({ title, published }: ArticleEntry): string {
  return published === undefined ? title : `${published.slice(0, 10)} · ${title}`;
}
