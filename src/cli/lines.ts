/**
 * The lines of a stream of UTF-8, as JSON Lines has them: ended by LF or CRLF and by nothing else. (Node's `readline`
 * also ends them at U+2028 and a lone CR, in some versions, which may stand within a JSON string.) Bytes that are no
 * UTF-8 become U+FFFD, unless that is to be an error; a byte-order mark at the beginning is dropped. No more than a line is
 * in memory.
 * @throws TypeError where a strict reader finds what is no UTF-8
 */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array | string>,
  { isStrict = false }: { readonly isStrict?: boolean } = {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: isStrict });
  // A line of many chunks is put together once, so that its length costs no more than itself.
  let begun: string[] = [];
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const [first = '', ...others] = text.split('\n');
    begun.push(first);
    for (const other of others) {
      yield withoutReturn(begun.join(''));
      begun = [other];
    }
  }
  const last = begun.join('') + decoder.decode();
  if (last !== '') yield withoutReturn(last);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
