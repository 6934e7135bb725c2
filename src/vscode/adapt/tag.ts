import * as vscode from 'vscode';

/**
 * A small tag stands over the end of the words. In the line it would push the words behind it out of sight: the editor
 * wraps its lines without what decorations add to them, and takes no position for them but in this way.
 */
const STYLE = Object.freeze({
  position: 'absolute',
  'z-index': '1',
  padding: '0 0.35em',
  'font-size': '0.7em',
  'line-height': '1.25',
  'border-radius': '0.25em',
  'white-space': 'nowrap',
});

/**
 * A tag for words: over their end, and leftwards from there; where there is no room for it on the left, over their
 * beginning; in the first line, below them.
 * @param colors a pair of the theme's: `NAME.foreground` and `NAME.background`
 */
export function tag(
  { start, end }: vscode.Range,
  contentText: string,
  colors: 'badge' | 'editorHoverWidget',
): vscode.DecorationInstanceRenderOptions {
  const hasRoom = start.line < end.line || contentText.length < end.character;
  const transform = `translate(${hasRoom ? '-100%' : '0'}, ${start.line === 0 ? '150%' : '-55%'})`;
  const style = Object.entries({ ...STYLE, transform }).map(([name, value]) => `${name}: ${value}`);
  const attachment = {
    contentText,
    color: new vscode.ThemeColor(`${colors}.foreground`),
    backgroundColor: new vscode.ThemeColor(`${colors}.background`),
    textDecoration: ['none', ...style].join('; '),
  };
  return hasRoom ? { after: attachment } : { before: attachment };
}
