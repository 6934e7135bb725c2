/** A page about an entity, outside. */
export interface EntityLink {
  /** The knowledge base: `wikidata`, `wikipedia`, else the site's name. */
  readonly base: string;
  /** Its id there; an address where the base is a site. */
  readonly id: string;
  readonly address: string;
}

/**
 * Reads what a person typed as links: Wikidata ids (`Q7747`), and addresses of web pages, with space between them.
 * @returns undefined where something is neither
 */
export function readLinks(typed: string): Readonly<Record<string, string>> | undefined {
  const links: Record<string, string> = {};
  for (const word of typed.split(/\s+/).filter((part) => part !== '')) {
    const link = readLink(word);
    if (!link || Object.hasOwn(links, link.base)) return undefined;
    links[link.base] = link.id;
  }
  return links;
}

const WIKIDATA =
  /^(?:https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/)?(?:Special:EntityPage\/)?(Q[1-9]\d{0,14})(?:#.*)?$/i;
const WIKIPEDIA = /^https?:\/\/([a-z][a-z-]{1,11})\.(?:m\.)?wikipedia\.org\/wiki\/([^?#\s]+)$/i;
const PAGE = /^https?:\/\/(?:www\.)?([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})(?::\d{1,5})?(?:[/?#]\S*)?$/i;

function readLink(word: string): Omit<EntityLink, 'address'> | undefined {
  const item = WIKIDATA.exec(word)?.[1];
  if (item) return { base: 'wikidata', id: item.toUpperCase() };
  const [, language, page] = WIKIPEDIA.exec(word) ?? [];
  if (language && page) return { base: 'wikipedia', id: `${language.toLowerCase()}:${page}` };
  const own = OWN_ID.exec(word)?.[1];
  if (own) return { base: 'newsmark', id: own };
  const place = GEONAMES.exec(word)?.[1];
  if (place) return { base: 'geonames', id: place };
  const site = PAGE.exec(word)?.[1];
  return site ? { base: site.toLowerCase(), id: word } : undefined;
}

/** Ids of Newsmark's own bases, and GeoNames', as they are shown and typed: `newsmark:imf`, `geonames:2988507`. */
const OWN_ID = /^newsmark:(\S{1,200})$/;
const GEONAMES = /^(?:geonames:|https?:\/\/(?:www\.)?geonames\.org\/)(\d{1,10})(?:\/\S*)?$/i;

/** An entity's links with the addresses they lead to; those that lead nowhere we know are passed over. */
export function addressed(links: Readonly<Record<string, string>> = {}): readonly EntityLink[] {
  return Object.entries(links).flatMap(([base, id]) => {
    const address = addressOf(base, id);
    return address ? [{ base, id, address }] : [];
  });
}

function addressOf(base: string, id: string): string | undefined {
  if (base === 'wikidata') return /^Q[1-9]\d{0,14}$/.test(id) ? `https://www.wikidata.org/wiki/${id}` : undefined;
  if (base === 'geonames') return /^\d{1,10}$/.test(id) ? `https://www.geonames.org/${id}` : undefined;
  if (base === 'newsmark') return undefined;
  if (base === 'wikipedia') {
    const [, language = 'en', page = ''] = /^(?:([a-z-]{2,12}):)?(\S+)$/.exec(id) ?? [];
    return page === '' ? undefined : `https://${language}.wikipedia.org/wiki/${page}`;
  }
  return PAGE.test(id) ? id : undefined;
}

/** Links as a person types them. */
export function linksInWords(links: Readonly<Record<string, string>> = {}): string {
  return Object.entries(links)
    .map(([base, id]) => (base === 'wikidata' ? id : (addressOf(base, id) ?? `${base}:${id}`)))
    .join(' ');
}
