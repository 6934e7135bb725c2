/** A number without an exponent and without the noise of binary fractions, as values write it. */
export function plainNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  if (Math.abs(value) >= 1e15) return BigInt(Math.round(value)).toString();
  const short = String(Number(value.toPrecision(12)));
  return short.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : short;
}

/** The normal form of a figure: `>300000000 USD`, `10..20 %`, `43`. */
export function figureValue(sign: string, low: number, high: number | undefined, unit: string): string {
  const core = high === undefined ? plainNumber(low) : `${plainNumber(low)}..${plainNumber(high)}`;
  return `${sign}${core}${unit ? ` ${unit}` : ''}`;
}
