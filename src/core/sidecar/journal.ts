import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Drawer } from '../ports';
import { EMPTY_SIDECAR, type FiledSidecar } from './filed';
import { readSidecar } from './read';
import { writeSidecar } from './write';

/** Decisions that their sidecar could not take yet: what it said when they were made, and what it ought to say. */
export interface Waiting {
  readonly base: FiledSidecar;
  readonly ours: FiledSidecar;
}

/**
 * Keeps the decisions that a sidecar can't take (full disk, no permission) where they outlive the window, until it can.
 * Every window writes an entry of its own; whoever opens the article next finds them all.
 */
export interface Journal {
  /** What is waiting for a sidecar, of this window or others, in the order of the entries' names. */
  find(sidecar: string): Promise<readonly (Waiting & { readonly entry: string })[]>;
  /** Keeps what is waiting, in place of what this window kept for this sidecar before. */
  keep(sidecar: string, waiting: Waiting): Promise<void>;
  /** The sidecar has taken what this window kept for it, and what these entries hold. */
  done(sidecar: string, entries: readonly string[]): Promise<void>;
}

/** @param window tells this window's entries from others' */
export function createJournal(drawer: Drawer, window: string): Journal {
  const ownName = (sidecar: string) => `${stemOf(sidecar)}.${window}.json`;
  const kept = new Map<string, string>();
  return {
    find: async (sidecar) => {
      const found: (Waiting & { readonly entry: string })[] = [];
      for (const entry of [...(await drawer.list(stemOf(sidecar)))].sort()) {
        const waiting = readEntry((await drawer.read(entry)) ?? '', sidecar);
        if (waiting) found.push({ ...waiting, entry });
      }
      return found;
    },
    keep: async (sidecar, { base, ours }) => {
      const entry = { sidecar, base: writeSidecar(base), ours: writeSidecar(ours) };
      const text = `${JSON.stringify(entry, undefined, 2)}\n`;
      // A write that is tried again and again has the same to keep each time.
      if (kept.get(sidecar) === text) return;
      await drawer.write(ownName(sidecar), text);
      kept.set(sidecar, text);
    },
    done: async (sidecar, entries) => {
      const own = kept.delete(sidecar) ? [ownName(sidecar)] : [];
      for (const entry of new Set([...own, ...entries])) await drawer.remove(entry);
    },
  };
}

/** File names have no room for a whole path. */
function stemOf(sidecar: string): string {
  return bytesToHex(sha256(utf8ToBytes(sidecar))).slice(0, 24);
}

/** An entry that a crash cut short, or of another sidecar, holds nothing to rely on. */
function readEntry(raw: string, sidecar: string): Waiting | undefined {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { sidecar: path, base, ours } = value as Record<string, unknown>;
  if (path !== sidecar || typeof ours !== 'string') return undefined;
  const our = readSidecar(ours);
  if (our.kind !== 'ok') return undefined;
  const was = typeof base === 'string' ? readSidecar(base) : undefined;
  return { ours: our.sidecar, base: was?.kind === 'ok' ? was.sidecar : EMPTY_SIDECAR };
}
