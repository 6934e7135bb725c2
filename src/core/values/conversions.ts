import { figureValue } from './figureValue';
import { parseValue } from './parseValue';

/** A unit, its counterpart in the other system, and how many of the counterpart it is (exact where there is a definition). */
type Pair = readonly [metric: string, customary: string, factor: number];

/** Metric units and those customary in the United States (NIST Special Publication 811, appendix B.8). */
const PAIRS: readonly Pair[] = [
  ['km', '[mi_i]', 1 / 1.609344],
  ['m', '[ft_i]', 1 / 0.3048],
  ['cm', '[in_i]', 1 / 2.54],
  ['mm', '[in_i]', 1 / 25.4],
  ['km2', '[mi_i]2', 1 / 2.589988110336],
  ['m2', '[ft_i]2', 1 / 0.09290304],
  ['har', '[acr_us]', 1 / 0.40468564224],
  ['m3', '[ft_i]3', 1 / 0.028316846592],
  ['kg', '[lb_av]', 1 / 0.45359237],
  ['g', '[oz_av]', 1 / 28.349523125],
  ['t', '[ston_av]', 1 / 0.90718474],
  ['L', '[gal_us]', 1 / 3.785411784],
  ['km/h', '[mi_i]/h', 1 / 1.609344],
  ['m/s', '[ft_i]/s', 1 / 0.3048],
  ['kPa', '[psi]', 1 / 6.894757],
];

/** Units that have a metric counterpart, but are no usual counterpart of one. */
const ONE_WAY: readonly (readonly [from: string, to: string, factor: number])[] = [
  ['[yd_i]', 'm', 0.9144],
  ['[nmi_i]', 'km', 1.852],
  ['[kn_i]', 'km/h', 1.852],
  ['[yd_i]2', 'm2', 0.83612736],
  ['[ft_i]3', 'm3', 0.028316846592],
  ['[lton_av]', 't', 1.0160469088],
  ['[stone_av]', 'kg', 6.35029318],
  ['[bbl_us]', 'L', 158.987294928],
];

const COUNTERPARTS: ReadonlyMap<string, readonly [unit: string, factor: number]> = new Map([
  ...ONE_WAY.map(([from, to, factor]) => [from, [to, factor]] as const),
  // The first pair of a customary unit is its own: an inch is centimeters.
  ...PAIRS.toReversed().map(([metric, customary, factor]) => [customary, [metric, 1 / factor]] as const),
  ...PAIRS.map(([metric, customary, factor]) => [metric, [customary, factor]] as const),
]);

/**
 * A figure in the other system of measures, metric or that of the United States: `100 km` is `62 [mi_i]`, with as many
 * digits as are worth saying.
 * @returns undefined where it has no counterpart there
 */
export function converted(value: string): string | undefined {
  const parsed = parseValue(value);
  if (parsed?.kind !== 'number') return undefined;
  const { comparator, low, high, unit } = parsed;
  const by = converterOf(unit);
  if (!by) return undefined;
  return figureValue(comparator, by.convert(low), high === undefined ? undefined : by.convert(high), by.unit);
}

function converterOf(unit: string): { readonly unit: string; convert(value: number): number } | undefined {
  if (unit === 'Cel') return { unit: '[degF]', convert: (value) => Math.round(value * 1.8 + 32) };
  if (unit === '[degF]') return { unit: 'Cel', convert: (value) => Math.round((value - 32) / 1.8) };
  const [to, factor] = COUNTERPARTS.get(unit) ?? [];
  return to === undefined || factor === undefined
    ? undefined
    : { unit: to, convert: (value) => rounded(value, value * factor) };
}

/** As many digits as the value has that it comes from, at least two and at most four. */
function rounded(from: number, value: number): number {
  const digits = String(Math.abs(from))
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^0+/, '')
    .replace(/0+$/, '').length;
  return Number(value.toPrecision(Math.min(4, Math.max(2, digits))));
}
