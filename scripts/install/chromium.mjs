import { findCommand, isExecutable } from './commands.mjs';
import { ensureDebianPackages, hasDebianPackages } from './debianPackages.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Finds a Chromium, or installs Debian's.
 * @returns {Promise<string | undefined>} Its path; none where the browser has to be looked up by Playwright (macOS, Windows).
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.platform !== 'linux') return undefined;
  if (!hasDebianPackages()) {
    throw new Error('No Chromium found. Install one, or name its executable in NEWSMARK_CHROMIUM.');
  }
  await ensureDebianPackages(['chromium']);
  return findChromium();
}

/** @returns {string | undefined} */
export function findChromium() {
  const named = process.env.NEWSMARK_CHROMIUM;
  if (named) {
    if (!isExecutable(named)) throw new Error(`NEWSMARK_CHROMIUM names no executable: ${named}`);
    return named;
  }
  return NAMES.map(findCommand).find(Boolean);
}
