import type { Likeness } from '../../core/curation/alike';

/** Why two entities may be one, in words. */
export const LIKENESS: Readonly<Record<Likeness, string>> = Object.freeze({
  'same link': 'linked to the same page',
  'same name': 'the same name',
  spelling: 'spelled almost alike',
  initials: 'its initials',
  'shorter name': 'the same name, shorter or longer',
});
