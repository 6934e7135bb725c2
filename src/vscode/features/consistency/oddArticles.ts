import * as vscode from 'vscode';
import { labelOf } from '../../../core/annotation/labels';
import type { Side } from '../../../core/corpus/consistency';
import { type Choosable, placesIn } from '../../../core/corpus/findingPlaces';
import type { IndexedMention } from '../../../core/corpus/indexedArticle';
import type { Text } from '../../../core/text/text';
import { filesInOrder } from '../../adapt/filesInOrder';
import { articleText } from '../../articles/articleText';
import type { Services } from '../../services';

/** An article that says otherwise than it should. */
export interface OddArticle {
  readonly uri: vscode.Uri;
  readonly text: Text;
  /** What it says, for a person. */
  readonly says: string;
  /** The sentence of the first place. */
  readonly words: string;
  /** The mentions that are concerned, as the index has them. */
  readonly mentions: readonly IndexedMention[];
}

/** How many articles can be looked through before they are changed. */
const MOST = 2_000;

/** The articles of the other sides, as they are now; what has changed since it was indexed is left out. */
export async function oddArticles(services: Services, finding: Choosable, right: Side): Promise<readonly OddArticle[]> {
  const sides = finding.sides.filter((side) => side !== right);
  const paths = [...new Set(sides.flatMap(({ articles }) => articles))].slice(0, MOST);
  const found: OddArticle[] = [];
  for await (const article of filesInOrder(paths, (path) => oddArticle(services, finding, sides, path)))
    if (article) found.push(article);
  return found;
}

async function oddArticle(
  services: Services,
  finding: Choosable,
  sides: readonly Side[],
  path: string,
): Promise<OddArticle | undefined> {
  const indexed = placesIn(services.corpus.index, path, finding, sides);
  const text = indexed.length > 0 ? await articleText(services, path) : undefined;
  const mentions = text ? indexed.filter((mention) => stillThere(text, mention)) : [];
  const [first] = mentions;
  if (!text || !first) return undefined;
  const words = text.slice(first.sentence.start, first.sentence.end).replace(/\s+/g, ' ');
  return { uri: vscode.Uri.parse(path, true), text, says: whatItSays(finding, first), words, mentions };
}

function whatItSays({ kind }: Choosable, { link, label, name }: IndexedMention): string {
  if (kind === 'two links') return link ?? '';
  return kind === 'two labels' ? labelOf(label).title : name;
}

const stillThere = (text: Text, { start, end, text: words }: IndexedMention) =>
  text.slice(start, end).replace(/\s+/g, ' ').trim() === words;
