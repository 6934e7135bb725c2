import type * as vscode from 'vscode';
import type { QuotationParts } from '../../../core/annotation/quotationParts';
import { isShown, isStance, type Mention } from '../../../core/mentions/mention';
import type { OpenArticle } from '../../articles/openArticle';
import type { MentionLink } from '../../articles/target';
import { COMMANDS } from '../../contributions';
import { commandUri } from './commandUri';

/** How many of a speaker's other quotations get a link. */
const MOST_LINKS = 8;

const KINDS = Object.freeze({
  direct: 'Direct: these very words',
  mixed: 'Mixed: some of the very words',
  indirect: 'Indirect: in the reporter’s words',
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
  card.appendMarkdown('  \n$(person) ').appendText(name ?? 'The speaker is not named.');
  if (speaker && words(speaker) !== name) card.appendText(` (“${words(speaker)}”)`);
  card.appendMarkdown('  \n').appendText(cue ? `${KINDS[kind]}, by “${words(cue)}”` : KINDS[kind]);
  const others = session.mentions.filter(
    (other) => other.key !== mention.key && isShown(other) && sameSpeaker(other, mention),
  );
  if (others.length === 0) return;
  card.appendMarkdown('\n\n').appendText(`Also quoted: `);
  others.slice(0, MOST_LINKS).forEach((other, index) => {
    const link: MentionLink = { uri: uri.toString(), keys: [other.key] };
    if (index > 0) card.appendMarkdown(' · ');
    card
      .appendMarkdown('[')
      .appendText(`line ${text.positionAt(other.start).line + 1}`)
      .appendMarkdown(`](${commandUri(COMMANDS.goToMention, link)})`);
  });
  if (others.length > MOST_LINKS) card.appendMarkdown(`, and ${others.length - MOST_LINKS} more`);
}

/** Whether another quotation is of the same entity; words such as "analysts" may mean others each time. */
function sameSpeaker(other: Mention, mention: Mention): boolean {
  return other.speaker?.entity !== undefined && other.speaker.entity === mention.speaker?.entity && !isStance(other);
}
