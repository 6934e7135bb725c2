/**
 * The inner loops of a product of matrices as WebAssembly, four numbers at a time, written out instruction by
 * instruction: training in plain JavaScript would take three times as long.
 */
export interface Kernel {
  readonly memory: WebAssembly.Memory;
  /**
   * `out = panels · b`, all byte addresses of 32-bit floats.
   * @param panels the left matrix, four rows woven into one: for each column the four rows' numbers side by side
   * @param count how many panels
   * @param inner columns of the left matrix, rows of the right one
   * @param width bytes of a row of `b` and `out`, a multiple of 32
   */
  multiply(out: number, panels: number, b: number, count: number, inner: number, width: number): void;
}

const I32 = 0x7f;
const V128 = 0x7b;
const EMPTY = 0x40;

const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const constant = (value: number) => [0x41, value];
const ADD = 0x6a;
const SUBTRACT = 0x6b;
const TIMES = 0x6c;
const SHIFT_LEFT = 0x74;
const END = 0x0b;
const loop = (...body: number[]) => [0x03, EMPTY, ...body, END];
/** Goes round the innermost loop again where the value on the stack is not 0. */
const AGAIN = [0x0d, 0];

const load = (address: number, offset: number) => [...get(address), 0xfd, 0x00, 2, offset];
const loadSplat = (address: number, offset: number) => [...get(address), 0xfd, 0x09, 2, offset];
const store = (address: number, value: number, offset: number) => [
  ...get(address),
  ...get(value),
  0xfd,
  0x0b,
  2,
  offset,
];
const ADD_FLOATS = [0xfd, 0xe4, 0x01];
const TIMES_FLOATS = [0xfd, 0xe6, 0x01];
const ZERO = [0xfd, 0x0c, ...new Array<number>(16).fill(0)];

const [OUT, PANELS, B, COUNT, INNER, WIDTH] = [0, 1, 2, 3, 4, 5];
const [COLUMN, LEFT, A, RIGHT, TO] = [6, 7, 8, 9, 10];
const SUMS = [11, 12, 13, 14, 15, 16, 17, 18];
const [B0, B1] = [19, 20];

/** One step along the inner dimension: a column of the panel times a piece of a row of `b`. */
const step = [
  ...load(RIGHT, 0),
  ...set(B0),
  ...load(RIGHT, 16),
  ...set(B1),
  ...[0, 1, 2, 3].flatMap((row) =>
    [B0, B1].flatMap((piece, half) => {
      const sum = SUMS[2 * row + half] as number;
      return [...get(sum), ...loadSplat(A, 4 * row), ...get(piece), ...TIMES_FLOATS, ...ADD_FLOATS, ...set(sum)];
    }),
  ),
  ...[...get(A), ...constant(16), ADD, ...set(A)],
  ...[...get(RIGHT), ...get(WIDTH), ADD, ...set(RIGHT)],
  ...[...get(LEFT), ...constant(1), SUBTRACT, 0x22, LEFT, ...AGAIN],
];

/** Eight columns of four rows. */
const block = [
  ...SUMS.flatMap((sum) => [...ZERO, ...set(sum)]),
  ...[...get(PANELS), ...set(A)],
  ...[...get(B), ...get(COLUMN), ADD, ...set(RIGHT)],
  ...[...get(INNER), ...set(LEFT)],
  ...loop(...step),
  ...[...get(OUT), ...get(COLUMN), ADD, ...set(TO)],
  ...[0, 1, 2, 3].flatMap((row) => [
    ...store(TO, SUMS[2 * row] as number, 0),
    ...store(TO, SUMS[2 * row + 1] as number, 16),
    ...[...get(TO), ...get(WIDTH), ADD, ...set(TO)],
  ]),
  ...[...get(COLUMN), ...constant(32), ADD, 0x22, COLUMN, ...get(WIDTH), 0x49, ...AGAIN],
];

const body = loop(
  ...[...constant(0), ...set(COLUMN)],
  ...loop(...block),
  ...[...get(PANELS), ...get(INNER), ...constant(4), SHIFT_LEFT, ADD, ...set(PANELS)],
  ...[...get(OUT), ...get(WIDTH), ...constant(4), TIMES, ADD, ...set(OUT)],
  ...[...get(COUNT), ...constant(1), SUBTRACT, 0x22, COUNT, ...AGAIN],
);

function sized(...bytes: number[]): number[] {
  return [...unsigned(bytes.length), ...bytes];
}

/** LEB128. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

const name = (text: string) => sized(...new TextEncoder().encode(text));

function moduleBytes(): Uint8Array<ArrayBuffer> {
  const code = [2, 5, I32, 10, V128, ...body, END];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...[1, ...sized(1, 0x60, 6, I32, I32, I32, I32, I32, I32, 0)],
    ...[2, ...sized(1, ...name('env'), ...name('memory'), 0x02, 0x00, 1)],
    ...[3, ...sized(1, 0)],
    ...[7, ...sized(1, ...name('multiply'), 0x00, 0)],
    ...[10, ...sized(1, ...sized(...code))],
  ]);
}

export function createKernel(): Kernel {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes()), { env: { memory } });
  return { memory, multiply: instance.exports.multiply as Kernel['multiply'] };
}
