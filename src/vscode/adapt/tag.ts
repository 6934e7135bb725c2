import * as vscode from 'vscode';

/**
 * A small tag stands over the end of the words. In the line it would push the words behind it out of sight: the editor
 * wraps its lines without what decorations add to them, and takes no position for them but in this way.
 */
const STYLE = Object.freeze({
  position: 'absolute',
  'z-index': '1',
  transform: 'translate(-100%, -55%)',
  padding: '0 0.35em',
  'font-size': '0.7em',
  'line-height': '1.25',
  'border-radius': '0.25em',
  'white-space': 'nowrap',
});

/**
 * A tag for the `after` of a decoration.
 * @param colors a pair of the theme's: `NAME.foreground` and `NAME.background`
 */
export function tag(
  contentText: string,
  colors: 'badge' | 'editorHoverWidget',
): vscode.ThemableDecorationAttachmentRenderOptions {
  return {
    contentText,
    color: new vscode.ThemeColor(`${colors}.foreground`),
    backgroundColor: new vscode.ThemeColor(`${colors}.background`),
    textDecoration: ['none', ...Object.entries(STYLE).map(([name, value]) => `${name}: ${value}`)].join('; '),
  };
}
