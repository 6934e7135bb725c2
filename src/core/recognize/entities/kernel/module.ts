import { type Code, unsigned } from './instructions';

/** A function of a module. */
export interface ModuleFunction {
  readonly name: string;
  readonly parameters: readonly number[];
  /** Types of its variables, which are numbered behind the parameters. */
  readonly variables: readonly number[];
  readonly body: Code;
}

/** The bytes of a module of these functions, which return nothing and work on the memory that is imported as `kernel.memory`. */
export function moduleOf(functions: readonly ModuleFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }) => [0x60, ...counted(parameters.map((type) => [type])), 0]);
  const memory = [...text('kernel'), ...text('memory'), 0x02, 0x00, 1];
  const exported = functions.map(({ name }, index) => [...text(name), 0x00, ...unsigned(index)]);
  const bodies = functions.map(({ variables, body }) => {
    const code = [...counted(variables.map((type) => [1, type])), ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, types),
    ...section(2, [memory]),
    ...section(
      3,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(7, exported),
    ...section(10, bodies),
  ]);
}

function section(id: number, entries: readonly Code[]): number[] {
  const content = counted(entries);
  return [id, ...unsigned(content.length), ...content];
}

const counted = (entries: readonly Code[]): number[] => [...unsigned(entries.length), ...entries.flat()];

const text = (words: string): number[] => [
  ...unsigned(words.length),
  ...Array.from(words, (letter) => letter.charCodeAt(0)),
];
