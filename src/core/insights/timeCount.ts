import { type Day, TIME_UNITS, type TimeUnit, unitName, unitNumber } from './day';
import type { Place } from './viewModel';

/** The most columns of a time axis. */
const MOST_COLUMNS = 60;

/** A stretch of time with how much falls into it. */
export interface Period {
  /** EDTF: `2024-05`. */
  readonly when: string;
  readonly count: number;
  /** The first of what falls into it. */
  readonly place?: Place;
}

export interface OverTime {
  readonly unit: TimeUnit;
  /** From the first to the last, with the empty ones between them. */
  readonly periods: readonly Period[];
  /** How many dates are in none of the periods: less exact, or far from the others. */
  readonly leftOut: number;
}

interface Counted {
  count: number;
  first: { readonly at: number; readonly place: Place };
}

/** Counts what happened by time. Memory grows with the number of different days. */
export class TimeCount {
  /** By unit that a date is known to, what was counted in each. */
  readonly #counted = new Map<TimeUnit, Map<number, Counted>>(TIME_UNITS.map((unit) => [unit, new Map()]));

  add(day: Day, place: Place): void {
    const at = unitNumber(day, 'day');
    this.#note(day.exactness, unitNumber(day, day.exactness), 1, { at, place });
  }

  /**
   * The finest periods that fit on an axis and take in enough of the dates.
   * @param share which part of them is enough: a few from long ago would make all others one column
   */
  overTime(share: number): OverTime {
    const total = this.#total();
    for (const [index, unit] of TIME_UNITS.entries()) {
      const counted = this.#within(unit, index);
      const { first, last, count } = fullest(counted);
      const isLast = index === TIME_UNITS.length - 1;
      if (count > 0 && (count >= total * share || isLast))
        return { unit, periods: filled(counted, unit, first, last), leftOut: total - count };
    }
    return { unit: 'year', periods: [], leftOut: total };
  }

  #note(unit: TimeUnit, number: number, count: number, first: Counted['first']): void {
    const counted = this.#counted.get(unit);
    const known = counted?.get(number);
    if (!known) counted?.set(number, { count, first });
    else {
      known.count += count;
      if (first.at < known.first.at) known.first = first;
    }
  }

  #total(): number {
    return [...this.#counted.values()]
      .flatMap((counted) => [...counted.values()])
      .reduce((sum, { count }) => sum + count, 0);
  }

  /** What is known to a unit or finer, by that unit. */
  #within(unit: TimeUnit, index: number): ReadonlyMap<number, Counted> {
    const sum = new Map<number, Counted>();
    for (const finer of TIME_UNITS.slice(0, index + 1)) {
      for (const [number, { count, first }] of this.#counted.get(finer) ?? []) {
        const own = coarser(number, finer, unit);
        const known = sum.get(own);
        if (!known) sum.set(own, { count, first });
        else {
          known.count += count;
          if (first.at < known.first.at) known.first = first;
        }
      }
    }
    return sum;
  }
}

/** The number of the wider unit that a finer one is in. */
function coarser(number: number, from: TimeUnit, to: TimeUnit): number {
  if (from === to) return number;
  const [year = '0', month = '1', day = '1'] = unitName(number, from).replaceAll('X', '0').split('-');
  return unitNumber({ year: Number(year), month: Number(month), day: Number(day), exactness: from }, to);
}

/** The stretch that fits on an axis and has the most; the later one of two. */
function fullest(counted: ReadonlyMap<number, Counted>): { first: number; last: number; count: number } {
  const numbers = [...counted.keys()].sort((a, b) => a - b);
  let best = { first: 0, last: 0, count: 0 };
  let count = 0;
  let from = 0;
  for (const last of numbers) {
    count += counted.get(last)?.count ?? 0;
    while (last - (numbers[from] ?? last) >= MOST_COLUMNS) count -= counted.get(numbers[from++] ?? last)?.count ?? 0;
    if (count >= best.count) best = { first: numbers[from] ?? last, last, count };
  }
  return best;
}

function filled(counted: ReadonlyMap<number, Counted>, unit: TimeUnit, first: number, last: number): Period[] {
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const known = counted.get(first + index);
    const when = unitName(first + index, unit);
    return known ? { when, count: known.count, place: known.first.place } : { when, count: 0 };
  });
}
