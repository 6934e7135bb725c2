const POLL_MS = 50;
const LIMIT_MS = 15_000;

/**
 * Waits for a condition.
 * @param what Named in the error when it does not come true.
 * @returns What the condition gave, once that is neither undefined, null nor false.
 */
export async function until<T>(
  what: string,
  condition: () => T | Promise<T>,
  limitMs: number = LIMIT_MS,
): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + limitMs;
  for (;;) {
    const value = await condition();
    if (value !== undefined && value !== null && value !== false) return value as Exclude<T, undefined | null | false>;
    if (Date.now() > end) throw new Error(`Not within ${limitMs / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
