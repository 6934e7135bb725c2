import { SMALL, TENS } from '../words/numberWords';
import { isDash, isFreeBefore, type Scan, set, tokenOf, wordOf } from './scan';

/** A time of day, or from one to another, in seconds since midnight. */
export interface Clock {
  readonly from: number;
  readonly to?: number;
}

/** ISO 8601 of a time of day: `15:00`, `15:00:30`. */
export function clockValue(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds % 60)];
  const parts = rest === 0 ? [hours, minutes] : [hours, minutes, rest];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** A time of day as it was read. */
export interface ClockReading {
  readonly seconds: number;
  readonly next: number;
  /** Whether it says which half of the day it is in: "3 p.m.", "15:30", "noon". */
  readonly isSure: boolean;
  /** Whether it is a time beyond doubt, and not only a number that could be an hour. */
  readonly isTime: boolean;
  readonly zone?: string;
}

const HOUR = 3600;
const NOON = 12 * HOUR;

/** Reads a time of day: "3 p.m.", "15:30 GMT", "ten thirty am", "half past seven", "noon", "3 o'clock in the afternoon". */
export function clockAt(scan: Scan, index: number): ClockReading | undefined {
  const read = namedHour(scan, index) ?? pastHour(scan, index) ?? hourAt(scan, index);
  return read && withZone(scan, read);
}

const NAMED: ReadonlyMap<string, number> = new Map([
  ['noon', NOON],
  ['midday', NOON],
  ['noonish', NOON],
  ['midnight', 0],
]);

function namedHour(scan: Scan, index: number): ClockReading | undefined {
  const at = tokenOf(scan, index).lower === 'the' ? index + 1 : index;
  const seconds = NAMED.get(tokenOf(scan, at).lower);
  if (seconds !== undefined) return { seconds, next: at + 1, isSure: true, isTime: true };
  const isMidNight = tokenOf(scan, at).lower === 'mid' && tokenOf(scan, at + 1).lower === 'night';
  return isMidNight ? { seconds: 0, next: at + 2, isSure: true, isTime: true } : undefined;
}

/** "Half past seven", "a quarter to noon", "15 minutes past 3pm", "ten to six" (with "minutes", or with a sure hour). */
function pastHour(scan: Scan, index: number): ClockReading | undefined {
  const minutes = minutesAt(scan, index);
  if (!minutes) return undefined;
  const word = tokenOf(scan, minutes.next).lower;
  const side = /^(?:past|after)$/u.test(word) ? 1 : /^(?:to|before|till|until|of)$/u.test(word) ? -1 : undefined;
  if (!side || (word !== 'past' && !minutes.isNamed && !(word === 'to' && namedHour(scan, minutes.next + 1))))
    return undefined;
  const hour = namedHour(scan, minutes.next + 1) ?? hourAt(scan, minutes.next + 1);
  if (!hour || hour.seconds % HOUR !== 0) return undefined;
  // "Half of 1 percent" is a share.
  if (word === 'of' && /^(?:percent|per|%|percentage)$/u.test(tokenOf(scan, hour.next).lower)) return undefined;
  // "15 to 3" may be a score: only words, or an hour that is surely one, make it a time.
  const isTime = minutes.isNamed || hour.isTime;
  if (!isTime) return undefined;
  return { ...hour, seconds: (hour.seconds + side * minutes.count * 60 + 24 * HOUR) % (24 * HOUR), isTime };
}

function minutesAt(scan: Scan, index: number): { count: number; next: number; isNamed: boolean } | undefined {
  const at = tokenOf(scan, index).lower === 'a' ? index + 1 : index;
  const word = tokenOf(scan, at).lower;
  if (word === 'half' || word === 'quarter') return { count: word === 'half' ? 30 : 15, next: at + 1, isNamed: true };
  const number = smallNumber(scan, index, 59);
  if (!number) return undefined;
  const isNamed = /^min(?:ute)?s?$/u.test(tokenOf(scan, number.next).lower);
  return { count: number.value, next: isNamed ? number.next + 1 : number.next, isNamed };
}

/** A whole number of one or two digits, or in words. */
function smallNumber(scan: Scan, index: number, most: number): { value: number; next: number } | undefined {
  const token = tokenOf(scan, index);
  if (/^\d{1,2}$/u.test(token.text))
    return Number(token.text) <= most ? { value: Number(token.text), next: index + 1 } : undefined;
  const small = SMALL.get(token.lower);
  if (small !== undefined) return small <= most ? { value: small, next: index + 1 } : undefined;
  const tens = TENS.get(token.lower);
  if (tens === undefined || tens > most) return undefined;
  const at = isDash(scan, index + 1) ? index + 2 : index + 1;
  const ones = SMALL.get(tokenOf(scan, at).lower);
  return ones && ones < 10 ? { value: tens + ones, next: at + 1 } : { value: tens, next: index + 1 };
}

