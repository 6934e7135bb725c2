/**
 * The workbench logs into the same stream as tests that run in it. What our tests print starts with a mark.
 */
const MARK = '[test] ';

/** Starts the line in which tests tell their counts, as JSON. */
export const RESULT_MARK = 'NEWSMARK_RESULT';

/**
 * @param {string} line
 * @returns {string | undefined} What a test has printed; nothing for any other line.
 */
export function testLine(line) {
  return line.startsWith(MARK) ? line.slice(MARK.length) : undefined;
}
