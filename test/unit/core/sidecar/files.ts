import type { Files } from '../../../../src/core/ports';

/** Files in memory, for tests: what is in them can be read and changed behind the program's back. */
export class MemoryFiles implements Files {
  readonly contents = new Map<string, string>();
  /** Set to make writing, or reading, fail as a full disk or a missing permission does. */
  writeError: Error | undefined;
  readError: Error | undefined;
  writes = 0;

  async read(path: string): Promise<string | undefined> {
    await undefined;
    if (this.readError) throw this.readError;
    return this.contents.get(path);
  }

  async replace(path: string, text: string): Promise<void> {
    await undefined;
    if (this.writeError) throw this.writeError;
    this.writes++;
    this.contents.set(path, text);
  }
}
