/** Names that share nothing by their letters and still mean one place or body. Plain facts; the first name is the full one. */
const ALIASES: readonly (readonly string[])[] = [
  ['United States of America', 'United States', 'U.S.', 'US', 'U.S.A.', 'USA', 'America'],
  ['United Kingdom', 'U.K.', 'UK', 'Britain', 'Great Britain'],
  ['United Arab Emirates', 'UAE', 'U.A.E.', 'Emirates'],
  ['European Union', 'EU', 'E.U.'],
  ['United Nations', 'UN', 'U.N.'],
  ['North Korea', "Democratic People's Republic of Korea", 'DPRK'],
  ['South Korea', 'Republic of Korea', 'ROK'],
  ['China', "People's Republic of China", 'PRC', 'P.R.C.'],
  ['Taiwan', 'Republic of China'],
  ['Russia', 'Russian Federation'],
  ['Czech Republic', 'Czechia'],
  ['Myanmar', 'Burma'],
  ['Turkey', 'Türkiye', 'Turkiye'],
  ['Ivory Coast', "Côte d'Ivoire"],
  ['Democratic Republic of the Congo', 'Democratic Republic of Congo', 'DRC', 'DR Congo', 'D.R.C.'],
  ['Washington, D.C.', 'Washington D.C.', 'Washington, DC', 'Washington DC'],
  ['New York City', 'NYC'],
  ['Los Angeles', 'L.A.', 'LA'],
  ['North Atlantic Treaty Organization', 'NATO', 'Nato'],
  ['World Health Organization', 'WHO', 'W.H.O.'],
  ['International Monetary Fund', 'IMF', 'I.M.F.'],
  ['Federal Bureau of Investigation', 'FBI', 'F.B.I.'],
  ['Central Intelligence Agency', 'CIA', 'C.I.A.'],
];

/** The short form of a full name that has one in the table, in lower case: `united states` for "us" and "america". */
const fullNames: ReadonlyMap<string, string> = new Map(
  ALIASES.flatMap(([full = '', ...others]) =>
    [full, ...others].map((name) => [name.toLowerCase(), full.toLowerCase()]),
  ),
);

/**
 * The full name, in lower case, of a name that the table knows under another one.
 * @param name in lower case
 */
export function fullNameOf(name: string): string | undefined {
  return fullNames.get(name);
}
