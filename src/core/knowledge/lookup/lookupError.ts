import { t } from '../../l10n';

/** Why nothing could be looked up: nobody there, too slow, turned away, or an answer that is none. */
export type LookupFailure = 'unreachable' | 'slow' | 'refused' | 'nonsense';

/** A look-up that came to nothing, for a reason that a person can be told. */
export class LookupError extends Error {
  readonly failure: LookupFailure;

  constructor(failure: LookupFailure, options?: ErrorOptions) {
    super(failure, options);
    this.failure = failure;
  }
}

const WORDS: Readonly<Record<LookupFailure, () => string>> = Object.freeze({
  unreachable: () => t('Wikidata can’t be reached: you may be offline. What was looked up before is still known.'),
  slow: () => t('Wikidata takes too long to answer. Please try again later.'),
  refused: () => t('Wikidata does not answer such questions now. Please try again later.'),
  nonsense: () => t('What came was no answer of Wikidata’s: something between may have changed it.'),
});

/** What to tell a person of a failed look-up. */
export function failureInWords({ failure }: LookupError): string {
  return WORDS[failure]();
}