/** An hour in digits or words, with its minutes, its half of the day and "o'clock". */
function hourAt(scan: Scan, index: number): ClockReading | undefined {
  if (!isFreeBefore(scan, index) && !isLooseSign(scan, index)) return undefined;
  const read = digitHour(scan, index) ?? wordHour(scan, index);
  if (!read) return undefined;
  const oclock = oclockBehind(scan, read.next);
  const about = /^ish$/u.test(tokenOf(scan, oclock ?? read.next).lower)
    ? (oclock ?? read.next) + 1
    : (oclock ?? read.next);
  const half = halfBehind(scan, about, read.hour);
  if (half && read.hour > 12 && !half.isWords) return undefined;
  const isSure = half !== undefined || read.hour > 12 || read.isLong;
  const hour = half ? (read.hour % 12) + (half.isAfternoon ? 12 : 0) : read.hour;
  const isTime = half !== undefined || oclock !== undefined || read.isTime;
  return { seconds: hour * HOUR + read.rest, next: half?.next ?? about, isSure, isTime };
}

const isLooseSign = (scan: Scan, index: number) =>
  isDash(scan, index - 1) || /^[t/+]$/iu.test(tokenOf(scan, index - 1).text);

interface Hour {
  readonly hour: number;
  /** Seconds of the minutes behind it. */
  readonly rest: number;
  readonly next: number;
  readonly isTime: boolean;
  /** With two digits and a zero in front, "09:30", which the clock of 24 hours has. */
  readonly isLong: boolean;
}

/** "8", "8:00", "20:32:13", "15h30", "15h", "8.10" and "1030" where "am" or "pm" follows. */
function digitHour(scan: Scan, index: number): Hour | undefined {
  const token = tokenOf(scan, index);
  const dotted = /^(\d{1,2})\.([0-5]\d)$/u.exec(token.text);
  if (dotted) return joinedHour(scan, Number(dotted[1]), Number(dotted[2]), index + 1);
  const joined = /^(\d{1,2})([0-5]\d)$/u.exec(token.text);
  if (joined && token.text.length > 2) return joinedHour(scan, Number(joined[1]), Number(joined[2]), index + 1);
  if (!/^\d{1,2}$/u.test(token.text) || Number(token.text) > 24) return undefined;
  const hour = Number(token.text);
  const sign = tokenOf(scan, index + 1);
  const isH = sign.glued && sign.text === 'h' && token.text.length > 0 && hour < 24;
  const minutes = tokenOf(scan, index + 2);
  const hasMinutes = sign.glued && (sign.text === ':' || isH) && minutes.glued && /^[0-5]\d$/u.test(minutes.text);
  const isLong = token.text.startsWith('0') || hour > 12;
  if (hasMinutes) return withSeconds(scan, index + 3, { hour, rest: Number(minutes.text) * 60, isTime: true, isLong });
  if (isH && hour > 8 && !minutes.glued) return { hour, rest: 0, next: index + 2, isTime: hour > 12, isLong };
  if (sign.glued && /^(?::|[,.]\d|%)/u.test(sign.text)) return undefined;
  return { hour, rest: 0, next: index + 1, isTime: false, isLong: hour > 12 };
}

/** "8.10 pm", "730 in the evening": only where the half of the day follows. */
function joinedHour(scan: Scan, hour: number, minute: number, next: number): Hour | undefined {
  if (hour > 24 || (!halfBehind(scan, next, hour) && !isTimed(scan, next))) return undefined;
  return { hour, rest: minute * 60, next, isTime: false, isLong: hour > 12 };
}

/** Behind "at 10.30" a zone says that it is a time: "23.00+14". */
const isTimed = (scan: Scan, index: number) =>
  tokenOf(scan, index).text === '+' && /^\d{2,4}$/u.test(tokenOf(scan, index + 1).text);

function withSeconds(scan: Scan, index: number, hour: Omit<Hour, 'next'>): Hour | undefined {
  const sign = tokenOf(scan, index);
  const seconds = tokenOf(scan, index + 1);
  if (!sign.glued || sign.text !== ':') {
    const isMore = sign.glued && /^[\d.,]*\d$/u.test(sign.text);
    return isMore ? undefined : { ...hour, next: index };
  }
  const match = seconds.glued ? /^([0-5]\d)(?:\.\d+)?$/u.exec(seconds.text) : undefined;
  if (!match) return undefined;
  const isMore = tokenOf(scan, index + 2).glued && tokenOf(scan, index + 2).text === ':';
  return isMore ? undefined : { ...hour, rest: hour.rest + Number(match[1]), next: index + 2 };
}

