import { tokenAt } from '../words/tokens';
import type { Found } from './found';
import { lastInside, type MarkPair } from './marks';
import { is, isCapital, lowerAt, type Reading, textAt } from './reading';
import { isSigned, type Stretch } from './sentences';
import { IS } from './smallWords';
import { isNominal, mainSubject, phraseAfter, phraseStart, subjectBefore, verbGroupStart } from './speakers';
import { standsAsVerb } from './verbs';

/** What is found of direct speech in a passage, and the pairs of marks that it takes. */
export interface Spoken {
  readonly found: readonly Found[];
  /** Index of each pair that is direct speech. */
  readonly pairs: ReadonlySet<number>;
  /** Indexes of the cues that introduce it. */
  readonly cues: ReadonlySet<number>;
}

export interface Attribution {
  readonly cue?: Stretch;
  readonly speaker?: Stretch;
}

const SURE = 0.95;
const UNATTRIBUTED = 0.7;

/**
 * Speech within quotation marks: beside a verb of speaking ("“…,” she said", "said: “…”"), interrupted by one ("“…,”
 * he said, “…”"), and whole sentences in marks that go on from there. Single words in marks, titles and the like that no
 * such verb is beside are left alone.
 */
export function spokenIn(reading: Reading, sentences: readonly Stretch[]): Spoken {
  const found: Growing[] = [];
  const taken = new Set<number>();
  const cues = new Set<number>();
  /** What was found last, where the sentence before ended in it: marks that follow go on with it. */
  let open: Growing | undefined;
  const take = (pair: MarkPair) => taken.add(reading.pairAt[Math.max(0, pair.open)] ?? -1);
  for (const sentence of sentences) {
    const pairs = pairsIn(reading, sentence);
    const isPure = pairs.length > 0 && isNothingButMarks(reading, sentence);
    if (isPure && !pairs.some((pair) => within(reading, pair))) {
      open ??= begun(found, { kind: 'direct', content: [], confidence: UNATTRIBUTED });
      for (const pair of pairs) {
        take(pair);
        open.content.push(contentOf(reading, pair));
      }
      continue;
    }
    open = undefined;
    for (const { pairs: parts, attribution } of attributed(reading, sentence, pairs)) {
      for (const pair of parts) take(pair);
      if (attribution.cue) cues.add(attribution.cue.from);
      const content = parts.map((pair) => contentOf(reading, pair, attribution.cue));
      open = begun(found, { kind: 'direct', content, ...attribution, confidence: SURE });
    }
  }
  return { found: found.filter(({ content }) => content.some(({ from, to }) => to > from)), pairs: taken, cues };
}

/** A quotation whose pieces are still being found. */
interface Growing extends Found {
  readonly content: Stretch[];
}

function begun(found: Growing[], entry: Growing): Growing {
  found.push(entry);
  return entry;
}

function pairsIn(reading: Reading, { from, to }: Stretch): MarkPair[] {
  const pairs: MarkPair[] = [];
  for (let at = from; at < to; at++) {
    const pair = reading.pairs[reading.pairAt[at] ?? -1];
    if (!pair) continue;
    pairs.push(pair);
    at = pair.close;
  }
  return pairs;
}

function isNothingButMarks(reading: Reading, { from, to }: Stretch): boolean {
  let inMarks = 0;
  for (let at = from; at < to; at++) {
    if (reading.pairAt[at] !== -1) inMarks++;
    else if (tokenAt(reading.tokens, at).kind !== 'sign') return false;
  }
  // A few words in marks by themselves are a headline or a label, no speech; and so are words in capitals.
  return inMarks > 5 && !isTitle(reading, from, to);
}

