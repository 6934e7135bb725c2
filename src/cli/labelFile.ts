import type { LabelSet } from '../core/annotation/labelSet';
import { readLabelFile } from '../core/labelSets/readLabelFile';
import { Text } from '../core/text/text';
import { FileTrouble, readTextFile } from './textFile';

/** A file of labels. @throws FileTrouble where it can't be read, with the place of what is wrong in it */
export async function readLabels(file: string): Promise<LabelSet> {
  const raw = await readTextFile(file);
  const reading = readLabelFile(raw);
  if (reading.kind === 'ok') return reading.set;
  const [{ start, message }] = reading.problems;
  const { line, character } = Text.of(raw).positionAt(start);
  throw new FileTrouble(`${file}:${line + 1}:${character + 1}: ${message}`);
}
