import { findCommand } from '../install/commands.mjs';

/** @returns {string | undefined} The user's own VS Code, where there is one and a screen to show it on. */
export function findDesktopCode() {
  return hasDisplay() ? (findCommand('code') ?? findCommand('code-insiders') ?? findCommand('codium')) : undefined;
}

/** @returns {boolean} */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
