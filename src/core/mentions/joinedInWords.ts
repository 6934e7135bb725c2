import { comparedName } from '../entities/nameForm';
import { t } from '../l10n';
import type { Mention } from './mention';

/**
 * Why a mention is taken for one of its entity, in words: "“Putin” is taken for Vladimir Putin: a part of the name"; undefined
 * where it bears the entity's name, or somebody decided.
 */
export function joinedInWords({ text, name, reason, annotation }: Mention): string | undefined {
  const words = text.replace(/\s+/g, ' ');
  if (!reason || annotation?.entity !== undefined || comparedName(words) === comparedName(name)) return undefined;
  const because = REASONS[reason]?.();
  return because === undefined ? undefined : t('“{0}” is taken for {1}: {2}', words, name, because);
}

const REASONS: Readonly<Record<NonNullable<Mention['reason']>, (() => string) | undefined>> = Object.freeze({
  name: undefined,
  decided: undefined,
  alias: () => t('another name of it'),
  person: () => t('a part of the name'),
  title: () => t('the name with a title'),
  initials: () => t('its initials'),
  brackets: () => t('the article says so in brackets'),
  shorter: () => t('the only name here that it can be short for'),
  generic: () => t('the last one named of that kind'),
});
