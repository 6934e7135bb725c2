/** Where well-known knowledge bases have their things, as RDF names them. */
const BASES: Readonly<Record<string, readonly [before: string, after: string]>> = {
  wikidata: ['http://www.wikidata.org/entity/', ''],
  geonames: ['https://sws.geonames.org/', '/'],
  dbpedia: ['http://dbpedia.org/resource/', ''],
  viaf: ['http://viaf.org/viaf/', ''],
};

/** Other spellings of the same, as tools write them. */
const ALIASES: readonly (readonly [pattern: RegExp, base: string])[] = [
  [/^https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/(Q\d+)$/, 'wikidata'],
  [/^https?:\/\/(?:sws|www)\.geonames\.org\/(\d+)\/?$/, 'geonames'],
];

const LINK = 'urn:newsmark:link:';
const ENTITY = 'urn:newsmark:entity:';

/** A link of an entity as an IRI. */
export function iriOfLink(base: string, id: string): string {
  const known = Object.hasOwn(BASES, base) ? BASES[base] : undefined;
  if (known && /^[\p{L}\p{N}_.-]+$/u.test(id)) return known.join(id);
  return `${LINK}${encodeName(base)}:${encodeName(id)}`;
}

/** The knowledge base and id that an IRI names; an unknown IRI is its own id in the base `iri`. */
export function linkOfIri(iri: string): readonly [base: string, id: string] {
  for (const [base, [before, after]] of Object.entries(BASES))
    if (iri.startsWith(before) && iri.endsWith(after))
      return [base, iri.slice(before.length, iri.length - after.length)];
  for (const [pattern, base] of ALIASES) {
    const id = pattern.exec(iri)?.[1];
    if (id !== undefined) return [base, id];
  }
  if (!iri.startsWith(LINK)) return ['iri', iri];
  const [base = '', id = ''] = iri.slice(LINK.length).split(':');
  return [decodeName(base), decodeName(id)];
}

/** An entity of a sidecar as an IRI. */
export function entityIri(id: string): string {
  return `${ENTITY}${encodeName(id)}`;
}

/** The entity that an IRI of ours names. */
export function entityOfIri(iri: string): string | undefined {
  return iri.startsWith(ENTITY) ? decodeName(iri.slice(ENTITY.length)) : undefined;
}

/** A name as a part of a URN: UTF-16 code units that may not stand there as `%` and four hexadecimal digits. */
export function encodeName(name: string): string {
  return name.replace(/[^a-zA-Z0-9_.~-]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function decodeName(name: string): string {
  return name.replace(/%([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
