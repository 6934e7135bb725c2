/** A figure of a bench, by where it stands in the bench's result: "pipeline.wordsPerSecond". */
type Figures = ReadonlyMap<string, number>;

/** Each figure that two runs of a bench have in common: its name, before, now, and now divided by before. */
export function comparedFigures(before: unknown, now: unknown): [string, number, number, number][] {
  const earlier = figuresOf(before);
  return [...figuresOf(now)].flatMap(([name, figure]): [string, number, number, number][] => {
    const old = earlier.get(name);
    return old === undefined ? [] : [[name, old, figure, figure / old]];
  });
}

function figuresOf(value: unknown, name = ''): Figures {
  if (typeof value === 'number') return new Map([[name, value]]);
  if (typeof value !== 'object' || value === null) return new Map();
  const inner = Object.entries(value).map(([key, part]) => figuresOf(part, name === '' ? key : `${name}.${key}`));
  return new Map(inner.flatMap((figures) => [...figures]));
}
