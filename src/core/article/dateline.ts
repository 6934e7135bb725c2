import type { Span } from '../text/span';
import { isPublisher } from './agencies';
import { type ArticleDate, readDate } from './articleDate';

/** Where and when a report was filed: `HARBIN, China, May 14 (Xinhua) —`; or when, in a line of its own. */
export interface Dateline extends Span {
  /** The place as printed, in capitals if it is: `HARBIN`. */
  readonly place?: string;
  /** What follows the place: `China`. */
  readonly region?: string;
  readonly agency?: string;
  readonly date?: ArticleDate;
}

const LONGEST = 120;
const SEPARATOR = /\s*(?:[—–]|--|\s-)(?:\s|$)/u;
/** TASS: `MOSCOW, May 14. /TASS/. `. */
const SLASHED = /^([^./]{3,60})\. ?\/([\p{L} ]{2,30})\/\.?(?:\s|$)/u;
/** Cities whose bare name in capitals is as short as an acronym (`NATO — …` is no dateline). */
const SHORT_CITIES = new Set(['BAKU', 'BERN', 'DOHA', 'KIEV', 'KYIV', 'LIMA', 'LVIV', 'OSLO', 'RIGA', 'ROME']);

/**
 * Reads the dateline at the beginning of a paragraph.
 * @param paragraph its words, beginning with the dateline if it has one
 * @param start the paragraph's place in the article, UTF-16 code units; the span runs to the end of the dash
 */
export function readDateline(paragraph: string, start = 0): Dateline | undefined {
  const day = dayAlone(paragraph);
  if (day) return { start, end: start + paragraph.length, date: day };
  const opening = paragraph.slice(0, LONGEST);
  const slashed = SLASHED.exec(opening);
  if (slashed) return dateline(slashed[1] ?? '', slashed[2], start, slashed[0].trimEnd().length);
  const separator = SEPARATOR.exec(opening);
  if (!separator) return undefined;
  const head = opening.slice(0, separator.index);
  const agency = /^([^()]*)\(([^()]{2,40})\)$/u.exec(head);
  const length = separator.index + separator[0].trimEnd().length;
  return agency ? dateline(agency[1] ?? '', agency[2], start, length) : dateline(head, undefined, start, length);
}

/** A line that says a day with its year, and nothing else: `Friday, July 21, 2017`, `Published: 21 July 2017`. */
function dayAlone(paragraph: string): ArticleDate | undefined {
  if (paragraph.length > LONGEST_DAY) return undefined;
  const words = paragraph.trim().replace(/^(?:published|posted|date)(?: on)?:?\s+/iu, '');
  const [date, ...more] = datedParts(words);
  return more.length === 0 && typeof date === 'object' && date.year !== undefined ? date : undefined;
}

const LONGEST_DAY = 50;

function dateline(head: string, agency: string | undefined, start: number, length: number): Dateline | undefined {
  const parts = datedParts(head);
  const places = parts.filter((part): part is string => typeof part === 'string');
  const date = parts.find((part) => typeof part !== 'string');
  const [place, ...regions] = places;
  if (place === undefined ? agency === undefined || !isPublisher(agency) : !isPlace(place, agency !== undefined)) {
    return undefined;
  }
  if (regions.length > 2 || !regions.every((region) => isPlace(region, true))) return undefined;
  if (parts.length === 1 && agency === undefined && !isLongPlace(place ?? '')) return undefined;
  return {
    start,
    end: start + length,
    ...(place !== undefined && { place }),
    ...(regions.length > 0 && { region: regions.join(', ') }),
    ...(agency !== undefined && { agency: agency.trim() }),
    ...(date !== undefined && { date }),
  };
}

/** The head's parts between commas, dates read; a year after a comma belongs to the day before it. */
function datedParts(head: string): (string | ArticleDate)[] {
  const parts: (string | ArticleDate)[] = [];
  for (const part of head.split(',').map((piece) => piece.trim())) {
    const last = parts.at(-1);
    if (/^\d{4}$/.test(part) && typeof last === 'object' && last.year === undefined) {
      parts[parts.length - 1] = { ...last, year: Number(part) };
    } else if (part !== '' && !/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(part)) {
      parts.push(readDate(part) ?? part);
    }
  }
  return parts;
}

/** In capitals, or capitalized where an agency or a city before it vouches for it. */
function isPlace(name: string, isVouchedFor: boolean): boolean {
  const words = name.split(/\s+/);
  if (words.length > 5 || !/^[\p{L}\p{M}\s.'’/-]+$/u.test(name)) return false;
  if (!/\p{Ll}/u.test(name)) return isVouchedFor || /\p{L}{2}/u.test(name);
  return isVouchedFor && words.every((word) => /^\p{Lu}/u.test(word) || /^(?:de|la|of|the|and|sur|upon)$/.test(word));
}

function isLongPlace(place: string): boolean {
  return place.length >= 5 || SHORT_CITIES.has(place);
}
