/** The name of a system error, `ENOENT` for instance; empty for other errors. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** For system errors that are an answer: `await stat(file).catch(undefinedWhere('ENOENT'))`. */
export function undefinedWhere(...codes: readonly string[]): (error: unknown) => undefined {
  return (error) => {
    if (!codes.includes(codeOf(error))) throw error;
    return undefined;
  };
}
