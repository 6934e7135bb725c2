import { type Token, tokenAt } from '../words/tokens';

/** A score or a vote: what either side has. */
export interface Score {
  readonly value: string;
  readonly modifier: 'score' | 'vote';
  readonly next: number;
}

const VOTE = /^(?:votes?|voted|voting|approved|passed|confirmed|rejected|ruled|ruling|decision|majority|senate|vote)$/u;
const GAME =
  /^(?:won|wins?|lost|loss|beat|beats|beaten|defeated|defeat|drew|draw|tied|victory|victories|score|scored|lead|led|leading|leads|trailing|trailed|series|final|halftime|set|sets|edged|routed|thrashed|down|up)$/u;

const BACK = 6;
const AHEAD = 2;

/** Reads "3-1" and "52-48" where words around say that it is a score or a vote; the values are `3:1`, `52:48`. */
export function scoreAt(tokens: readonly Token[], index: number): Score | undefined {
  const a = tokenAt(tokens, index);
  const dash = tokenAt(tokens, index + 1);
  if (a.kind !== 'number' || !/^\d{1,3}$/u.test(a.text) || !/^[-–—]$/u.test(dash.text)) return undefined;
  const b = tokenAt(tokens, index + 2);
  const after = tokenAt(tokens, index + 3);
  if (!dash.glued || !b.glued || !/^\d{1,3}$/u.test(b.text)) return undefined;
  const before = tokenAt(tokens, index - 1);
  if (a.glued && !/^[("“‘[]$/u.test(before.text)) return undefined;
  if (after.glued && !/^[.,;:!?)”’"]$/u.test(after.text)) return undefined;
  const modifier = kindOf(tokens, index);
  return modifier && { value: `${Number(a.text)}:${Number(b.text)}`, modifier, next: index + 3 };
}

function kindOf(tokens: readonly Token[], index: number): Score['modifier'] | undefined {
  for (let at = index + 3; at < index + 3 + AHEAD; at++) {
    const { lower } = tokenAt(tokens, at);
    if (VOTE.test(lower)) return 'vote';
    if (GAME.test(lower)) return 'score';
  }
  for (let at = index - 1; at > Math.max(-1, index - 1 - BACK); at--) {
    const { lower, text } = tokenAt(tokens, at);
    if (text === '.' || text === ';') return undefined;
    if (VOTE.test(lower)) return 'vote';
    if (GAME.test(lower)) return 'score';
  }
  return undefined;
}
