/** Writes numbers as bytes, one after the other, little end first: what ByteReader reads. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  count(value: number): void {
    this.#number((view) => view.setUint32(0, value, true));
  }

  float(value: number): void {
    this.#number((view) => view.setFloat32(0, value, true));
  }

  bytes(values: Iterable<number>): void {
    for (const value of values) this.#bytes.push(value & 0xff);
  }

  floats(values: Iterable<number>): void {
    for (const value of values) this.float(value);
  }

  /** Numbers as bytes with one factor for all, chosen so that the squared error is least: a few far out are cut. */
  scaled(values: Float32Array): void {
    const factor = bestFactor(values);
    this.float(factor);
    this.bytes(values.map((value) => rounded(value, factor)));
  }

  /** Rising whole numbers as the steps between them, seven bits a byte. */
  rising(values: readonly number[]): void {
    this.count(values.length);
    let last = 0;
    for (const value of values) {
      let step = value - last;
      last = value;
      for (; step >= 0x80; step >>>= 7) this.#bytes.push((step & 0x7f) | 0x80);
      this.#bytes.push(step);
    }
  }

  result(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  #number(write: (view: DataView) => void): void {
    const view = new DataView(new ArrayBuffer(4));
    write(view);
    this.bytes(new Uint8Array(view.buffer));
  }
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
