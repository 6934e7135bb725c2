import type * as vscode from 'vscode';
import type { QuotationParts } from '../../../core/annotation/quotationParts';
import { quotationsElsewhere } from '../../../core/corpus/entityContext';
import { indexIdentity } from '../../../core/corpus/indexArticle';
import { t } from '../../../core/l10n';
import { isShown, isStance, type Mention } from '../../../core/mentions/mention';
import type { OpenArticle } from '../../articles/openArticle';
import type { MentionLink } from '../../articles/target';
import { COMMANDS } from '../../contributions';
import type { Services } from '../../services';
import { commandUri } from './commandUri';
import { appendPlaces, quoted } from './elsewhere';

/** How many of a speaker's other quotations get a link. */
const MOST_LINKS = 8;

const KINDS = Object.freeze({
  direct: () => t('Direct: these very words'),
  mixed: () => t('Mixed: some of the very words'),
  indirect: () => t('Indirect: in the reporter’s words'),
});

/** Who is quoted, how, by which words, and where else. */
export function appendQuotation(
  card: vscode.MarkdownString,
  { session, uri }: OpenArticle,
  mention: Mention,
  { kind, speaker, cue }: QuotationParts,
): void {
  const { text } = session;
  const words = (span: { start: number; end: number }) => text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const name = mention.speaker?.name;
  card.appendMarkdown('  \n$(person) ').appendText(name ?? t('The speaker is not named.'));
  if (speaker && words(speaker) !== name) card.appendText(` (“${words(speaker)}”)`);
  card.appendMarkdown('  \n').appendText(cue ? t('{0}, by “{1}”', KINDS[kind](), words(cue)) : KINDS[kind]());
  const others = session.mentions.filter(
    (other) => other.key !== mention.key && isShown(other) && sameSpeaker(other, mention),
  );
  if (others.length === 0) return;
  card.appendMarkdown('\n\n').appendText(`${t('Also quoted:')} `);
  others.slice(0, MOST_LINKS).forEach((other, index) => {
    const link: MentionLink = { uri: uri.toString(), keys: [other.key] };
    if (index > 0) card.appendMarkdown(' · ');
    card
      .appendMarkdown('[')
      .appendText(t('line {0}', text.positionAt(other.start).line + 1))
      .appendMarkdown(`](${commandUri(COMMANDS.goToMention, link)})`);
  });
  if (others.length > MOST_LINKS) card.appendMarkdown(t(', and {0} more', others.length - MOST_LINKS));
}

/** What the speaker says in other articles of the workspace. */
export async function appendQuotationsElsewhere(
  card: vscode.MarkdownString,
  services: Services,
  article: OpenArticle,
  { speaker }: Mention,
): Promise<void> {
  const { session, uri } = article;
  const named = session.mentions.find(
    (other) => isShown(other) && other.entity === speaker?.entity && session.labels.of(other.label).group === 'entity',
  );
  if (!named) return;
  const identity = indexIdentity(named, session.set, session.labels, services.knowledge.linksOf(article));
  const places = quotationsElsewhere(services.corpus.index, uri.toString(), identity);
  if (places.length === 0) return;
  card.appendMarkdown('\n\n$(library) ').appendText(t('Quoted in other articles:'));
  appendPlaces(card, await quoted(services, places));
}

/** Whether another quotation is of the same entity; words such as "analysts" may mean others each time. */
function sameSpeaker(other: Mention, mention: Mention): boolean {
  return other.speaker?.entity !== undefined && other.speaker.entity === mention.speaker?.entity && !isStance(other);
}
