/**
 * Waits for work to end, but not for long; what comes later is not told any more.
 * @param limit in milliseconds
 * @throws what the work throws in that time
 */
export async function withinPatience(work: Promise<unknown>, limit: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, limit);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
