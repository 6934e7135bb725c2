/** Reads numbers from bytes, one after the other, little end first. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** @throws {RangeError} where the bytes have come to their end, as all methods do */
  count(): number {
    const value = this.#view.getUint32(this.#at, true);
    this.#at += 4;
    return value;
  }

  float(): number {
    const value = this.#view.getFloat32(this.#at, true);
    this.#at += 4;
    return value;
  }

  bytes(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new RangeError('The model ends too early.');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  floats(length: number): Float32Array {
    return Float32Array.from({ length }, () => this.float());
  }

  /** Numbers that were kept as bytes with one factor for all. */
  scaled(length: number): Float32Array {
    const factor = this.float();
    return Float32Array.from(this.bytes(length), (byte) => ((byte << 24) >> 24) * factor);
  }

  /** Rising numbers that were kept as the steps between them, seven bits a byte. */
  rising(): Uint32Array {
    const numbers = new Uint32Array(this.count());
    let last = 0;
    for (let index = 0; index < numbers.length; index++) {
      last += this.#variable();
      numbers[index] = last;
    }
    return numbers;
  }

  #variable(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#view.getUint8(this.#at++);
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }
}
