import type { Format } from '../core/formats/format';
import { FORMATS, formatOf, formatOfFile } from '../core/formats/formats';
import { FileTrouble } from './textFile';
import { UsageError } from './usageError';

/** The format of that name. @throws UsageError where there is none */
export function namedFormat(option: string, id: string | undefined): Format {
  if (id === undefined) throw new UsageError(`--${option} FORMAT is missing: ${idsInWords()}`);
  const format = formatOf(id);
  if (!format) throw new UsageError(`--${option}: there is no format ${JSON.stringify(id)}; there are ${idsInWords()}`);
  return format;
}

/** The named format, else that of the file. @throws FileTrouble where it can't be told */
export function formatFor(named: Format | undefined, file: string, content: string): Format {
  const format = named ?? formatOfFile(file, content);
  if (!format) throw new FileTrouble(`${file}: the format can't be told; name it with --from`);
  return format;
}

/** All formats, a line each, for help. */
export const FORMAT_LINES = FORMATS.map(
  ({ id, title, endings }) => `        ${id.padEnd(18)} ${title} (${endings[0]})`,
).join('\n');

function idsInWords(): string {
  return FORMATS.map(({ id }) => id).join(', ');
}
