import { tokenAt } from '../words/tokens';
import type { Cue, CueForm, Frame } from './cues';
import type { Found } from './found';
import { is, isCapital, isFiniteVerb, lowerAt, type Reading, textAt } from './reading';
import type { Stretch } from './sentences';
import { IS } from './smallWords';
import { isAdverb, isNominal, mainSubject, phraseAfter, subjectBefore, verbGroupStart } from './speakers';
import type { Spoken } from './spoken';
import { isPassive, standsAsVerb } from './verbs';

const SURE = 0.85;

/** "thanked Beijing" tells nothing that anybody said: a stance of so few words is left out. */
const SHORTEST_STANCE = 3;
const SHORTEST_SURE = 0.6;

/**
 * What is reported of somebody's words in the reporter's: "said (that) …", "…, he said", "according to …", "urged them
 * to …", "criticized the …".
 */
export function reportedIn(reading: Reading, sentence: Stretch, spoken: Spoken): Found[] {
  const found: Found[] = [];
  let speaker: Stretch | undefined;
  let done = sentence.from;
  for (let at = sentence.from; at < sentence.to; at++) {
    if (reading.pairAt[at] !== -1) continue;
    const next = accordingTo(reading, sentence, at, spoken) ?? byVerb(reading, sentence, at, spoken, speaker, done);
    if (!next) continue;
    found.push(next);
    speaker = next.speaker ?? speaker;
    done = Math.max(done, next.cue?.to ?? 0);
  }
  return found;
}

function accordingTo(reading: Reading, sentence: Stretch, at: number, spoken: Spoken): Found | undefined {
  if (lowerAt(reading, at) !== 'according' || lowerAt(reading, at + 1) !== 'to' || spoken.cues.has(at))
    return undefined;
  const speaker = phraseAfter(reading, at + 2, sentence.to);
  if (!speaker) return undefined;
  const cue = { from: at, to: at + 2 };
  const isFirst = at <= sentence.from + 1;
  const content = isFirst
    ? {
        from: speaker.to + (textAt(reading, speaker.to) === ',' ? 1 : 0),
        to: contentEnd(reading, speaker.to + 1, sentence, 'clause', spoken),
      }
    : { from: clauseStart(reading, sentence, at), to: withoutComma(reading, at) };
  return made(reading, content, speaker, cue, SURE);
}

const withoutComma = (reading: Reading, at: number) => (textAt(reading, at - 1) === ',' ? at - 1 : at);

/** Where the clause begins that a speaker's name follows. */
function clauseStart(reading: Reading, sentence: Stretch, _end: number): number {
  const first = sentence.from;
  return is(reading, first, IS.coordinator) ? first : first;
}

function made(
  reading: Reading,
  content: Stretch | readonly Stretch[],
  speaker: Stretch | undefined,
  cue: Stretch,
  confidence: number,
): Found | undefined {
  const pieces = (Array.isArray(content) ? content : [content]).filter(({ from, to }) => to > from) as Stretch[];
  const words = pieces.reduce((sum, { from, to }) => sum + to - from, 0);
  if (words < (confidence < SHORTEST_SURE ? SHORTEST_STANCE : 1)) return undefined;
  const isMixed = pieces.some(({ from, to }) => holdsMarks(reading, from, to));
  return { kind: isMixed ? 'mixed' : 'indirect', content: pieces, ...(speaker && { speaker }), cue, confidence };
}

function holdsMarks(reading: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (reading.pairAt[at] !== -1) return true;
  return false;
}

