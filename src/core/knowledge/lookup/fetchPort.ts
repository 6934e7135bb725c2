import type { Cancellation } from '../../ports';

/** What came back for an address. */
export interface Fetched {
  /** Status code as in HTTP (RFC 9110). */
  readonly status: number;
  readonly text: string;
}

/** Requests over the network; made only where a person has turned look-ups on. */
export interface Fetch {
  /**
   * The answer at an address, whatever its status. Rejects with a `LookupError`: `unreachable` where nobody answers,
   * `slow` after the host's time limit, `nonsense` for an answer that is far too long.
   */
  get(url: string, cancellation?: Cancellation): Promise<Fetched>;
  /** The same, with what came in Base64 (RFC 4648): for files that are no text. */
  getBase64(url: string, cancellation?: Cancellation): Promise<Fetched>;
}

/** Time, as far as requests need it. */
export interface Timer {
  /** Milliseconds since the epoch. */
  now(): number;
  pause(milliseconds: number): Promise<void>;
}
