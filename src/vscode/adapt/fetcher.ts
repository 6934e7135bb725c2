import type { Fetch } from '../../core/knowledge/lookup/fetchPort';
import { LookupError } from '../../core/knowledge/lookup/lookupError';

/** No answer that is asked for is longer, in bytes. */
const MOST_BYTES = 1_000_000;

/**
 * Requests by the host's `fetch` (WHATWG), which every host has. No cookies are sent, and whoever is asked is told what asks,
 * as Wikimedia wants it.
 * @param limit milliseconds until an answer has to be there in full
 */
export function hostFetch(agent: string, limit: number): Fetch {
  return {
    async get(url, cancellation) {
      const aborter = new AbortController();
      const slow = setTimeout(() => aborter.abort(new LookupError('slow')), limit);
      cancellation?.addEventListener?.('abort', () => aborter.abort(new LookupError('slow')));
      try {
        const response = await fetch(url, {
          signal: aborter.signal,
          credentials: 'omit',
          headers: { accept: 'application/json', 'api-user-agent': agent },
        });
        return { status: response.status, text: await textOf(response) };
      } catch (error) {
        if (error instanceof LookupError) throw error;
        // A limit that passed is told by the signal; how `fetch` itself tells it differs between hosts.
        throw aborter.signal.aborted
          ? new LookupError('slow', { cause: error })
          : new LookupError('unreachable', { cause: error });
      } finally {
        clearTimeout(slow);
      }
    },
  };
}

/** The body as text; one that does not end in time is cut off by the limit, one that is too long by its length. */
async function textOf({ body }: Response): Promise<string> {
  if (!body) return '';
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const chunk: Uint8Array = part.value;
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      throw new LookupError('nonsense');
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
