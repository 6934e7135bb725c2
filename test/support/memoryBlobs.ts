import type { Blobs } from '../../src/core/corpus/segmentStore';

/** A folder in memory. */
export function memoryBlobs(files: Map<string, Uint8Array> = new Map()): Blobs {
  return {
    list: async () => [...files.keys()],
    read: async (name) => {
      const bytes = files.get(name);
      if (!bytes) throw new Error(`There is no ${name}.`);
      return bytes;
    },
    write: async (name, bytes) => {
      files.set(name, bytes.slice());
    },
    remove: async (name) => {
      files.delete(name);
    },
  };
}
