import type { KnownEntity } from './knowledgeBase';

/** The base under which sidecars hold ids that only Newsmark's own bases have: the workspace's and the shipped one's. */
const OWN = 'newsmark';

/** What a sidecar notes of an entity that is an entry: ids elsewhere, or where there are none, the entry's own. */
export function linksTo({ id, links, source }: KnownEntity): Readonly<Record<string, string>> {
  if (source === 'shipped' && Object.keys(links).length > 0) return links;
  return { ...links, [OWN]: id };
}

/** The entries' ids that a sidecar's links may stand for, the surest first. */
export function idsOf(links: Readonly<Record<string, string>> = {}): readonly string[] {
  return [
    ...(links[OWN] === undefined ? [] : [links[OWN]]),
    ...(links.wikidata === undefined ? [] : [links.wikidata]),
    ...(links.geonames === undefined ? [] : [`geonames:${links.geonames}`]),
  ];
}
