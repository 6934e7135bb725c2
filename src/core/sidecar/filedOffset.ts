import * as v from 'valibot';

/** A place in a file: Unicode code points over the article's text with LF line ends and no byte-order mark. */
export const filedOffset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
