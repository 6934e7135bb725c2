/** Reads numbers from bytes, one after the other; little-endian. Throws a RangeError behind the end. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  byte(): number {
    const value = this.#bytes[this.#at];
    if (value === undefined) throw new RangeError('the model ends too early');
    this.#at++;
    return value;
  }

  /** A whole number written in groups of seven bits, the lowest first. */
  varint(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }

  /**
   * So many of what `varint` reads, of 32 bits at most. A model has hundreds of thousands, and is read while somebody waits
   * in a program that has just started: one loop over plain variables is several times faster there.
   */
  varints(count: number): Uint32Array {
    const bytes = this.#bytes;
    const values = new Uint32Array(count);
    let at = this.#at;
    for (let index = 0; index < count; index++) {
      let byte = bytes[at++] as number;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number;
        value |= (byte & 127) << shift;
      }
      values[index] = value;
    }
    if (at > bytes.length) throw new RangeError('the model ends too early');
    this.#at = at;
    return values;
  }

  /** So many rising whole numbers of 32 bits, kept as the steps from each to the next. */
  rising(count: number): Uint32Array {
    const values = this.varints(count);
    let last = 0;
    for (let index = 0; index < count; index++) {
      last += values[index] as number;
      values[index] = last;
    }
    return values;
  }

  float(): number {
    const view = new DataView(new ArrayBuffer(4));
    for (let index = 0; index < 4; index++) view.setUint8(index, this.byte());
    return view.getFloat32(0, true);
  }

  take(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new RangeError('the model ends too early');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** All that is left. */
  rest(): Uint8Array {
    return this.take(this.#bytes.length - this.#at);
  }

  /** A text of ASCII characters behind its length. */
  text(): string {
    return String.fromCharCode(...this.take(this.varint()));
  }
}

/** Writes what `ByteReader` reads. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = value;
  }

  varint(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  float(value: number): void {
    const view = new DataView(new ArrayBuffer(4));
    view.setFloat32(0, value, true);
    for (let index = 0; index < 4; index++) this.byte(view.getUint8(index));
  }

  append(bytes: Uint8Array): void {
    for (const byte of bytes) this.byte(byte);
  }

  text(text: string): void {
    this.varint(text.length);
    for (let index = 0; index < text.length; index++) this.byte(text.charCodeAt(index) & 127);
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}
