/**
 * Why a mention is of its entity:
 * - `name`: it bears the entity's name
 * - `alias`: it bears another name of the same state, organization or city, as the table of names has it
 * - `person`: a surname or first name of somebody named in full, or the name with more or fewer parts
 * - `title`: the name with a title or an office before it
 * - `initials`: the initials of a name of the article
 * - `brackets`: the article puts the short form in brackets behind the long one, or the other way round
 * - `shorter`: a part of the only name of the article that it can be a part of
 * - `generic`: a word like "party", of the name with that word that was mentioned last
 * - `decided`: somebody said so
 */
export type JoinReason =
  | 'name'
  | 'alias'
  | 'person'
  | 'title'
  | 'initials'
  | 'brackets'
  | 'shorter'
  | 'generic'
  | 'decided';