/** "Three", "ten thirty", "nine fifteen". */
function wordHour(scan: Scan, index: number): Hour | undefined {
  const hour = SMALL.get(tokenOf(scan, index).lower);
  if (hour === undefined || hour < 1 || hour > 12) return undefined;
  const minutes = smallNumber(scan, index + 1, 59);
  const isMinutes = minutes && minutes.value >= 10 && tokenOf(scan, index + 1).kind === 'word';
  if (
    isMinutes &&
    (halfBehind(scan, minutes.next, hour) ||
      tokenOf(scan, index - 1).lower === 'at' ||
      isEndAfterDate(scan, minutes.next))
  ) {
    return { hour, rest: minutes.value * 60, next: minutes.next, isTime: false, isLong: false };
  }
  return { hour, rest: 0, next: index + 1, isTime: false, isLong: false };
}

const isEndAfterDate = (scan: Scan, index: number) => /^\.?$/u.test(tokenOf(scan, index).text);

/** "o'clock", "oclock", "o clock". */
function oclockBehind(scan: Scan, index: number): number | undefined {
  const { lower } = tokenOf(scan, index);
  if (/^o['’]?clock$/u.test(lower)) return index + 1;
  return lower === 'o' && tokenOf(scan, index + 1).lower === 'clock' ? index + 2 : undefined;
}

interface Half {
  readonly isAfternoon: boolean;
  readonly isWords: boolean;
  readonly next: number;
}

/** "a.m.", "pm", "p", "a m" glued or not; "in the morning", "in the evening". */
function halfBehind(scan: Scan, index: number, hour: number): Half | undefined {
  const first = tokenOf(scan, index);
  if (/^[ap]m$/u.test(first.lower)) return { isAfternoon: first.lower === 'pm', isWords: false, next: index + 1 };
  const letter = first.lower === '.' && first.glued ? index + 1 : index;
  const half = lettersBehind(scan, letter);
  if (half) return half;
  if (first.glued && /^[ap]$/u.test(first.lower) && hour < 13) return shortHalf(scan, index);
  if (first.lower !== 'in') return undefined;
  const the = tokenOf(scan, index + 1).lower === 'the' ? index + 2 : index + 1;
  const part = tokenOf(scan, the).lower;
  if (part === 'morning' || part === 'am') return { isAfternoon: false, isWords: true, next: the + 1 };
  return /^(?:afternoon|evening|pm)$/u.test(part) ? { isAfternoon: true, isWords: true, next: the + 1 } : undefined;
}

/** "a.m.", "a.m", "a m", ".am": the letters apart. */
function lettersBehind(scan: Scan, index: number): Half | undefined {
  const letter = tokenOf(scan, index).lower;
  if (/^[ap]m$/u.test(letter)) return { isAfternoon: letter === 'pm', isWords: false, next: index + 1 };
  if (!/^[ap]$/u.test(letter)) return undefined;
  const hasDot = tokenOf(scan, index + 1).text === '.';
  const m = tokenOf(scan, hasDot ? index + 2 : index + 1);
  if (m.lower !== 'm' || (hasDot && !m.glued)) return undefined;
  // "4 a m" may be anything; "nine a m" is how people talk.
  if (!hasDot && !m.glued && tokenOf(scan, index - 1).kind === 'number' && !tokenOf(scan, index).glued)
    return undefined;
  const next = hasDot ? index + 3 : index + 2;
  const isClosed = hasDot && tokenOf(scan, next).text === '.' && tokenOf(scan, next).glued;
  return { isAfternoon: letter === 'p', isWords: false, next: isClosed ? next + 1 : next };
}

/** "9a", "8:45a.": the letter alone, with minutes or behind "at". */
function shortHalf(scan: Scan, index: number): Half | undefined {
  const { lower } = tokenOf(scan, index);
  const isTimed = tokenOf(scan, index - 2).text === ':' || /^(?:at|@)$/u.test(tokenOf(scan, index - 2).lower);
  if (!isTimed) return undefined;
  const dot = tokenOf(scan, index + 1);
  const hasDot = dot.text === '.' && dot.glued && tokenOf(scan, index + 2).text !== '';
  return { isAfternoon: lower === 'p', isWords: false, next: hasDot ? index + 2 : index + 1 };
}

const ZONES = set(
  'GMT UTC EST EDT CST CDT MST MDT PST PDT CET CEST EET EEST BST WET IST JST KST MSK HKT SGT AEST AEDT ET CT MT PT Z',
);
const ZONE_WORDS = set('eastern central mountain pacific atlantic local moscow beijing');

/** "GMT", "UTC+02:45", "Eastern time", "pacific standard time", "(GMT-2:30)", "+0200" behind a time. */
function withZone(scan: Scan, read: ClockReading): ClockReading {
  const isOpen = tokenOf(scan, read.next).text === '(';
  const at = isOpen ? read.next + 1 : read.next;
  const end = zoneEnd(scan, at, read.isTime);
  if (end === undefined || end === at) return read;
  const isClosed = isOpen && tokenOf(scan, end).text === ')';
  if (isOpen && !isClosed) return read;
  const zone = scan.tokens
    .slice(at, end)
    .map((token, step) => (step > 0 && !token.glued ? ` ${token.text}` : token.text))
    .join('');
  return { ...read, zone, isTime: true, next: isClosed ? end + 1 : end };
}

function zoneEnd(scan: Scan, index: number, isTime: boolean): number | undefined {
  const token = tokenOf(scan, index);
  const code =
    token.text.length < 5 &&
    (ZONES.has(token.text) || (isTime && ZONES.has(token.text.toUpperCase()) && token.text.length > 2));
  if (code) return offsetEnd(scan, index + 1) ?? index + 1;
  const isOffset = token.text === '+' || (token.text === '-' && tokenOf(scan, index + 1).text.startsWith('0'));
  if (isOffset && token.glued && isTime) return offsetEnd(scan, index);
  if (!ZONE_WORDS.has(wordOf(scan, index))) return undefined;
  const next = /^(?:standard|daylight)$/u.test(tokenOf(scan, index + 1).lower) ? index + 2 : index + 1;
  if (/^(?:time|timezone)$/u.test(tokenOf(scan, next).lower)) return next + 1;
  return next > index + 1 || token.lower === 'eastern' || token.lower === 'pacific' ? next : undefined;
}

/** "+5", "+02:45", "-0230" behind a zone's letters: at most fourteen hours. */
function offsetEnd(scan: Scan, index: number): number | undefined {
  const digits = tokenOf(scan, index + 1);
  if (!/^[+-]$/u.test(tokenOf(scan, index).text) || !digits.glued || !/^\d{1,4}$/u.test(digits.text)) return undefined;
  const hours = Number(digits.text.length > 2 ? digits.text.slice(0, -2) : digits.text);
  if (hours > 14) return undefined;
  const minutes = tokenOf(scan, index + 3);
  const hasMinutes =
    digits.text.length < 3 && tokenOf(scan, index + 2).text === ':' && minutes.glued && /^[0-5]\d$/u.test(minutes.text);
  return hasMinutes ? index + 4 : index + 2;
}

/** Parts of the day, in hours: from, to. */
const PARTS: ReadonlyMap<string, readonly [from: number, to: number]> = new Map([
  ['morning', [8, 12]],
  ['afternoon', [12, 16]],
  ['evening', [16, 20]],
  ['night', [20, 24]],
  ['daytime', [8, 18]],
  ['lunchtime', [11, 13]],
  ['lunch', [11, 13]],
]);

/** A part of the day, whole or its first or last half: "morning", "early evening", "late afternoon". */
export function dayPartAt(scan: Scan, index: number): { clock: Clock; next: number; name: string } | undefined {
  const word = tokenOf(scan, index).lower;
  const half = /^(?:early|late|later|earlier|mid)$/u.test(word) ? word : undefined;
  let at = half ? (isDash(scan, index + 1) ? index + 2 : index + 1) : index;
  if (half && tokenOf(scan, at).lower === 'in') at++;
  if (half && /^(?:the|this)$/u.test(tokenOf(scan, at).lower)) at++;
  const name = wordOf(scan, at).replace(/ish$/u, '');
  const part = PARTS.get(name);
  if (!part) return undefined;
  const [from, to] = part.map((hour) => hour * HOUR) as [number, number];
  const middle = (from + to) / 2;
  const isEarly = half?.startsWith('earl');
  const clock =
    half === undefined || half === 'mid' ? { from, to } : isEarly ? { from, to: middle } : { from: middle, to };
  return { clock: { from: clock.from, to: Math.min(clock.to, 24 * HOUR - 1) }, next: at + 1, name };
}

/** An hour that could be of either half of the day, put into the half that a part of the day names. */
export function inDayPart(seconds: number, part: Clock): number {
  const isLater = seconds < NOON && part.from >= NOON && !(part.from >= 20 * HOUR && seconds < 5 * HOUR);
  return isLater ? seconds + NOON : seconds;
}
