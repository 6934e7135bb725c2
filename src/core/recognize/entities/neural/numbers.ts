import type { ByteReader, ByteWriter } from '../tagger/bytes';

/** How the numbers of a neural model are written, and read again. */

export function readFloats(reader: ByteReader, length: number): Float32Array {
  return Float32Array.from({ length }, () => reader.float());
}

export function writeFloats(writer: ByteWriter, values: Float32Array): void {
  for (const value of values) writer.float(value);
}

/** Numbers that were kept as bytes with one factor for all. */
export function readScaled(reader: ByteReader, length: number): Float32Array {
  const factor = reader.float();
  const bytes = reader.take(length);
  const values = new Float32Array(length);
  for (let index = 0; index < length; index++) values[index] = (((bytes[index] as number) << 24) >> 24) * factor;
  return values;
}

/** Keeps numbers as bytes with one factor for all, chosen so that the squared error is least: a few far out are cut. */
export function writeScaled(writer: ByteWriter, values: Float32Array): void {
  const factor = bestFactor(values);
  writer.float(factor);
  for (const value of values) writer.byte(rounded(value, factor) & 0xff);
}

const rounded = (value: number, factor: number) => Math.max(-127, Math.min(127, Math.round(value / factor)));

const CUTS = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2];

function bestFactor(values: Float32Array): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const errors = CUTS.map((cut) => {
    const factor = (largest * cut) / 127;
    return values.reduce((sum, value) => sum + (value - rounded(value, factor) * factor) ** 2, 0);
  });
  return Math.fround((largest * (CUTS[errors.indexOf(Math.min(...errors))] ?? 1)) / 127);
}

/** Rising whole numbers, kept as the steps between them. */
export function readRising(reader: ByteReader): Uint32Array {
  return reader.rising(reader.varint());
}

export function writeRising(writer: ByteWriter, values: readonly number[]): void {
  writer.varint(values.length);
  let last = 0;
  for (const value of values) {
    writer.varint(value - last);
    last = value;
  }
}
