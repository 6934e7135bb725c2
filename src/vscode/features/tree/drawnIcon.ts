import * as vscode from 'vscode';

const CIRCLE = '<circle cx="8" cy="8" r="5.5" fill="none" stroke="COLOR"/>';

/** What the tree shows of a mention's status, drawn; every other icon becomes a tag. */
const SHAPES: Readonly<Record<string, string>> = Object.freeze({
  'circle-outline': CIRCLE,
  'pass-filled':
    '<path fill="COLOR" fill-rule="evenodd" d="M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm3 4.4-3.7 4.2-2.3-2 .7-.8 1.5 1.4 3-3.5z"/>',
  'circle-slash': `${CIRCLE}<path stroke="COLOR" d="m4.2 4.2 7.6 7.6"/>`,
  'debug-disconnect': '<path fill="none" stroke="COLOR" d="M3 13 6 10m4-4 3-3M5 7l4 4m-2-6 4 4"/>',
});

const TAG =
  '<path fill="none" stroke="COLOR" d="M2.5 2.5h5.2l5.8 5.8-5.2 5.2-5.8-5.8z"/><circle cx="5.5" cy="5.5" r="1" fill="COLOR"/>';

/**
 * An icon for the entity tree in any color.
 * @param color `#rrggbb`, as the reader of label files lets through
 */
export function drawnIcon(icon: string, color: string): vscode.Uri {
  const shape = (SHAPES[icon] ?? TAG).replaceAll('COLOR', color);
  const image = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${shape}</svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(image)}`, true);
}
