/**
 * The greatest sum of a matrix's cells with no two in one row or column: the Hungarian method with potentials, as in
 * Kuhn (1955) and Munkres (1957), in n²m steps.
 * @param gains at least 0
 */
export function bestAssignment(gains: readonly (readonly number[])[]): number {
  const columns = gains[0]?.length ?? 0;
  if (columns === 0) return 0;
  // Rows are assigned one after another; there must not be more of them than columns.
  if (gains.length > columns) return bestAssignment(transposed(gains));
  const rowPotential = new Float64Array(gains.length + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= gains.length; row++) assign(row, { gains, rowPotential, columnPotential, rowOf });
  let sum = 0;
  for (let column = 1; column <= columns; column++) {
    const row = rowOf[column] ?? 0;
    if (row > 0) sum += gains[row - 1]?.[column - 1] ?? 0;
  }
  return sum;
}

interface State {
  readonly gains: readonly (readonly number[])[];
  readonly rowPotential: Float64Array;
  readonly columnPotential: Float64Array;
  /** The row, from 1, of each column from 1; 0 for none. */
  readonly rowOf: Int32Array;
}

/** Gives a row a column along the cheapest alternating path, costs being gains turned round. */
function assign(row: number, { gains, rowPotential, columnPotential, rowOf }: State): void {
  const size = rowOf.length;
  const least = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(size);
  const isDone = new Uint8Array(size);
  rowOf[0] = row;
  let column = 0;
  do {
    isDone[column] = 1;
    const here = rowOf[column] ?? 0;
    let delta = Number.POSITIVE_INFINITY;
    let next = 0;
    for (let other = 1; other < size; other++) {
      if (isDone[other]) continue;
      const cost = -(gains[here - 1]?.[other - 1] ?? 0) - at(rowPotential, here) - at(columnPotential, other);
      if (cost < at(least, other)) {
        least[other] = cost;
        from[other] = column;
      }
      if (at(least, other) < delta) {
        delta = at(least, other);
        next = other;
      }
    }
    for (let other = 0; other < size; other++) {
      if (isDone[other]) {
        rowPotential[rowOf[other] ?? 0] = at(rowPotential, rowOf[other] ?? 0) + delta;
        columnPotential[other] = at(columnPotential, other) - delta;
      } else least[other] = at(least, other) - delta;
    }
    column = next;
  } while ((rowOf[column] ?? 0) !== 0);
  while (column !== 0) {
    const before = from[column] ?? 0;
    rowOf[column] = rowOf[before] ?? 0;
    column = before;
  }
}

const at = (numbers: Float64Array, index: number) => numbers[index] ?? 0;

function transposed(rows: readonly (readonly number[])[]): number[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0));
}
