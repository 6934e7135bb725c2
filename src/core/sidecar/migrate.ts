/** Turns the JSON of one version into that of the next. */
export interface Migration {
  /** The version that it starts from; it gives the one after. */
  readonly from: number;
  /**
   * Never throws, whatever object it is given: a shape it does not expect is passed on, and the schema names what is
   * wrong with it. Does not change its argument, and keeps fields it does not know.
   */
  readonly step: (sidecar: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

/** The steps from every older version. Version 1 is the first, so there are none yet. */
export const MIGRATIONS: readonly Migration[] = Object.freeze([]);

/**
 * Brings a sidecar's JSON from an older version to the present one, step by step, in memory only: the file becomes the
 * new version when it is next written.
 * @param version what the JSON says it is
 * @param to the version wanted
 * @returns undefined where no chain of steps leads there
 */
export function migrate(
  sidecar: Readonly<Record<string, unknown>>,
  version: number,
  to: number,
  migrations: readonly Migration[],
): Readonly<Record<string, unknown>> | undefined {
  let migrated = sidecar;
  for (let at = version; at < to; at++) {
    const migration = migrations.find(({ from }) => from === at);
    if (!migration) return undefined;
    migrated = { ...migration.step(migrated), newsmark: at + 1 };
  }
  return migrated;
}
