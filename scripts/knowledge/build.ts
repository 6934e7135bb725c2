/**
 * Makes the knowledge base that is shipped, from lists of our own and from packages under permissive licenses:
 *
 *     npm run knowledge
 *
 * The same packages and lists give the same bytes.
 */

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { aliasTable } from './aliasTable';
import { createEntries, type Entry } from './entries';
import { packEntries } from './pack';
import { FOLDER } from './packages';
import { addCities } from './sources/cities';
import { addOwnOrganizations } from './sources/ownLists';
import { addTerritories } from './sources/territories';
import { addOrganizations, addSubdivisions, itemNamed, readItems } from './sources/wikidataItems';
import { addWordNet, everydayNouns } from './sources/wordNet';

/** The sources in an order that matters: what comes first is not written over, WordNet's glosses add to it. */
function buildKnowledge(): readonly Entry[] {
  const entries = createEntries();
  const items = readItems();
  const territories = addTerritories(entries);
  addSubdivisions(entries, items, territories);
  addCities(entries, territories);
  addOwnOrganizations(entries, itemNamed(items), [...territories.values()]);
  addOrganizations(entries, items, everydayNouns(), [...territories.values()]);
  addWordNet(entries);
  return entries.all;
}

function main(): void {
  const entries = buildKnowledge();
  const kinds = new Map<string, number>();
  for (const { id, label } of entries) {
    const kind = `${label} ${/^Q/.test(id) ? 'wikidata' : id.slice(0, id.indexOf(':'))}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  for (const [kind, count] of [...kinds].sort()) console.log(`${kind.padEnd(20)} ${count}`);
  const text = packEntries(entries);
  const file = path.join(FOLDER, '..', '..', 'media', 'knowledge.base');
  writeFileSync(file, text);
  writeFileSync(path.join(FOLDER, '..', '..', 'src', 'core', 'entities', 'aliasTable.ts'), aliasTable(entries));
  const bytes = Buffer.byteLength(text);
  console.log(`${file}: ${entries.length} entries, ${bytes} bytes, ${gzipSync(text, { level: 9 }).length} gzipped`);
}

main();
