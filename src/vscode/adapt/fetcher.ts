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
  const within = (headers: Record<string, string>, read: (bytes: Uint8Array) => string): Fetch['get'] => {
    return async (url, cancellation) => {
      const aborter = new AbortController();
      const slow = setTimeout(() => aborter.abort(new LookupError('slow')), limit);
      cancellation?.addEventListener?.('abort', () => aborter.abort(new LookupError('slow')));
      try {
        const response = await fetch(url, { signal: aborter.signal, credentials: 'omit', headers });
        return { status: response.status, text: read(await bytesOf(response)) };
      } catch (error) {
        if (error instanceof LookupError) throw error;
        // A limit that passed is told by the signal; how `fetch` itself tells it differs between hosts.
        throw aborter.signal.aborted
          ? new LookupError('slow', { cause: error })
          : new LookupError('unreachable', { cause: error });
      } finally {
        clearTimeout(slow);
      }
    };
  };
  return {
    get: within({ accept: 'application/json', 'api-user-agent': agent }, (bytes) => new TextDecoder().decode(bytes)),
    // Servers of files let no other header through from a page of another origin.
    getBase64: within({ accept: 'image/jpeg,image/png,image/webp', 'user-agent': agent }, base64),
  };
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The body; one that does not end in time is cut off by the limit, one that is too long by its length. */
async function bytesOf({ body }: Response): Promise<Uint8Array> {
  if (!body) return new Uint8Array();
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const chunk: Uint8Array = part.value;
    length += chunk.byteLength;
    if (length > MOST_BYTES) {
      await reader.cancel();
      throw new LookupError('nonsense');
    }
    parts.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}
