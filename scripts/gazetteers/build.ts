/**
 * Makes the gazetteers that are shipped, from lists of our own and from packages under permissive licenses:
 *
 *     npm run gazetteers
 *
 * The same packages and lists give the same bytes.
 */

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { KINDS } from '../../src/core/recognize/entities/gazetteer';
import { createEntries } from './entries';
import { packGazetteer } from './pack';
import { FOLDER } from './packages';
import { addCompromiseWords } from './sources/compromiseWords';
import { addCities, addCountries, addRegions } from './sources/geography';
import { addOwnLists } from './sources/ownLists';
import { addFakerNames, addFirstNames } from './sources/people';
import { addEverydayWords, addWordNetNames } from './sources/wordNet';

/** The sources in an order that matters: everyday words first, for names clash with them; known places before others. */
export async function buildGazetteer(): Promise<Uint8Array> {
  const entries = createEntries();
  addCompromiseWords(entries);
  addEverydayWords(entries);
  addOwnLists(entries);
  addCountries(entries);
  addCities(entries);
  addRegions(entries);
  addFirstNames(entries);
  await addFakerNames(entries);
  addWordNetNames(entries);
  const sorted = entries.sorted().filter(([, kinds]) => kinds !== 0);
  for (const [kind, bit] of Object.entries(KINDS)) {
    console.log(`${kind.padEnd(12)} ${sorted.filter(([, kinds]) => (kinds & bit) !== 0).length}`);
  }
  return packGazetteer(sorted);
}

async function main(): Promise<void> {
  const bytes = await buildGazetteer();
  const file = path.join(FOLDER, '..', '..', 'media', 'names.gazetteer');
  writeFileSync(file, bytes);
  console.log(`${file}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzipped`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
