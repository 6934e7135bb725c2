import { labelOf } from '../../../core/annotation/labels';
import type { Inconsistency, Side } from '../../../core/corpus/consistency';
import type { Choosable } from '../../../core/corpus/findingPlaces';
import { t } from '../../../core/l10n';

/** What findings of a kind are called. */
export function titleOf(kind: Inconsistency['kind']): string {
  switch (kind) {
    case 'two labels':
      return t('One name under several labels');
    case 'two links':
      return t('One name with several links');
    case 'alike names':
      return t('Spellings of one name');
    case 'alike articles':
      return t('Articles that are nearly the same');
  }
}

/** What a side says, for a person. */
export function saidBy({ kind }: Choosable, { says }: Side): string {
  return kind === 'two labels' ? labelOf(says).title : says;
}

/** A finding's sides in a line: "Organization (12) · State (3)". */
export function sidesInWords(finding: Inconsistency): string {
  return finding.kind === 'alike articles'
    ? t('{0} articles', finding.articles.length)
    : finding.sides.map((side) => `${saidBy(finding, side)} (${side.articles.length})`).join(' · ');
}

/** How many say so: "12 articles, 30 mentions, 4 accepted". */
export function countsInWords({ articles, mentions, accepted }: Side): string {
  return t('{0} articles, {1} mentions, {2} accepted', articles.length, mentions, accepted);
}
