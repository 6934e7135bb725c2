import type { Drawer, Files } from '../../../../src/core/ports';

/** Files in memory, for tests: what is in them can be read and changed behind the program's back. */
export class MemoryFiles implements Files {
  readonly contents = new Map<string, string>();
  /** Set to make writing, or reading, fail as a full disk or a missing permission does. */
  writeError: Error | undefined;
  readError: Error | undefined;
  writes = 0;
  /** What else happens while a file is being written. */
  onReplace: (() => void) | undefined;
  /** Set to `false` for files that a crash can cut short. */
  atomic = true;
  #turn: Promise<unknown> = Promise.resolve();

  async read(path: string): Promise<string | undefined> {
    await undefined;
    if (this.readError) throw this.readError;
    return this.contents.get(path);
  }

  async replace(path: string, text: string): Promise<void> {
    await undefined;
    if (this.writeError) throw this.writeError;
    this.onReplace?.();
    this.writes++;
    this.contents.set(path, text);
  }

  exclusively<T>(_path: string, job: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(job);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  isAtomic(): boolean {
    return this.atomic;
  }
}

/** A drawer in memory, which any number of windows can share. */
export class MemoryDrawer implements Drawer {
  readonly entries = new Map<string, string>();
  /** Set to make writing fail. */
  error: Error | undefined;

  async list(prefix: string): Promise<readonly string[]> {
    return [...this.entries.keys()].filter((name) => name.startsWith(prefix));
  }

  async read(name: string): Promise<string | undefined> {
    return this.entries.get(name);
  }

  async write(name: string, text: string): Promise<void> {
    if (this.error) throw this.error;
    this.entries.set(name, text);
  }

  async remove(name: string): Promise<void> {
    this.entries.delete(name);
  }
}