function byVerb(
  reading: Reading,
  sentence: Stretch,
  at: number,
  spoken: Spoken,
  lastSpeaker: Stretch | undefined,
  floor: number,
): Found | undefined {
  const form = reading.cues[at];
  if (!form || isCapital(reading, at)) return undefined;
  const start = verbGroupStart(reading, sentence.from, at);
  if (spoken.cues.has(start)) return undefined;
  const group = { from: start, to: at + 1 };
  if (!standsAsVerb(reading, sentence, form, start, at)) return undefined;
  if (isPassive(reading, form, start, at)) return passive(reading, sentence, at, group, form.cue, spoken);
  const opened = complement(reading, sentence, form.cue, at);
  if (opened) {
    const speaker = speakerOf(reading, sentence, form, start, lastSpeaker, floor);
    const to = contentEnd(reading, opened.from, sentence, opened.frame, spoken);
    return made(
      reading,
      { from: opened.from, to },
      speaker,
      { from: start, to: opened.cueEnd },
      CONFIDENCE[opened.frame] * (form.cue.speaks || opened.frame !== 'clause' ? 1 : 0.8),
    );
  }
  return form.cue.follows ? followed(reading, sentence, form, start, at) : undefined;
}

const CONFIDENCE: Readonly<Record<Frame, number>> = {
  clause: SURE,
  that: SURE,
  told: SURE,
  called: 0.7,
  as: 0.7,
  person: 0.6,
  infinitive: 0.5,
  object: 0.5,
};

/** "was criticized by Clinton", "is expected to win". */
function passive(
  reading: Reading,
  sentence: Stretch,
  at: number,
  group: Stretch,
  cue: Cue,
  spoken: Spoken,
): Found | undefined {
  const subject = subjectBefore(reading, sentence.from, group.from);
  if (!subject) return undefined;
  if (lowerAt(reading, at + 1) === 'to' && (cue.frames.has('clause') || cue.frames.has('infinitive'))) {
    const rest = { from: at + 1, to: contentEnd(reading, at + 1, sentence, 'clause', spoken) };
    return made(reading, [subject, rest], undefined, group, 0.4);
  }
  if (lowerAt(reading, at + 1) !== 'by') return undefined;
  const speaker = phraseAfter(reading, at + 2, sentence.to);
  return speaker && made(reading, subject, speaker, group, 0.4);
}

interface Opened {
  readonly frame: Frame;
  /** Where what was said begins. */
  readonly from: number;
  /** Behind the verb and its small word. */
  readonly cueEnd: number;
}

const QUESTION = /^(?:whether|if|how|why|what|when|where|who)$/;

/** What stands behind the verb that can be what was said. */
function complement(reading: Reading, sentence: Stretch, cue: Cue, at: number): Opened | undefined {
  const { frames } = cue;
  const cueEnd = at + 1;
  let from = cueEnd;
  while (from < sentence.to && isAdverb(reading, from) && !is(reading, from, IS.determiner)) from++;
  const lower = lowerAt(reading, from);
  const particle = cue.particles.get(lower);
  if (particle !== undefined) return behindParticle(reading, sentence, particle, from);
  if (from >= sentence.to || isStop(reading, from)) return undefined;
  const takesClause = frames.has('clause') || frames.has('that');
  if ((lower === 'that' || QUESTION.test(lower)) && (takesClause || frames.has('told'))) {
    if (lower !== 'that' || !isDemonstrative(reading, from)) return { frame: 'clause', from, cueEnd };
  }
  if (frames.has('told')) {
    const told = behindPerson(reading, sentence, from, true);
    if (told) return { frame: 'clause', from: told, cueEnd };
  }
  if (frames.has('person')) {
    const person = infinitiveBehind(reading, sentence, from);
    if (person) return { frame: 'person', from, cueEnd };
  }
  if (lower === 'to') return frames.has('infinitive') ? { frame: 'infinitive', from, cueEnd } : undefined;
  if (frames.has('as') && hasAs(reading, sentence, from)) return { frame: 'as', from, cueEnd };
  if (frames.has('called')) return isNominalStart(reading, from) ? { frame: 'called', from, cueEnd } : undefined;
  if (frames.has('clause')) {
    const clause = clauseBehind(reading, sentence, from);
    if (clause !== undefined) return { frame: 'clause', from: clause, cueEnd };
  }
  return frames.has('object') && isNominalStart(reading, from) ? { frame: 'object', from, cueEnd } : undefined;
}

