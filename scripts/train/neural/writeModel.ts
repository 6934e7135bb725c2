import { GATES, WIDTHS } from '../../../src/core/recognize/entities/neural/model';
import { writeFloats, writeRising, writeScaled } from '../../../src/core/recognize/entities/neural/numbers';
import { ByteWriter } from '../../../src/core/recognize/entities/tagger/bytes';
import type { Parameters } from './parameters';
import type { StoredTable } from './storedVectors';

/** The bytes that `readNeuralModel` reads. */
export function neuralModelBytes(
  tables: readonly StoredTable[],
  knownKeys: ReadonlySet<number>,
  parameters: Parameters,
): Uint8Array {
  const writer = new ByteWriter();
  writer.varint(tables.length);
  for (const { keys, vectors } of tables) {
    writer.varint(vectors.parts);
    writeRising(writer, keys);
    writeScaled(writer, vectors.books);
    writer.append(vectors.codes);
  }
  writeRising(
    writer,
    [...knownKeys].sort((a, b) => a - b),
  );
  for (const part of ['word', 'prefix', 'suffix', 'ending', 'shape', 'spelling'])
    writeScaled(writer, parameters.value(part));
  writeFloats(writer, parameters.value('spellingBias'));
  writeScaled(writer, placesReversed(parameters.value('window')));
  writeFloats(writer, parameters.value('gateBias'));
  writeScaled(writer, parameters.value('output'));
  writeFloats(writer, parameters.value('outputBias'));
  writeFloats(writer, parameters.value('steps'));
  return writer.finish();
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
