import { type ParseArgsConfig, parseArgs } from 'node:util';
import { reasonOf } from './textFile';
import { UsageError } from './usageError';

type Options = NonNullable<ParseArgsConfig['options']>;

/** A command's arguments. @throws UsageError where they are not as they should be */
export function parsedArgs<T extends Options>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(complaintOf(error));
  }
}

/** What Node says of arguments, as one sentence without its advice: ours follows. */
export function complaintOf(error: unknown): string {
  const [said = ''] = reasonOf(error).split(/\n|\. To specify /);
  return said.replace(/\.$/, '');
}

/** Values that may be given with commas between them, or one at a time. */
export function listed(values: readonly string[] | undefined): ReadonlySet<string> | undefined {
  const items = (values ?? []).flatMap((value) => value.split(',')).filter((item) => item !== '');
  return items.length > 0 ? new Set(items) : undefined;
}

/** One of some words. @throws UsageError where it is none of them */
export function oneOf<T extends string>(name: string, value: string | undefined, words: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = words.find((word) => word === value);
  if (found === undefined) throw new UsageError(`--${name} takes ${words.join(', ')}`);
  return found;
}

/** `Person=PERSON` pairs. @throws UsageError */
export function renamings(values: readonly string[] | undefined): ReadonlyMap<string, string> {
  const pairs = [...(listed(values) ?? [])].map((pair): [string, string] => {
    const sign = pair.indexOf('=');
    if (sign < 1 || sign === pair.length - 1) throw new UsageError(`--map takes FROM=TO, not ${JSON.stringify(pair)}`);
    return [pair.slice(0, sign), pair.slice(sign + 1)];
  });
  return new Map(pairs);
}
