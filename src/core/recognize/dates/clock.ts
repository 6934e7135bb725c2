import { SMALL } from '../words/numberWords';
import { type Token, tokenAt } from '../words/tokens';
import { type Rule, time } from './reading';

/** "3 p.m.", "3:30 pm", "15:00 GMT", "10 o'clock", "noon", "midnight". */
export const clockTime: Rule = (tokens, index) => {
  const { lower } = tokenAt(tokens, index);
  if (lower === 'noon') return time(index + 1, 'T12:00');
  if (lower === 'midnight') return time(index + 1, 'T00:00');
  const read = hourAt(tokens, index);
  if (!read) return undefined;
  const half = halfBehind(tokens, read.next);
  const isOClock = /^o['’]clock$/.test(tokenAt(tokens, read.next).lower);
  if (!half && !read.hasMinutes && !isOClock) return undefined;
  if (half && read.hour > 12) return undefined;
  const hour = half ? (read.hour % 12) + (half.isAfternoon ? 12 : 0) : read.hour;
  const next = half?.next ?? (isOClock ? read.next + 1 : read.next);
  return time(zoneEnd(tokens, next), `T${pad(hour)}:${pad(read.minute)}`);
};

const pad = (number: number) => String(number).padStart(2, '0');

interface Hour {
  readonly hour: number;
  readonly minute: number;
  readonly hasMinutes: boolean;
  readonly next: number;
}

function hourAt(tokens: readonly Token[], index: number): Hour | undefined {
  const token = tokenAt(tokens, index);
  if (token.glued && !/^[("“[]$/.test(tokenAt(tokens, index - 1).text)) return undefined;
  const word = SMALL.get(token.lower);
  if (word !== undefined)
    return word > 0 && word < 13 ? { hour: word, minute: 0, hasMinutes: false, next: index + 1 } : undefined;
  if (!/^\d{1,2}$/.test(token.text) || Number(token.text) > 24) return undefined;
  const hour = Number(token.text);
  const colon = tokenAt(tokens, index + 1);
  const minutes = tokenAt(tokens, index + 2);
  const hasMinutes = colon.text === ':' && colon.glued && minutes.glued && /^[0-5]\d$/.test(minutes.text);
  if (!hasMinutes) return { hour, minute: 0, hasMinutes, next: index + 1 };
  const behind = tokenAt(tokens, index + 3);
  // "1:23:45" and "3:15-18" are other things.
  if (behind.glued && behind.text === ':') return undefined;
  return { hour, minute: Number(minutes.text), hasMinutes, next: index + 3 };
}

/** "a.m.", "pm". */
function halfBehind(tokens: readonly Token[], index: number): { isAfternoon: boolean; next: number } | undefined {
  const first = tokenAt(tokens, index);
  if (/^[ap]m$/.test(first.lower)) return { isAfternoon: first.lower === 'pm', next: index + 1 };
  const words = [1, 2, 3].map((step) => tokenAt(tokens, index + step));
  if (!/^[ap]$/.test(first.lower) || words[0]?.text !== '.' || words[1]?.lower !== 'm') return undefined;
  const hasDot = words[2]?.text === '.' && words[2].glued;
  return { isAfternoon: first.lower === 'p', next: index + (hasDot ? 4 : 3) };
}

function zoneEnd(tokens: readonly Token[], index: number): number {
  return /^(?:GMT|UTC|EST|EDT|PST|PDT|CET|CEST|BST|ET|PT|MSK)$/.test(tokenAt(tokens, index).text) ? index + 1 : index;
}
