/**
 * The normal form of figures and dates, as suggestions and annotations hold it: one string, `[comparator] core [unit]`.
 * Numbers are plain decimals with an ISO 4217 or UCUM unit, dates EDTF, durations ISO 8601, and what cannot be dated one of
 * TIMEX3's three references.
 */

/** How a value compares: FHIR's comparators, and `~` for about. */
export type Comparator = '' | '<' | '<=' | '>' | '>=' | '~';

/** `>300000000 USD`, `10..20 %`, `43 {person}`: both ends of a range are included. */
export interface NumberValue {
  readonly kind: 'number';
  readonly comparator: Comparator;
  readonly low: number;
  readonly high?: number;
  /** ISO 4217, UCUM, `#` of an ordinal, `{thing}` counted; empty for a bare number. */
  readonly unit: string;
}

/**
 * A point of the calendar as exact as it is known: `2024-05-16T15:00`, `2024-04`, `199X`, `XXXX-05-16`, `XXXX-WXX-2`,
 * `T15:00`.
 */
export interface PointValue {
  /** Digits, an `X` for each unknown one; negative before the common era. Missing in a time of day alone. */
  readonly year?: string;
  readonly month?: number;
  readonly day?: number;
  /** 1 to 7 from Monday, where of the date nothing else is known. */
  readonly weekday?: number;
  /** `15:00`, `15:00:30`. */
  readonly time?: string;
  readonly isAbout: boolean;
}

/** A point, or what lies between two; an end that is missing is open. */
export interface DateValue {
  readonly kind: 'date';
  readonly from?: PointValue;
  readonly to?: PointValue;
  readonly isInterval: boolean;
}

/** `P3D`, `PT90M`, `>P2Y`, `P3D~`. */
export interface DurationValue {
  readonly kind: 'duration';
  readonly comparator: Comparator;
  readonly parts: readonly DurationPart[];
}

export interface DurationPart {
  readonly count: number;
  readonly unit: 'year' | 'month' | 'weekend' | 'week' | 'weekday' | 'day' | 'hour' | 'minute' | 'second';
}

/** What comes back: `R/P1M`, `R/XXXX-WXX-1` (each Monday), `R/T19:13`. */
export interface SetValue {
  readonly kind: 'set';
  readonly every: string;
}

/** `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`. */
export interface ReferenceValue {
  readonly kind: 'reference';
  readonly which: 'present' | 'past' | 'future';
}

/** `3:1`, `52:48`: what either side of a game or vote has. */
export interface RatioValue {
  readonly kind: 'ratio';
  readonly first: number;
  readonly second: number;
}

/** `end-1 #rel`, `current+1 #rel`: a place counted from the end, or from where one is. */
export interface PlaceValue {
  readonly kind: 'place';
  readonly from: 'end' | 'current';
  /** How many places ahead; negative for back. */
  readonly by: number;
}

export type Value = NumberValue | RatioValue | PlaceValue | DateValue | DurationValue | SetValue | ReferenceValue;