function isTitle(reading: Reading, from: number, to: number): boolean {
  let words = 0;
  let capitals = 0;
  for (let at = from; at < to; at++) {
    if (tokenAt(reading.tokens, at).kind !== 'word') continue;
    words++;
    if (isCapital(reading, at) && !/^I(?:$|['’])/u.test(textAt(reading, at))) capitals++;
  }
  return capitals * 2 > words;
}

/** The words of a pair; where a mark is lost, as far as the words beside the cue tell. */
function contentOf(reading: Reading, pair: MarkPair, cue?: Stretch): Stretch {
  const to = Math.min(pair.close, reading.tokens.length);
  const from = pair.open < 0 ? lastSentenceStart(reading, to) : pair.open + 1;
  if (cue && cue.from > from && cue.from < to) {
    const comma = lastComma(reading, from, cue.from);
    if (comma > from) return { from, to: comma };
  }
  return { from, to };
}

function lastSentenceStart(reading: Reading, to: number): number {
  for (let at = to - 3; at > 0; at--) {
    if (/^[.!?]$/.test(textAt(reading, at)) && isCapital(reading, at + 1)) return at + 1;
  }
  return 0;
}

function lastComma(reading: Reading, from: number, to: number): number {
  for (let at = to - 1; at > from; at--) if (textAt(reading, at) === ',') return at;
  return from;
}

interface Attributed {
  readonly pairs: readonly MarkPair[];
  readonly attribution: Attribution;
}

function attributed(reading: Reading, sentence: Stretch, pairs: readonly MarkPair[]): Attributed[] {
  const result: { pairs: MarkPair[]; attribution: Attribution }[] = [];
  pairs.forEach((pair, index) => {
    const last = result.at(-1);
    const before = pairs[index - 1];
    if (last && before === last.pairs.at(-1) && before && continues(reading, before, pair, last.attribution)) {
      last.pairs.push(pair);
      return;
    }
    const attribution =
      within(reading, pair) ??
      behind(reading, sentence, pair, pairs[index + 1]) ??
      inFront(reading, sentence, pair, before);
    if (attribution) result.push({ pairs: [pair], attribution });
  });
  return result;
}

/** "“…,” he said, “…”": the second pair goes on with the first where the cue is between them. */
function continues(reading: Reading, before: MarkPair, pair: MarkPair, { cue }: Attribution): boolean {
  const isBetween = cue !== undefined && cue.from > before.close && cue.from < pair.open;
  for (let at = cue?.to ?? pair.open; at < pair.open; at++) {
    const other = reading.cues[at];
    // "“…,” she said, adding, “…”": words of their own.
    if (other?.cue.speaks && other.form === 'gerund') return false;
  }
  const lead = textAt(reading, pair.open - 1);
  return (isBetween || pair.open - before.close < 4) && /^[,.:;—–-]$/.test(lead);
}

/** Where the closing mark is lost, the cue stands inside: "“I did it, he said." */
function within(reading: Reading, pair: MarkPair): Attribution | undefined {
  if (!pair.isCut && pair.close < reading.tokens.length) return undefined;
  const end = Math.min(pair.close, reading.tokens.length - 1);
  for (let at = pair.open + 3; at <= end; at++) {
    const cue = reading.cues[at];
    if (!cue?.cue.speaks || cue.form === 'base' || cue.form === 'gerund') continue;
    if (!/^[,.]$/.test(textAt(reading, at + 1))) continue;
    const start = verbGroupStart(reading, pair.open + 1, at);
    let from = start;
    while (from > pair.open + 1 && (isNominal(reading, from - 1) || is(reading, from - 1, IS.subject))) from--;
    const isSetOff = from < start && textAt(reading, from - 1) === ',';
    if (isSetOff) return { cue: { from: start, to: at + 1 }, speaker: { from, to: start } };
  }
  return undefined;
}

/** A small word or a sign before a sentence's first quotation mark. */
const isWeakStart = (reading: Reading, at: number) =>
  tokenAt(reading.tokens, at).kind === 'sign' || /^(?:but|and|still|then|yet|so)$/.test(lowerAt(reading, at));

/** "“…,” Smith said", "“…,” said Smith", "“…,” according to Smith", "“…” — Jane Smith". */
function behind(reading: Reading, sentence: Stretch, pair: MarkPair, next?: MarkPair): Attribution | undefined {
  const isFirst =
    pair.open <= sentence.from || (pair.open === sentence.from + 1 && isWeakStart(reading, sentence.from));
  if (isSigned(reading, pair.close + 1)) return signature(reading, sentence, pair.close + 1);
  const last = textAt(reading, lastInside(reading.tokens, pair));
  const isOpenEnded = /^[,?!…—–-]$/.test(last) || textAt(reading, pair.close + 1) === ',';
  const isSetOff = /^[,:;—–]$/.test(textAt(reading, pair.open - 1)) && isCapital(reading, pair.open + 1);
  if (!isOpenEnded || (!isFirst && !(last === ',' && isSetOff))) return undefined;
  const from = textAt(reading, pair.close + 1) === ',' ? pair.close + 2 : pair.close + 1;
  const to = Math.min(sentence.to, next ? next.open : sentence.to);
  for (let at = from; at < to; at++) {
    if (lowerAt(reading, at) === 'according' && lowerAt(reading, at + 1) === 'to') {
      const speaker = phraseAfter(reading, at + 2, to);
      return { cue: { from: at, to: at + 2 }, ...(speaker && { speaker }) };
    }
    const cue = reading.cues[at];
    if (!cue || isCapital(reading, at)) continue;
    if (!cue.cue.speaks && !/^[,.]$/.test(textAt(reading, at + 1))) continue;
    const start = verbGroupStart(reading, from, at);
    const isInverted = start === from;
    if (!isInverted && !standsAsVerb(reading, { from, to }, cue, start, at)) continue;
    const stretch = { from: start, to: at + 1 };
    const speaker = isInverted ? phraseAfter(reading, at + 1, to) : subjectBefore(reading, from, start);
    return { cue: stretch, ...(speaker && { speaker }) };
  }
  return undefined;
}

/** A dash and a name to the sentence's end. */
function signature(reading: Reading, sentence: Stretch, dash: number): Attribution {
  let to = sentence.to;
  while (to > dash + 1 && /^[.!]$/.test(textAt(reading, to - 1))) to--;
  return { cue: { from: dash, to: dash + 1 }, ...(to - dash < 12 && { speaker: { from: dash + 1, to } }) };
}

/** "Smith said, “…”", "He continued: “…”", "saying “…”". */
function inFront(reading: Reading, sentence: Stretch, pair: MarkPair, before?: MarkPair): Attribution | undefined {
  const lead = textAt(reading, pair.open - 1);
  const from = Math.max(sentence.from, before ? before.close + 1 : sentence.from);
  const to = /^[,:]$/.test(lead) ? pair.open - 1 : pair.open;
  if (to <= from || isFragment(reading, sentence, pair)) return undefined;
  const isColon = lead === ':';
  const reach = reachInFront(reading, pair, lead);
  for (let at = to - 1; at >= from && to - at < reach; at--) {
    const cue = reading.cues[at];
    if (!cue || isCapital(reading, at) || !(cue.cue.speaks || isColon)) continue;
    if (cue.form === 'base' && !is(reading, at - 1, IS.auxiliary)) continue;
    return attributionAt(reading, sentence, at, from);
  }
  if (!isColon) return undefined;
  const last = to - 1;
  const start = phraseStart(reading, from, last);
  const isName = start !== undefined && start === from && last - start < 6;
  if (isName) return { speaker: { from: start, to }, cue: { from: to, to: to + 1 } };
  return pair.close - pair.open > SHORT ? {} : undefined;
}

/** A pair of so many tokens, its marks included, may be a title or a single word. */
const SHORT = 5;

/** Words in marks that the sentence goes on from without a stop are part of it: 'that "he would go" if he could'. */
function isFragment(reading: Reading, sentence: Stretch, pair: MarkPair): boolean {
  if (textAt(reading, pair.open - 1) === ',' && lowerAt(reading, pair.open - 2) === 'that') return true;
  const isStopped = /^[.,!?…—–-]$/.test(textAt(reading, lastInside(reading.tokens, pair)));
  const next = pair.close + 1;
  return !isStopped && next < sentence.to && tokenAt(reading.tokens, next).kind === 'word';
}

/** How many tokens before a pair its verb may be, by what stands right before the marks; 0 for no speech. */
function reachInFront(reading: Reading, pair: MarkPair, lead: string): number {
  const isLong = pair.close - pair.open > SHORT;
  const first = pair.open + 1;
  const beginsAnew = isCapital(reading, first) || textAt(reading, first) === '…';
  if (lead === ':') return 30;
  if (lead === ',') return !isLong ? (beginsAnew ? 3 : 0) : beginsAnew ? 12 : 5;
  if (!beginsAnew) return 0;
  return isLong || /^[.!?]$/.test(textAt(reading, lastInside(reading.tokens, pair))) ? 2 : 0;
}

/** Who speaks, and by which verb, in words that end with a colon and announce what stands in the next paragraph. */
export function announcement(reading: Reading, sentence: Stretch): Attribution | undefined {
  for (let at = sentence.to - 2; at >= sentence.from; at--) {
    const cue = reading.cues[at];
    if (!cue || reading.pairAt[at] !== -1 || isCapital(reading, at)) continue;
    const start = verbGroupStart(reading, sentence.from, at);
    if (standsAsVerb(reading, sentence, cue, start, at)) return attributionAt(reading, sentence, at, sentence.from);
  }
  return undefined;
}

function attributionAt(reading: Reading, sentence: Stretch, at: number, from: number): Attribution {
  const start = verbGroupStart(reading, from, at);
  const cue = { from: start, to: at + 1 };
  const isFiniteForm = reading.cues[at]?.form !== 'gerund';
  const subject = isFiniteForm ? subjectBefore(reading, sentence.from, start) : undefined;
  const speaker = subject ?? mainSubject(reading, sentence);
  return { cue, ...(speaker && { speaker }) };
}
