/**
 * Numbers and strings one behind the other in bytes. Whole numbers from 0 on are in base 128, the lowest digits first, the
 * highest bit of a byte saying that another one follows (LEB128, as in DWARF 5, section 7.6); a string is its length and
 * its UTF-16 code units, so that plain English takes a byte for each letter.
 */
export class ByteWriter {
  #bytes: Uint8Array;
  #length = 0;
  #inner: ByteWriter | undefined;

  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity);
  }

  /** @param value a whole number from 0 up to 2^53 */
  number(value: number): void {
    if (this.#length + 8 > this.#bytes.length) this.#grow(8);
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.#length++] = rest;
  }

  string(value: string): void {
    this.number(value.length);
    if (this.#length + value.length * 3 > this.#bytes.length) this.#grow(value.length * 3);
    for (let at = 0; at < value.length; at++) {
      const unit = value.charCodeAt(at);
      if (unit < 0x80) this.#bytes[this.#length++] = unit;
      else this.number(unit);
    }
  }

  /** Bytes as they are, without their count. */
  bytes(value: Uint8Array): void {
    if (this.#length + value.length > this.#bytes.length) this.#grow(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }

  /** A count of bytes, and the bytes that are written meanwhile: whoever reads them may pass them over. */
  section(write: (writer: ByteWriter) => void): void {
    const inner = this.#inner ?? new ByteWriter(256);
    // Not in use while it is in use: a section within a section has its own.
    this.#inner = undefined;
    write(inner);
    this.number(inner.#length);
    this.bytes(inner.#bytes.subarray(0, inner.#length));
    inner.#length = 0;
    this.#inner = inner;
  }

  /** What was written, in bytes of its own. */
  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #grow(by: number): void {
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#bytes.length + by + 8));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/** Bytes end before what was to be read from them, or hold what nobody has written. */
export class DamagedBytesError extends Error {
  constructor() {
    super('The bytes are damaged.');
    this.name = 'DamagedBytesError';
  }
}

/** Reads what a `ByteWriter` wrote; throws a `DamagedBytesError` where that can't be. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Where the next one is read. */
  get at(): number {
    return this.#at;
  }

  number(): number {
    const first = this.#bytes[this.#at++];
    if (first === undefined) throw new DamagedBytesError();
    if (first < 0x80) return first;
    let value = first & 0x7f;
    for (let scale = 0x80; scale <= 2 ** 49; scale *= 0x80) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new DamagedBytesError();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
    throw new DamagedBytesError();
  }

  /** A number of things that follow, each of a byte at least. */
  count(): number {
    const count = this.number();
    if (count > this.#bytes.length - this.#at) throw new DamagedBytesError();
    return count;
  }

  string(): string {
    const length = this.count();
    const end = this.#at + length;
    const bytes = this.#bytes;
    let at = this.#at;
    while (at < end && (bytes[at] ?? 0) < 0x80) at++;
    if (at < end) return this.#wide(length);
    const text = length < 0x1000 ? String.fromCharCode(...bytes.subarray(this.#at, end)) : this.#wide(length);
    this.#at = end;
    return text;
  }

  /** A count of bytes, and the bytes: a view, no copy. */
  bytes(): Uint8Array {
    const length = this.count();
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** The end of a section that begins here: where to go on for those who pass it over. */
  sectionEnd(): number {
    const length = this.count();
    return this.#at + length;
  }

  /** Another reader of the same bytes, elsewhere. */
  fork(place: number): ByteReader {
    return new ByteReader(this.#bytes, place);
  }

  /** Goes on reading elsewhere. */
  goTo(place: number): void {
    this.#at = place;
  }

  skipSection(): void {
    this.goTo(this.sectionEnd());
  }

  /** A hash of the bytes from here to an end; what is read next stays the same. FNV-1a (Fowler, Noll and Vo). */
  hashUpTo(end: number): number {
    let hash = 0x811c9dc5;
    for (let at = this.#at; at < end; at++) hash = Math.imul(hash ^ (this.#bytes[at] ?? 0), 0x01000193);
    return hash >>> 0;
  }

  /** Reads a string, and says whether it is this one. */
  isString(value: string): boolean {
    const length = this.count();
    let isSame = length === value.length;
    for (let at = 0; at < length; at++) if (this.number() !== value.charCodeAt(at)) isSame = false;
    return isSame;
  }

  skipString(): void {
    const length = this.count();
    let at = this.#at;
    const bytes = this.#bytes;
    for (let left = length; left > 0; left--) while ((bytes[at++] ?? 0) >= 0x80);
    this.#at = at;
    if (this.#at > this.#bytes.length) throw new DamagedBytesError();
  }

  #wide(length: number): string {
    const parts: string[] = [];
    const units: number[] = [];
    for (let index = 0; index < length; index++) {
      units.push(this.number());
      if (units.length < 0x1000) continue;
      parts.push(String.fromCharCode(...units));
      units.length = 0;
    }
    return parts.join('') + String.fromCharCode(...units);
  }
}
