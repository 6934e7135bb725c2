import { t } from '../l10n';
import type { Fact, FactKind, KnownEntity } from './knowledgeBase';

const TITLES: Readonly<Record<FactKind, () => string>> = Object.freeze({
  kind: () => t('Kind'),
  fullName: () => t('Full name'),
  born: () => t('Born'),
  died: () => t('Died'),
  founded: () => t('Founded'),
  seat: () => t('Seat'),
  capital: () => t('Capital'),
  country: () => t('Country'),
  region: () => t('Region'),
  population: () => t('Population'),
  languages: () => t('Languages'),
  currency: () => t('Currency'),
  demonym: () => t('Demonym'),
  members: () => t('Members'),
  code: () => t('Codes'),
  website: () => t('Website'),
});

/** A fact as people read it: "Population", "68,374,600 (2025)". */
export interface FactInWords {
  readonly title: string;
  readonly value: string;
}

/**
 * The facts of an entry in words; what its description says already is left out.
 * @param most how many at most, the first ones of each kind
 */
export function factsInWords(
  { facts, description }: KnownEntity,
  most = Number.POSITIVE_INFINITY,
): readonly FactInWords[] {
  const said = description.toLowerCase();
  return facts
    .filter(({ kind, value }) => kind === 'population' || !said.includes(value.toLowerCase()))
    .slice(0, most)
    .map((fact) => ({ title: TITLES[fact.kind](), value: valueInWords(fact) }));
}

function valueInWords({ kind, value, asOf }: Fact): string {
  const isNumber = kind === 'population' && /^\d{1,15}$/.test(value);
  const said = isNumber ? Number(value).toLocaleString('en-US') : value;
  return asOf === undefined ? said : `${said} (${asOf})`;
}