function behindParticle(reading: Reading, sentence: Stretch, frame: Frame, at: number): Opened | undefined {
  const from = at + 1;
  if (from >= sentence.to || isStop(reading, from)) return undefined;
  if (frame === 'person') return infinitiveBehind(reading, sentence, from) ? { frame, from, cueEnd: from } : undefined;
  return { frame, from, cueEnd: from };
}

const isStop = (reading: Reading, at: number) => reading.pairAt[at] === -1 && /^[.,;:!?)—–]$/.test(textAt(reading, at));

/** "said that plan was bad" is rare; "said that" with a verb or a stop behind is no clause. */
const isDemonstrative = (reading: Reading, at: number) => isStop(reading, at + 1) || is(reading, at + 1, IS.finite);

const isNominalStart = (reading: Reading, at: number) =>
  reading.pairAt[at] !== -1 || is(reading, at, IS.determiner | IS.possessive | IS.object) || isNominal(reading, at);

const REACH = 12;

/** Behind "told reporters", where a clause begins. */
function behindPerson(reading: Reading, sentence: Stretch, from: number, withThat: boolean): number | undefined {
  if (!isNominalStart(reading, from)) return undefined;
  const isPronoun = is(reading, from, IS.object) && !is(reading, from, IS.determiner);
  for (let at = from + 1; at < Math.min(sentence.to, from + REACH); at++) {
    if (reading.pairAt[at] !== -1) return isPronoun ? at : undefined;
    const lower = lowerAt(reading, at);
    if (withThat && (lower === 'that' || QUESTION.test(lower))) return at;
    if (is(reading, at, IS.subject) && !is(reading, at - 1, IS.preposition)) return at;
    // "told reporters the road was open": a second noun phrase begins.
    const isNext =
      is(reading, at, IS.determiner | IS.possessive) && !is(reading, at - 1, IS.preposition | IS.determiner);
    if (isNext && clauseBehind(reading, sentence, at) !== undefined) return at;
    if (lower === 'to' || isStop(reading, at) || isFiniteVerb(reading, at)) return undefined;
    if (isPronoun && at === from + 1 && clauseBehind(reading, sentence, at) !== undefined) return at;
  }
  return undefined;
}

function infinitiveBehind(reading: Reading, sentence: Stretch, from: number): boolean {
  if (!isNominalStart(reading, from) || (is(reading, from, IS.subject) && !is(reading, from, IS.object))) return false;
  for (let at = from + 1; at < Math.min(sentence.to, from + REACH); at++) {
    if (lowerAt(reading, at) === 'to') return isInfinitive(reading, at);
    if (
      isStop(reading, at) ||
      isFiniteVerb(reading, at) ||
      is(reading, at, IS.subordinator) ||
      is(reading, at, IS.relative)
    )
      return false;
  }
  return false;
}

const isInfinitive = (reading: Reading, to: number) =>
  tokenAt(reading.tokens, to + 1).kind === 'word' &&
  !isCapital(reading, to + 1) &&
  !is(reading, to + 1, IS.determiner | IS.possessive | IS.object);

function hasAs(reading: Reading, sentence: Stretch, from: number): boolean {
  if (!isNominalStart(reading, from)) return false;
  for (let at = from + 1; at < Math.min(sentence.to, from + 18); at++) {
    if (lowerAt(reading, at) === 'as') return lowerAt(reading, at - 1) !== 'such' && !is(reading, at + 1, IS.subject);
    if (isStop(reading, at) || isFiniteVerb(reading, at)) return false;
  }
  return false;
}

/**
 * Where a clause without "that" begins behind a verb: at once, or behind where and when it was said.
 * @returns undefined where no verb follows, so that it is no clause
 */
