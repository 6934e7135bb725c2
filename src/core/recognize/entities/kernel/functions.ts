/** The kernel's functions. Places are offsets in its memory, in bytes; numbers there have 32 bits. */
export interface Functions {
  weigh(features: number, count: number, slots: number, mask: number, rows: number, sums: number): void;
  linear(
    places: number,
    at: number,
    features: number,
    counts: number,
    slots: number,
    mask: number,
    rows: number,
    out: number,
    length: number,
  ): void;
  gates(places: number, gates: number, bias: number, length: number): void;
  recur(gates: number, states: number, length: number): void;
  score(
    states: number,
    output: number,
    bias: number,
    emissions: number,
    length: number,
    linear: number,
    neural: number,
  ): void;
  combine(out: number, rows: number, factors: number, groups: number, width: number): void;
  marginals(emissions: number, table: number, scores: number, held: number, out: number, length: number): void;
}
