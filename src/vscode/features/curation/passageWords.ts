import { type Choice, namesIn, type Passage } from '../../../core/agreement/passages';
import type { LabelSet } from '../../../core/annotation/labelSet';
import { t } from '../../../core/l10n';
import { shortened } from '../../../core/mentions/decide';

/** Who says what: `alice: Person`; with the words where those are not the passage's own. */
export function choiceInWords(choice: Choice, { start, end }: Passage, text: string, labels: LabelSet): string {
  const said = `${namesIn(choice)}: ${labels.of(choice.label).title}`;
  const isWhole = choice.start === start && choice.end === end;
  return isWhole ? said : `${said} “${shortened(text.slice(choice.start, choice.end))}”`;
}

/** What became of a passage, for lists and those who hear it. */
export function verdictInWords({ verdict }: Passage, labels: LabelSet): string {
  if (verdict === 'open') return t('open');
  if (verdict === 'none') return t('nothing taken');
  return t('taken: {0} of {1}', labels.of(verdict.label).title, namesIn(verdict));
}

/** What kind of passage it is, alone or as the heading of a list. */
export function kindInWords(kind: Passage['kind']): string {
  if (kind === 'agreed') return t('Agreed');
  return kind === 'partial' ? t('Not marked by all') : t('Conflict');
}
