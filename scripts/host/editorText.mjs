/**
 * Where a text stands in the editor, on the page. Runs inside the page: no name from outside may be used in it, and no
 * function in it may have a name (a compiler's helper for names does not exist there).
 *
 * @typedef {{ x: number, y: number, width: number, height: number }} Box
 *
 * @param {{ text: string, occurrence: number }} wanted
 * @returns {Box | null}
 */
export function boxOfTextInPage({ text, occurrence }) {
  const editor = document.querySelector('.editor-group-container.active .view-lines, .monaco-editor .view-lines');
  if (editor === null) return null;
  const lines = [...editor.querySelectorAll('.view-line')].sort(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  );
  let left = occurrence;
  for (const line of lines) {
    // The editor writes spaces as no-break spaces.
    const content = (line.textContent ?? '').replaceAll('\u00a0', ' ');
    for (let at = content.indexOf(text); at >= 0; at = content.indexOf(text, at + 1)) {
      left -= 1;
      if (left > 0) continue;
      const range = document.createRange();
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let passed = 0;
      let started = false;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (!started && at < passed + length) {
          range.setStart(node, at - passed);
          started = true;
        }
        if (started && at + text.length <= passed + length) {
          range.setEnd(node, at + text.length - passed);
          break;
        }
        passed += length;
      }
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    }
  }
  return null;
}

/**
 * Whether nothing that comes and goes lies over a place on the page. Runs inside the page, too.
 *
 * @param {{ x: number, y: number }} place
 * @returns {boolean}
 */
export function isBareInPage({ x, y }) {
  const top = document.elementFromPoint(x, y);
  return top !== null && top.closest('.monaco-hover, .notifications-toasts, .quick-input-widget') === null;
}
