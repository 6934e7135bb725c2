import { chromium } from 'playwright-core';
import { ensureChromium } from '../install/chromium.mjs';
import { onStop } from '../process/cleanup.mjs';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns {Promise<import('playwright-core').Browser>} A headless Chromium, which ends with this process. */
export async function launchBrowser() {
  const executablePath = await ensureChromium();
  const where = executablePath ? { executablePath } : { channel: 'chrome' };
  // Playwright's own signal handlers would end the process before a server has been stopped.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await chromium.launch({ ...where, ...signals, args: ARGUMENTS });
  // When the process exits without a signal, Playwright ends the browser by itself.
  const forget = onStop({ stop: () => browser.close(), force: () => {} });
  browser.on('disconnected', forget);
  return browser;
}
