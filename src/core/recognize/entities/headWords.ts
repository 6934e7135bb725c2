import { ORGANIZATION_HEADS } from './organizations';
import {
  EVENT_HEADS,
  FACILITY_HEADS,
  GOVERNED_HEADS,
  LAW_HEADS,
  LOCATION_HEADS,
  LOCATION_STARTS,
  STORMS,
} from './places';

/** The label that the words of a name give away: "East China Sea", "Georgetown University", "Council of Europe". */
export function labelByHead(words: readonly string[]): string | undefined {
  if (words.length < 2) return undefined;
  const of = words.findIndex((word) => word === 'of' || word === 'for' || word === 'on');
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  const head = of > 0 ? (words[of - 1] ?? last) : last;
  const byHead = labelOfHead(head) ?? labelOfHead(last);
  if (byHead === 'ORG' || byHead === undefined) {
    if (LOCATION_STARTS.has(first) && !ORGANIZATION_HEADS.has(last)) return 'LOC';
    if (STORMS.has(first)) return 'EVENT';
  }
  return byHead;
}

function labelOfHead(word: string): string | undefined {
  if (ORGANIZATION_HEADS.has(word)) return 'ORG';
  if (LOCATION_HEADS.has(word)) return 'LOC';
  if (FACILITY_HEADS.has(word)) return 'FAC';
  if (EVENT_HEADS.has(word)) return 'EVENT';
  if (LAW_HEADS.has(word)) return 'LAW';
  return GOVERNED_HEADS.has(word) ? 'GPE' : undefined;
}

const BEHIND: ReadonlyMap<string, string> = new Map([
  ...heads('GPE', 'city province town village district state republic county prefecture municipality capital'),
  ...heads('LOC', 'river sea peninsula mountains region island islands valley lake desert coast strait'),
  ...heads('FAC', 'pipeline airport bridge stadium prison dam highway port station square'),
  ...heads(
    'ORG',
    'newspaper agency party group company magazine militia movement network bank airline television militants',
  ),
  ...heads('ORG', 'officials rebels fighters insurgents spokesman spokeswoman'),
]);

function heads(label: string, words: string): [string, string][] {
  return words.split(' ').map((word) => [word, label]);
}

/** The label that the word behind a name gives away: "the Power of Siberia-2 pipeline". */
export function labelByFollower(word: string): string | undefined {
  return BEHIND.get(word);
}
