import { CODE } from './code';
import type { Functions } from './functions';
import { plainFunctions } from './plain';
import { OF } from './shape';

/**
 * The tagger's sums, four numbers at a time in WebAssembly where the host has that, and the same sums in JavaScript where it
 * does not. What is worked on lies in one memory.
 */
export interface Kernel extends Functions {
  /** Whether it works in WebAssembly. */
  readonly isFast: boolean;
  /** The memory's numbers; another array after `take`, and by the same object's `integers` as whole numbers. */
  readonly floats: Float32Array;
  readonly integers: Int32Array;
  /** Room for numbers, all zero, to be kept as long as the kernel. @returns its offset in bytes, a multiple of 16 */
  take(count: number): number;
  /** Puts numbers into the memory for good. @returns their offset in bytes */
  keep(numbers: Float32Array): number;
}

/** What this file uses of WebAssembly (W3C, WebAssembly JavaScript Interface), which every host of ours has. */
interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
interface Wasm {
  readonly Memory: new (size: { readonly initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

const PAGE = 65_536;

/** @param fast false for JavaScript's sums in any case */
export function createKernel({ fast = true }: { readonly fast?: boolean } = {}): Kernel {
  const compiled = fast ? compiledMemory() : undefined;
  const memory = compiled?.memory ?? plainMemory();
  const functions = compiled?.functions ?? plainFunctions(() => memory.buffer);
  let used = 0;
  let floats = new Float32Array(memory.buffer);
  let integers = new Int32Array(memory.buffer);

  function take(count: number): number {
    const start = used;
    used += Math.ceil((count * OF) / 16) * 16;
    // One vector more may be read than there are numbers.
    const missing = used + 16 - memory.buffer.byteLength;
    if (missing > 0) {
      memory.grow(Math.ceil(missing / PAGE));
      floats = new Float32Array(memory.buffer);
      integers = new Int32Array(memory.buffer);
    }
    return start;
  }

  return Object.freeze({
    ...functions,
    isFast: compiled !== undefined,
    get floats() {
      return floats;
    },
    get integers() {
      return integers;
    },
    take,
    keep(numbers: Float32Array) {
      const start = take(numbers.length);
      floats.set(numbers, start / OF);
      return start;
    },
  });
}

/** The functions in WebAssembly and their memory; undefined where the host has no vectors in it, or lets nobody compile. */
function compiledMemory(): { readonly memory: WasmMemory; readonly functions: Functions } | undefined {
  const { WebAssembly: wasm } = globalThis as unknown as { readonly WebAssembly?: Wasm };
  if (!wasm) return undefined;
  try {
    const memory = new wasm.Memory({ initial: 1 });
    const module = new wasm.Module(CODE);
    const { exports } = new wasm.Instance(module, { kernel: { memory } });
    return { memory, functions: exports as Functions };
  } catch {
    // A host without vectors or with a policy against compiling: the same sums are there in JavaScript.
    return undefined;
  }
}

function plainMemory(): WasmMemory {
  let buffer = new ArrayBuffer(PAGE);
  return {
    get buffer() {
      return buffer;
    },
    grow(pages) {
      const before = buffer.byteLength;
      const larger = new ArrayBuffer(before + pages * PAGE);
      new Uint8Array(larger).set(new Uint8Array(buffer));
      buffer = larger;
      return before / PAGE;
    },
  };
}
