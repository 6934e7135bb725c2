/**
 * Words that can stand for each other where a person is named by a role: "President Putin" is "the Russian leader" a
 * paragraph later. Each word of a row means all the others.
 */
const ROLES: readonly string[] = [
  'leader president premier minister chancellor king queen emperor ruler chairman chairwoman head dictator strongman pm',
  'analyst expert researcher scholar fellow specialist economist scientist academic professor pundit',
  'spokesman spokeswoman spokesperson official aide representative',
  'senator lawmaker congressman congresswoman legislator representative politician deputy parliamentarian mp',
  'candidate nominee contender hopeful challenger politician',
  'businessman businesswoman billionaire mogul magnate tycoon entrepreneur developer investor',
  'director chief head boss executive ceo chairman chairwoman founder manager president',
  'lawyer attorney counsel prosecutor advocate',
  'officer detective inspector commander sheriff general admiral colonel captain',
  'journalist reporter correspondent editor columnist anchor host moderator',
  'author writer novelist historian poet biographer',
  'activist campaigner organizer dissident advocate protester',
  'doctor physician surgeon psychiatrist',
  'diplomat ambassador envoy negotiator secretary',
  'actor actress singer musician artist star comedian',
  'coach manager player captain star',
  'pollster strategist consultant adviser advisor operative',
  'secretary minister',
  'governor mayor',
  'pope pontiff bishop priest cardinal',
];

const rowsOf = new Map<string, Set<string>>();
for (const row of ROLES) {
  const words = row.split(' ');
  for (const word of words) rowsOf.set(word, new Set([...(rowsOf.get(word) ?? []), ...words]));
}

/** Whether a word names a role, in lower case. */
export function isRole(word: string): boolean {
  return rowsOf.has(word);
}

/** Whether two words can name one person's role, in lower case. */
export function sameRole(a: string, b: string): boolean {
  return a === b || (rowsOf.get(a)?.has(b) ?? false);
}
