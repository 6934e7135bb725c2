import { createReadStream } from 'node:fs';
import { truncate } from 'node:fs/promises';
import { linesOf } from './lines';
import { FileTrouble, isFile } from './textFile';

/** What every line of ours begins with. */
const BEGINNING = '{"id":';

/**
 * What an earlier run has done: the ids of a file's lines. A last line that was cut short is taken away.
 * @throws FileTrouble where a line is not what such a run writes
 */
export async function idsDone(file: string): Promise<Set<string>> {
  const ids = new Set<string>();
  if (!(await isFile(file))) return ids;
  const whole = await wholeLines(file);
  let number = 0;
  let bytes = 0;
  for await (const line of linesOf(createReadStream(file))) {
    number++;
    bytes += Buffer.byteLength(line) + 1;
    const where = `${file}:${number}`;
    if (bytes <= whole) ids.add(idIn(line, where));
    else if (!line.startsWith(BEGINNING) && !BEGINNING.startsWith(line)) throw notOurs(where);
  }
  // Only what is surely a line of ours, cut short, is taken away.
  await truncate(file, whole);
  return ids;
}

/** Bytes up to the end of the last whole line. */
async function wholeLines(file: string): Promise<number> {
  let bytes = 0;
  let end = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const last = chunk.lastIndexOf(0x0a);
    if (last >= 0) end = bytes + last + 1;
    bytes += chunk.length;
  }
  return end;
}

function idIn(line: string, where: string): string {
  try {
    const { id } = JSON.parse(line) as { id?: unknown };
    if (typeof id === 'string') return id;
  } catch {
    // Told below, with what is no object with an id.
  }
  throw notOurs(where);
}

function notOurs(where: string): FileTrouble {
  return new FileTrouble(`${where}: this is no line of newsmark recognize; nothing is written`);
}