function clauseBehind(reading: Reading, sentence: Stretch, from: number): number | undefined {
  const start = withoutAdjuncts(reading, sentence, from);
  if (start >= sentence.to) return undefined;
  if (lowerAt(reading, start) === 'that') return start;
  if (isStop(reading, start)) return undefined;
  let commas = 0;
  for (let at = start; at < sentence.to; at++) {
    const text = textAt(reading, at);
    if (reading.pairAt[at] !== -1) {
      at = Math.min(sentence.to, reading.pairs[reading.pairAt[at] ?? -1]?.close ?? at);
      continue;
    }
    if (text === ',' && ++commas > 2) return undefined;
    if (text === ';' || text === ':') return undefined;
    if (isFiniteVerb(reading, at) && at > start) return start;
    // A clause of its own inside is no verb of this one.
    if (is(reading, at, IS.relative) && at > start) return undefined;
  }
  return undefined;
}

/** "said on Tuesday in an interview with CNN that": goes over when and where. */
function withoutAdjuncts(reading: Reading, sentence: Stretch, from: number): number {
  let at = from;
  for (let count = 0; count < 4; count++) {
    const start = at;
    while (at < sentence.to && is(reading, at, IS.weekday)) at++;
    if (at > start && is(reading, at, IS.time)) at++;
    const isAdjunct = /^(?:in|on|at|during|after|before|to|with|via|through|late|early|last|this|from|over)$/.test(
      lowerAt(reading, at),
    );
    if (isAdjunct) {
      const that = thatSoon(reading, sentence, at);
      if (that !== undefined) return that;
      if (lowerAt(reading, at) === 'on' && is(reading, at + 1, IS.time))
        at += tokenAt(reading.tokens, at + 2).kind === 'number' ? 3 : 2;
      else if (/^(?:last|this|late|early)$/.test(lowerAt(reading, at)) && is(reading, at + 1, IS.time)) at += 2;
      else if (
        /^(?:in|at|during|to|on)$/.test(lowerAt(reading, at)) &&
        /^(?:a|an|the|his|her|their|its|reporters)$/.test(lowerAt(reading, at + 1))
      ) {
        at = phraseEnd(reading, sentence, at + 1);
      }
    }
    if (at === start) return at;
  }
  return at;
}

function phraseEnd(reading: Reading, sentence: Stretch, from: number): number {
  const limit = Math.min(sentence.to, from + REACH);
  let at = from;
  while (
    at < limit &&
    (isNominal(reading, at) || is(reading, at, IS.preposition)) &&
    !(at > from + 1 && is(reading, at, IS.determiner) && !is(reading, at - 1, IS.preposition))
  )
    at++;
  return at;
}

function thatSoon(reading: Reading, sentence: Stretch, from: number): number | undefined {
  for (let at = from; at < Math.min(sentence.to, from + REACH); at++) {
    if (lowerAt(reading, at) === 'that') return at;
    if (isStop(reading, at) || isFiniteVerb(reading, at) || is(reading, at, IS.subject)) return undefined;
  }
  return undefined;
}

function speakerOf(
  reading: Reading,
  sentence: Stretch,
  { form }: CueForm,
  start: number,
  lastSpeaker: Stretch | undefined,
  floor: number,
): Stretch | undefined {
  const isInfinite = form === 'gerund' || lowerAt(reading, start) === 'to';
  if (is(reading, start - 1, IS.coordinator) || isInfinite) {
    if (form === 'gerund' && textAt(reading, start - 1) !== ',' && isNominal(reading, start - 1)) {
      return subjectBefore(reading, floor, start);
    }
    return lastSpeaker ?? mainSubject(reading, sentence);
  }
  return subjectBefore(reading, sentence.from, start) ?? lastSpeaker ?? mainSubject(reading, sentence);
}

