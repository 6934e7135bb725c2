import { firstAtLeast } from '../text/sorted';
import type { Span } from '../text/span';

/** A continuum (a text) and the units of one category that each rater sees in it. */
export interface Continuum {
  readonly length: number;
  /** Each rater's units, in reading order and apart from each other. */
  readonly raters: readonly (readonly Span[])[];
}

/** What raters disagree in, and what they would if they put their units anywhere. */
export interface Disagreement {
  readonly observed: number;
  readonly expected: number;
}

/**
 * Disagreement about units of one category, for Krippendorff's unitized alpha (Krippendorff 2004, “Measuring the
 * Reliability of Qualitative Text Analysis Data”): of units that meet, the squares of how far their beginnings and their
 * ends are apart; of a unit that lies in what another rater leaves empty, the square of its length. Several texts make one
 * continuum in which nothing runs over a text's end. The time is that of sorting.
 */
export function unitizedDisagreement(continua: readonly Continuum[]): Disagreement {
  const raters = continua[0]?.raters.length ?? 0;
  const length = continua.reduce((sum, continuum) => sum + continuum.length, 0);
  if (raters < 2 || length === 0) return { observed: 0, expected: 0 };
  let apart = 0;
  for (const continuum of continua)
    for (const [index, first] of continuum.raters.entries())
      for (const second of continuum.raters.slice(index + 1)) apart += distance(first, second, continuum.length);
  // Each pair of raters counts both ways.
  const observed = (2 * apart) / (raters * (raters - 1) * length ** 2);
  return { observed, expected: expectedDisagreement(continua, raters, length) };
}

/** Krippendorff's unitized alpha of one category, or of several together. @returns NaN where nobody sees a unit */
export function unitizedAlpha(disagreements: readonly Disagreement[]): number {
  const observed = disagreements.reduce((sum, each) => sum + each.observed, 0);
  const expected = disagreements.reduce((sum, each) => sum + each.expected, 0);
  return expected === 0 ? Number.NaN : 1 - observed / expected;
}

/** The distance between two raters' units over one text. */
function distance(first: readonly Span[], second: readonly Span[], length: number): number {
  let sum = 0;
  let from = 0;
  for (const { start, end } of first) {
    while ((second[from]?.end ?? length) <= start && from < second.length) from++;
    for (let at = from; (second[at]?.start ?? end) < end; at++) {
      const other = second[at];
      if (other) sum += (start - other.start) ** 2 + (end - other.end) ** 2;
    }
  }
  return sum + alone(first, second) + alone(second, first);
}

/** Squares of the lengths of units that meet none of another rater's. */
function alone(units: readonly Span[], others: readonly Span[]): number {
  let sum = 0;
  let at = 0;
  for (const { start, end } of units) {
    while (at < others.length && (others[at]?.end ?? 0) <= start) at++;
    if ((others[at]?.start ?? end) >= end) sum += (end - start) ** 2;
  }
  return sum;
}

function expectedDisagreement(continua: readonly Continuum[], raters: number, length: number): number {
  const units = continua.flatMap((continuum) => continuum.raters.flat().map(({ start, end }) => end - start));
  const gaps = continua
    .flatMap((continuum) => continuum.raters.flatMap((own) => gapsOf(own, continuum.length)))
    .sort((a, b) => a - b);
  // Sums of the gaps from each index on.
  const sums = new Float64Array(gaps.length + 1);
  for (let index = gaps.length - 1; index >= 0; index--) sums[index] = (sums[index + 1] ?? 0) + (gaps[index] ?? 0);
  let above = 0;
  let within = 0;
  for (const unit of units) {
    const first = firstAtLeast(gaps, unit);
    const room = (sums[first] ?? 0) - (gaps.length - first) * (unit - 1);
    above += ((units.length - 1) / 3) * (2 * unit ** 3 - 3 * unit ** 2 + unit) + unit ** 2 * room;
    within += unit * (unit - 1);
  }
  const places = raters * length;
  return ((2 / length) * above) / (places * (places - 1) - within);
}

/** Lengths of what a rater leaves between units. */
function gapsOf(units: readonly Span[], length: number): number[] {
  const gaps: number[] = [];
  let at = 0;
  for (const { start, end } of units) {
    if (start > at) gaps.push(start - at);
    at = end;
  }
  if (length > at) gaps.push(length - at);
  return gaps;
}

/** Units that overlap made one: a category is in a place or it is not. */
export function merged(units: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const unit of [...units].sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last && unit.start < last.end)
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, unit.end) };
    else apart.push(unit);
  }
  return apart;
}
