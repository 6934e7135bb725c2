/** The libraries that benches compare Newsmark with. */

import { ensureOwnPackages } from './ownPackages.mjs';

/** Installs what the peers' package-lock.json names, unless it is there already. */
export async function ensurePeers() {
  await ensureOwnPackages('test/bench/peers', 'the libraries to compare with');
}