/** "…, Smith said.", "…, said Smith, …": what was said stands before, or around. */
function followed(
  reading: Reading,
  sentence: Stretch,
  { cue, form }: CueForm,
  start: number,
  at: number,
): Found | undefined {
  if (form === 'gerund' || (form === 'base' && !cue.speaks)) return undefined;
  const isInverted = textAt(reading, start - 1) === ',' && start > sentence.from + 2;
  const inverted = isInverted ? phraseAfter(reading, at + 1, sentence.to) : undefined;
  const before = subjectBefore(reading, sentence.from, start);
  const isSet = before !== undefined && before.from > sentence.from && textAt(reading, before.from - 1) === ',';
  const speaker = isSet ? before : inverted;
  if (!speaker) return undefined;
  const first = Math.min(speaker.from, start);
  const content: Stretch[] = [{ from: sentence.from, to: withoutComma(reading, first) }];
  const last = Math.max(speaker.to, withoutAdjuncts(reading, sentence, at + 1));
  if (
    textAt(reading, last) === ',' &&
    last + 1 < sentence.to &&
    !is(reading, last + 1, IS.coordinator | IS.subordinator) &&
    !lowerAt(reading, last + 1).endsWith('ing')
  ) {
    content.push({ from: last + 1, to: finalStop(reading, sentence) });
  }
  return made(reading, content, speaker, { from: start, to: at + 1 }, SURE);
}

function finalStop(reading: Reading, { from, to }: Stretch): number {
  let end = to;
  while (end > from && /^[.!?…]$/.test(textAt(reading, end - 1))) end--;
  return end;
}

/** Where what was said ends: with the sentence, or where another clause of the reporter's begins. */
function contentEnd(reading: Reading, from: number, sentence: Stretch, frame: Frame, spoken: Spoken): number {
  const end = finalStop(reading, sentence);
  const named = reading.pairs[reading.pairAt[from] ?? -1];
  if (frame === 'called' && named && named.close < end) return named.close + 1;
  for (let at = from; at < end; at++) {
    const pairIndex = reading.pairAt[at] ?? -1;
    if (pairIndex >= 0) {
      if (spoken.pairs.has(pairIndex)) return withoutComma(reading, at);
      at = Math.min(end, reading.pairs[pairIndex]?.close ?? at);
      // "called it “a mess,” adding": the comma is within the marks.
      if (textAt(reading, at - 1) === ',' && endsAtComma(reading, at, end, frame)) return at + 1;
      continue;
    }
    const text = textAt(reading, at);
    if (text === ';' || (text === ':' && at > from)) return at;
    if (text === ',' && endsAtComma(reading, at, end, frame)) return at;
    if (at > from && lowerAt(reading, at) === 'and' && startsOwnCue(reading, at + 1)) return at;
    if (frame === 'object' && at > from && endsObject(reading, at)) return at;
  }
  return end;
}

/** "and warned that", "and also said": the same speaker goes on with another verb. */
function startsOwnCue(reading: Reading, at: number): boolean {
  let index = at;
  while (isAdverb(reading, index)) index++;
  const cue = reading.cues[index];
  return (
    cue !== undefined && (cue.form === 'past' || cue.form === 'present') && (cue.cue.speaks || cue.cue.frames.has('as'))
  );
}

function endsAtComma(reading: Reading, comma: number, end: number, frame: Frame): boolean {
  const next = comma + 1;
  const lower = lowerAt(reading, next);
  if (lower === 'according') return true;
  if (frame === 'object') return !(is(reading, next, IS.determiner) || lower === 'and') || true;
  if (is(reading, next, IS.contrast)) return true;
  const cue = reading.cues[next];
  if (cue?.form === 'gerund') return true;
  if (lower === 'and' && startsOwnCue(reading, next + 1)) return true;
  return startsAttribution(reading, next, end);
}

/** ", Smith said": an attribution of its own. */
function startsAttribution(reading: Reading, from: number, end: number): boolean {
  for (let at = from; at < Math.min(end, from + 10); at++) {
    const cue = reading.cues[at];
    if (cue?.cue.speaks && cue.cue.follows && (cue.form === 'past' || cue.form === 'present') && at > from) {
      return at + 1 >= end || /^[,.]$/.test(textAt(reading, at + 1));
    }
    if (!isNominal(reading, at) && !is(reading, at, IS.preposition | IS.subject)) return false;
  }
  return false;
}

/** What a noun phrase can't hold. */
function endsObject(reading: Reading, at: number): boolean {
  if (is(reading, at, IS.contrast)) return true;
  return /^(?:while|after|before|because|when|since|as|during|unless|although|amid)$/.test(lowerAt(reading, at));
}
