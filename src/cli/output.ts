import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { FileTrouble, reasonOf } from './textFile';

/** Where what a command finds goes: standard output, or a file. */
export class Output {
  readonly #stream: NodeJS.WritableStream;
  readonly #file: string | undefined;
  #trouble: FileTrouble | undefined;

  private constructor(stream: NodeJS.WritableStream, file?: string) {
    this.#stream = stream;
    this.#file = file;
    // A full disk is told with the next write, or at the end; what goes wrong with standard output ends the program.
    if (file !== undefined)
      stream.on('error', (error) => {
        this.#trouble ??= new FileTrouble(`${file}: ${reasonOf(error)}`);
      });
  }

  static standard(): Output {
    return new Output(process.stdout);
  }

  /** @throws FileTrouble where the file can't be written */
  static async file(file: string, isAppending = false): Promise<Output> {
    const stream = createWriteStream(file, { flags: isAppending ? 'a' : 'w' });
    try {
      await once(stream, 'open');
    } catch (error) {
      throw new FileTrouble(`${file}: ${reasonOf(error)}`);
    }
    return new Output(stream, file);
  }

  /**
   * Standing still while the reader is busy keeps memory flat over any number of lines.
   * @throws FileTrouble where the file can't be written
   */
  async write(content: string): Promise<void> {
    this.#check();
    if (content === '' || this.#stream.write(content)) return;
    await once(this.#stream, 'drain').catch(() => undefined);
    this.#check();
  }

  /** @throws FileTrouble where the file could not be written to its end */
  async end(): Promise<void> {
    if (this.#file === undefined) return;
    this.#check();
    this.#stream.end();
    await once(this.#stream, 'close').catch(() => undefined);
    this.#check();
  }

  /** Leaves the file as it is. */
  abandon(): void {
    if (this.#file !== undefined) (this.#stream as WriteStream).destroy();
  }

  #check(): void {
    if (this.#trouble) throw this.#trouble;
  }
}
