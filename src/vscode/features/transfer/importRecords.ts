import type { ImportTrace } from '../../../core/formats/importTrace';
import type { Drawer } from '../../../core/ports';

/** What an import brought to one article. */
export interface RecordedArticle extends ImportTrace {
  /** The article's URI. */
  readonly uri: string;
}

/** An import onto several articles, for taking it back. */
export interface ImportRecord {
  /** When, ISO 8601 in UTC; no two imports of a workspace have the same. */
  readonly at: string;
  /** The files, as a person knows them. */
  readonly from: string;
  readonly articles: readonly RecordedArticle[];
}

/** How many imports can be taken back. */
const MOST = 10;

/** The latest imports of a workspace, each in a file of the extension's storage, so that they outlive the window. */
export class ImportRecords {
  readonly #drawer: Drawer;

  constructor(drawer: Drawer) {
    this.#drawer = drawer;
  }

  async write(record: ImportRecord): Promise<void> {
    await this.#drawer.write(nameOf(record.at), JSON.stringify(record));
    for (const old of (await this.#names()).slice(MOST)) await this.#drawer.remove(old);
  }

  /** The latest first. What can't be read any more is left out. */
  async all(): Promise<readonly ImportRecord[]> {
    const records = await Promise.all((await this.#names()).map((name) => this.#read(name)));
    return records.filter((record) => record !== undefined);
  }

  remove(at: string): Promise<void> {
    return this.#drawer.remove(nameOf(at));
  }

  async #names(): Promise<string[]> {
    return [...(await this.#drawer.list('import-'))]
      .filter((name) => name.endsWith('.json'))
      .sort()
      .reverse();
  }

  async #read(name: string): Promise<ImportRecord | undefined> {
    try {
      // The extension's own file; one that was cut short is no JSON.
      return JSON.parse((await this.#drawer.read(name)) ?? '') as ImportRecord;
    } catch {
      return undefined;
    }
  }
}

function nameOf(at: string): string {
  return `import-${at.replace(/[:.]/g, '-')}.json`;
}
