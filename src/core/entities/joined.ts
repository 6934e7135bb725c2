import type { JoinReason } from './joinReason';

/** The name that a mention goes by within its article, and why. */
export interface Joined {
  /** A compared name; with the label it is the entity's key. */
  readonly name: string;
  readonly reason: JoinReason;
}
