import { createKernel } from './kernel';

/** Products of matrices that are kept in rows. */

const kernel = createKernel();
let room: Float32Array = new Float32Array(kernel.memory.buffer);

/** Where a number of the left matrix is to be found, by row and column; likewise in the right one. */
interface Layout {
  readonly byRow: number;
  readonly byColumn: number;
}

const roundUp = (count: number, to: number) => Math.ceil(count / to) * to;

/** `out[m×n] += a[m×k] · b[k×n]` */
export function multiply(out: Float32Array, a: Float32Array, b: Float32Array, m: number, k: number, n: number): void {
  product(out, a, { byRow: k, byColumn: 1 }, b, { byRow: n, byColumn: 1 }, m, k, n);
}

/** `out[k×n] += aᵀ · b` for `a[m×k]`, `b[m×n]` */
export function multiplyLeft(
  out: Float32Array,
  a: Float32Array,
  b: Float32Array,
  m: number,
  k: number,
  n: number,
): void {
  product(out, a, { byRow: 1, byColumn: k }, b, { byRow: n, byColumn: 1 }, k, m, n);
}

/** `out[m×k] += a · bᵀ` for `a[m×n]`, `b[k×n]` */
export function multiplyRight(
  out: Float32Array,
  a: Float32Array,
  b: Float32Array,
  m: number,
  n: number,
  k: number,
): void {
  product(out, a, { byRow: n, byColumn: 1 }, b, { byRow: 1, byColumn: n }, m, n, k);
}

function product(
  out: Float32Array,
  a: Float32Array,
  atA: Layout,
  b: Float32Array,
  atB: Layout,
  rows: number,
  inner: number,
  columns: number,
): void {
  if (rows === 0 || inner === 0) return;
  const panels = roundUp(rows, 4) / 4;
  const width = roundUp(columns, 8);
  const right = 4 * panels * inner;
  const result = right + inner * width;
  makeRoom(result + 4 * panels * width);
  weave(a, atA, rows, inner);
  lay(b, atB, right, inner, columns, width);
  kernel.multiply(4 * result, 0, 4 * right, panels, inner, 4 * width);
  for (let row = 0; row < rows; row++) {
    const from = result + row * width;
    const to = row * columns;
    for (let column = 0; column < columns; column++) {
      out[to + column] = (out[to + column] as number) + (room[from + column] as number);
    }
  }
}

/** Four rows side by side, as the kernel wants the left matrix. */
function weave(a: Float32Array, { byRow, byColumn }: Layout, rows: number, inner: number): void {
  if (rows % 4 !== 0) room.fill(0, (rows >> 2) * inner * 4, ((rows >> 2) + 1) * inner * 4);
  for (let row = 0; row < rows; row++) {
    const to = (row >> 2) * inner * 4 + (row & 3);
    const from = row * byRow;
    for (let column = 0; column < inner; column++) room[to + 4 * column] = a[from + column * byColumn] as number;
  }
}

function lay(b: Float32Array, layout: Layout, at: number, inner: number, columns: number, width: number): void {
  const { byRow, byColumn } = layout;
  for (let row = 0; row < inner; row++) {
    const to = at + row * width;
    const from = row * byRow;
    for (let column = 0; column < columns; column++) room[to + column] = b[from + column * byColumn] as number;
    room.fill(0, to + columns, to + width);
  }
}

const PAGE = 65_536;

function makeRoom(numbers: number): void {
  if (numbers <= room.length) return;
  kernel.memory.grow(Math.ceil((4 * numbers - room.byteLength) / PAGE));
  room = new Float32Array(kernel.memory.buffer);
}
