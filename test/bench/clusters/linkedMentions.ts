import { groupMentions } from '../../../src/core/entities/groupMentions';
import type { KnowledgeBase } from '../../../src/core/knowledge/knowledgeBase';
import { type EntityLinkGuess, type LinkedGroup, linkEntities } from '../../../src/core/knowledge/linkEntities';
import { type GoldDocument, labelOfType } from './gold';

/** A mention of a gold document with the entity that it is put to, and what the base says of that. */
export interface LinkedMention {
  /** In UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly label: string;
  /** The entity's fullest name. */
  readonly name: string;
  /** Undefined where the mention is put to no entity. */
  readonly group: LinkedGroup | undefined;
  readonly guess: EntityLinkGuess | undefined;
}

/** The mentions of a gold document, grouped by our rules and linked to a knowledge base, in the gold's order. */
export function linkedMentions({ text, entities }: GoldDocument, base: KnowledgeBase): readonly LinkedMention[] {
  const mentions = entities.map(({ start, end, text: words, type }) => ({
    start,
    end,
    text: words,
    label: labelOfType(type),
  }));
  const named = groupMentions(mentions, undefined, text);
  const groups = new Map<string, LinkedGroup & { readonly mentions: { text: string }[] }>();
  named.forEach(({ entity, name }, at) => {
    const mention = mentions[at];
    if (!mention) return;
    const group = groups.get(entity) ?? { entity, name, label: mention.label, mentions: [] };
    group.mentions.push(mention);
    groups.set(entity, group);
  });
  const guesses = linkEntities([...groups.values()], base, { text });
  return mentions.map((mention, at) => {
    const { entity = '', name = mention.text } = named[at] ?? {};
    return { ...mention, name, group: groups.get(entity), guess: guesses.get(entity) };
  });
}
