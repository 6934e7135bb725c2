import { GATES, MAGIC, WIDTHS } from '../../../src/core/recognize/entities/neural/model';
import { ByteWriter } from './byteWriter';
import type { Parameters } from './parameters';
import type { StoredTable } from './storedVectors';

/** The bytes that `readNeuralModel` reads. */
export function neuralModelBytes(
  tables: readonly StoredTable[],
  knownKeys: ReadonlySet<number>,
  parameters: Parameters,
): Uint8Array {
  const writer = new ByteWriter();
  writer.count(MAGIC);
  writer.count(tables.length);
  for (const { keys, vectors } of tables) {
    writer.count(vectors.parts);
    writer.rising(keys);
    writer.scaled(vectors.books);
    writer.bytes(vectors.codes);
  }
  writer.rising([...knownKeys].sort((a, b) => a - b));
  for (const part of ['word', 'prefix', 'suffix', 'ending', 'shape', 'spelling']) writer.scaled(parameters.value(part));
  writer.floats(parameters.value('spellingBias'));
  writer.scaled(placesReversed(parameters.value('window')));
  writer.floats(parameters.value('gateBias'));
  writer.scaled(parameters.value('output'));
  writer.floats(parameters.value('outputBias'));
  writer.floats(parameters.value('steps'));
  return writer.result();
}

/** In use a word is added to its neighbors' gates rather than gathered from them, so the window's last place is first. */
function placesReversed(matrix: Float32Array): Float32Array {
  const { window } = WIDTHS;
  const out = new Float32Array(matrix.length);
  for (let block = 0; block < matrix.length / GATES; block++) {
    const place = block % window;
    const to = block - place + (window - 1 - place);
    out.set(matrix.subarray(block * GATES, (block + 1) * GATES), to * GATES);
  }
  return out;
}
