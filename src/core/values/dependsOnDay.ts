import { parseValue } from './parseValue';

/** Whether a date is one that the day of publication may have told: no length of time, nothing that comes back, no time of day. */
export function dependsOnDay(value: string): boolean {
  const kind = parseValue(value)?.kind;
  if (kind === 'duration' || kind === 'set') return false;
  return !/^~?T/u.test(value);
}

/** Whether a date is left open because the day of publication is not known. */
export function isOpen(value: string): boolean {
  return /_REF$|XXXX/u.test(value) && dependsOnDay(value);
}
