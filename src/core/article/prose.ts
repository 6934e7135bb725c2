import { readFrontMatter } from './frontMatter';

/** How much of a text is looked at, in UTF-16 code units. */
const SAMPLE = 4096;
/** Front matter that is longer is not skipped. */
const FRONT_MATTER = 8192;

/** A sentence's end inside or at the end of a line; an abbreviation's dot passes as well, so one is not enough alone. */
const STOP = /[\p{L}\p{N}%)\]"”’»][.!?…؟।۔]["”’»)\]*_]*(?:\s|$)|[。！？।]/u;
/** Scripts that put no blanks between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/gu;
/** Scripts that put no stop after sentences either. */
const STOPLESS = /[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

const LOG_LINE =
  /^[[(<]?(?:\d{4}[-/]\d\d[-/]\d\d[T ]\d\d?:\d\d|\d\d?:\d\d:\d\d|\w{3} +\d{1,2} \d\d:\d\d:\d\d|(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b)/;
const CODE_LINE =
  /^(?:#!|"[^"]{0,80}"\s*:|#include|import |from \S+ import|export |const |let |var |def |class \w+[:({]|function |return\b|if ?\(|for ?\(|while ?\(|\/\/|\/\*|\$ |<\/?\w|@\w+\()|[;{}\\]$|^[\w.-]+ ?(?:[=~<>!]=|=) ?\S|^\[[\w .-]+\]$|\(\);?$/;
const TABLE_LINE = /\t.*\t|\|.*\||^(?:[^,;]*[,;]){5,}[^,;\s]*$|^[\s|+=-]{6,}$/;

/**
 * Whether a text reads as prose (a report, a note) rather than code, data, a log or a list. Cheap: looks at the
 * first few thousand characters.
 * @param text a file's text, LF line ends, no byte-order mark
 */
export function looksLikeProse(text: string): boolean {
  const skipped = readFrontMatter(text.slice(0, FRONT_MATTER)).span?.end ?? 0;
  const sample = text.slice(skipped, skipped + SAMPLE);
  if (!isReadable(sample) || /^(?:```|~~~)/m.test(sample)) return false;
  const lines = sample
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  const lengthOf = (kind: (line: string) => boolean) =>
    lines.reduce((sum, line) => (kind(line) ? sum + line.length : sum), 0);
  if (lengthOf(isMachineLine) * 4 > length) return false;
  return lengthOf(isWordy) * 2 > length && hasSentence(lines);
}

/** Text and not bytes: no NUL, hardly a replacement or control character, and mostly letters. */
function isReadable(sample: string): boolean {
  if (sample.includes('\0')) return false;
  const visible = count(sample, /\S/gu);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const broken = count(sample, /[\uFFFD\u0001-\u0008\u000E-\u001F\u007F]/gu);
  return visible > 0 && broken * 50 < visible && count(sample, /[\p{L}\p{M}]/gu) * 10 >= visible * 6;
}

function isMachineLine(line: string): boolean {
  return LOG_LINE.test(line) || CODE_LINE.test(line) || TABLE_LINE.test(line);
}

/** Whether a line has the words of a sentence or of a good part of one. */
function isWordy(line: string): boolean {
  if (count(line, UNSPACED) >= 8) return true;
  const words = line.split(/\s+/);
  const plain = words.filter((word) => /^["“‘«„(*_[—–-]*\p{L}[\p{L}\p{M}'’-]*[\p{P}\p{S}]*$/u.test(word));
  return plain.length >= 5 && plain.length * 10 >= words.length * 6;
}

/** Whether some wordy line, or a wrapped line after one, ends a sentence. */
function hasSentence(lines: readonly string[]): boolean {
  return lines.some((line, index) => {
    if (STOPLESS.test(line)) return line.length >= 30;
    return STOP.test(line) && (isWordy(line) || isWordy(lines[index - 1] ?? ''));
  });
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}
