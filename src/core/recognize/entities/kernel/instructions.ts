/**
 * Instructions of WebAssembly (W3C, WebAssembly Core Specification 2.0) as the bytes that stand for them, as far as the
 * kernel needs them. An expression is the bytes that leave its value on the stack; a statement leaves nothing.
 */
export type Code = readonly number[];

/** A whole number in groups of seven bits, the lowest first. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  while (rest >= 128) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  return [...bytes, rest];
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  while (rest < -64 || rest > 63) {
    bytes.push((rest & 127) | 128);
    rest >>= 7;
  }
  return [...bytes, rest & 127];
}

/** Types of parameters and variables. */
export const I32 = 0x7f;
export const F32 = 0x7d;
export const V128 = 0x7b;

// Variables and control.
export const get = (variable: number): Code => [0x20, ...unsigned(variable)];
export const set = (variable: number, value: Code): Code => [...value, 0x21, ...unsigned(variable)];
/** Runs statements once, and again as long as a condition, looked at behind them, holds. */
export const loop = (body: readonly Code[], again: Code): Code => [0x03, 0x40, ...body.flat(), ...again, 0x0d, 0, 0x0b];
export const when = (condition: Code, body: readonly Code[]): Code => [...condition, 0x04, 0x40, ...body.flat(), 0x0b];

// Whole numbers.
export const int = (value: number): Code => [0x41, ...signed(value)];
export const plus = (a: Code, b: Code): Code => [...a, ...b, 0x6a];
export const minus = (a: Code, b: Code): Code => [...a, ...b, 0x6b];
export const times = (a: Code, b: Code): Code => [...a, ...b, 0x6c];
export const isLess = (a: Code, b: Code): Code => [...a, ...b, 0x48];
export const isEqual = (a: Code, b: Code): Code => [...a, ...b, 0x46];
export const isUnequal = (a: Code, b: Code): Code => [...a, ...b, 0x47];
export const and = (a: Code, b: Code): Code => [...a, ...b, 0x71];
export const loadInt = (at: Code, offset = 0): Code => [...at, 0x28, 2, ...unsigned(offset)];

// Single numbers of 32 bits.
export const float = (value: number): Code => [0x43, ...bytesOf(value)];
export const loadFloat = (at: Code, offset = 0): Code => [...at, 0x2a, 2, ...unsigned(offset)];
export const storeFloat = (at: Code, value: Code, offset = 0): Code => [...at, ...value, 0x38, 2, ...unsigned(offset)];
export const addFloats = (a: Code, b: Code): Code => [...a, ...b, 0x92];
export const multiplyFloats = (a: Code, b: Code): Code => [...a, ...b, 0x94];
export const divideFloats = (a: Code, b: Code): Code => [...a, ...b, 0x95];
export const largerFloat = (a: Code, b: Code): Code => [...a, ...b, 0x97];

// Four numbers of 32 bits at a time.
const vector = (operation: number): Code => [0xfd, ...unsigned(operation)];
export const load = (at: Code, offset = 0): Code => [...at, ...vector(0x00), 2, ...unsigned(offset)];
export const store = (at: Code, value: Code, offset = 0): Code => [
  ...at,
  ...value,
  ...vector(0x0b),
  2,
  ...unsigned(offset),
];
/** One number of the memory, four times. */
export const loadAll = (at: Code, offset = 0): Code => [...at, ...vector(0x09), 2, ...unsigned(offset)];
export const all = (value: Code): Code => [...value, ...vector(0x13)];
export const four = (a: number, b: number, c: number, d: number): Code => [
  ...vector(0x0c),
  ...[a, b, c, d].flatMap(bytesOf),
];
export const lane = (value: Code, index: number): Code => [...value, ...vector(0x1f), index];
export const absolute = (value: Code): Code => [...value, ...vector(0xe0)];
export const add = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xe4)];
export const subtract = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xe5)];
export const multiply = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xe6)];
export const divide = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xe7)];
export const larger = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xe9)];
/** Whole numbers of the nearest number toward zero. */
export const truncated = (value: Code): Code => [...value, ...vector(0xf8)];
export const addInts = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xae)];
export const fourInts = (value: number): Code => [...int(value), ...vector(0x11)];
/** Eight numbers of 16 bits at a time. */
export const addShorts = (a: Code, b: Code): Code => [...a, ...b, ...vector(0x8e)];
/** Eight numbers of 8 bits of the memory, as numbers of 16 bits. */
export const loadBytes = (at: Code, offset = 0): Code => [...at, ...vector(0x01), 0, ...unsigned(offset)];
/** The first, and the last, four of eight numbers of 16 bits, as numbers of 32 bits with a point. */
export const firstFloats = (value: Code): Code => [...value, ...vector(0xa7), ...vector(0xfa)];
export const lastFloats = (value: Code): Code => [...value, ...vector(0xa8), ...vector(0xfa)];
export const shiftedLeft = (value: Code, bits: number): Code => [...value, ...int(bits), ...vector(0xab)];

function bytesOf(value: number): number[] {
  return [...new Uint8Array(Float32Array.of(value).buffer)];
}
