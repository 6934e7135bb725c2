/** The value that so great a part of them do not pass. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1))] ?? Number.NaN;
}

/** To hundredths. */
export function rounded(time: number): number {
  return Math.round(time * 100) / 100;
}
