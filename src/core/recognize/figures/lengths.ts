import { type Token, tokenAt } from '../words/tokens';
import type { Amount, ReadAmount } from './amounts';

/** Units of one length in the other, in micrometers, so that all of them are whole numbers. */
const MICROMETERS: ReadonlyMap<string, number> = new Map([
  ['[mi_i]', 1_609_344_000],
  ['km', 1_000_000_000],
  ['m', 1_000_000],
  ['[yd_i]', 914_400],
  ['[ft_i]', 304_800],
  ['[in_i]', 25_400],
  ['cm', 10_000],
  ['mm', 1_000],
]);

/** "5 feet 2 inches", "10 kms, 8 meters, 6 cm", "2 yd 7'": a length in several units is one, in the smallest of them. */
export function smallerUnits(tokens: readonly Token[], first: Amount, read: ReadAmount): Amount | undefined {
  let whole: Amount | undefined;
  for (let rounds = 0; rounds < 4; rounds++) {
    const last = whole ?? first;
    const more = furtherLength(tokens, last, read);
    if (!more) break;
    const [large, small] = [MICROMETERS.get(last.unit) ?? 0, MICROMETERS.get(more.unit) ?? 1];
    const low = Number(((last.low * large) / small + more.low).toPrecision(12));
    whole = { ...last, low, unit: more.unit, next: more.next };
  }
  return whole;
}

function furtherLength(tokens: readonly Token[], last: Amount, read: ReadAmount): Amount | undefined {
  const size = MICROMETERS.get(last.unit);
  if (size === undefined || last.high !== undefined) return undefined;
  let at = last.next;
  if (tokenAt(tokens, at).text === ',') at++;
  if (tokenAt(tokens, at).lower === 'and') at++;
  if (tokenAt(tokens, at).kind === 'sign') return undefined;
  const more = read(tokens, at);
  const feet =
    more && more.unit === '' && /^['′’]$/u.test(tokenAt(tokens, more.next).text) && tokenAt(tokens, more.next).glued;
  const part = feet ? { ...more, unit: '[ft_i]', next: more.next + 1 } : more;
  const inches = part && part.unit === '' && /^in$/u.test(tokenAt(tokens, part.next).lower) && last.unit === '[ft_i]';
  const found = inches ? { ...part, unit: '[in_i]', next: part.next + 1 } : part;
  return found && (MICROMETERS.get(found.unit) ?? size) < size ? found : undefined;
}
