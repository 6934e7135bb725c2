import { type Token, tokenAt } from '../words/tokens';

/** Two quotation marks that belong together. Indexes of tokens. */
export interface MarkPair {
  /** The opening mark; -1 where it is lost: what is quoted begins with the passage, or after what came before. */
  readonly open: number;
  /** The closing mark; the number of tokens where it is lost or the quotation goes on in the next paragraph. */
  readonly close: number;
  readonly isSingle: boolean;
  /** Set where the closing mark is lost and another quotation begins before the passage ends. */
  readonly isCut?: boolean;
}

type Kind = 'double' | 'angle' | 'single';

interface Open {
  readonly at: number;
  readonly kind: Kind;
  readonly text: string;
}

const KINDS: ReadonlyMap<string, Kind> = new Map(
  (
    [
      ['double', '"“”„‟〝〞＂'],
      ['angle', '«»‹›'],
      ['single', "'‘’‚‛"],
    ] as const
  ).flatMap(([kind, marks]) => [...marks].map((mark) => [mark, kind] as const)),
);

/** Marks typed as two single ones, or as on a typewriter: ''…'', ``…''. */
const DOUBLED = /^(?:''|``|’’|‘‘)$/;

/** Marks within marks within marks: more than anybody writes, and a bound on what a broken text can cost. */
const DEEPEST = 8;

/** Short forms that begin with an apostrophe. */
const ELIDED = new Set(['em', 'til', 'tis', 'twas', 'cause', 'bout', 'n', 'cuz', 'round', 's']);

/** Whether a token is a quotation mark of any kind. */
export function isMark(token: Token): boolean {
  return kindOf(token) !== undefined;
}

const kindOf = ({ kind, text }: Token): Kind | undefined =>
  kind !== 'sign' ? undefined : DOUBLED.test(text) ? 'double' : KINDS.get(text);

/** Makes one token of two single marks that touch: they are a double mark, typed in two strokes. */
export function joinDoubled(tokens: readonly Token[]): readonly Token[] {
  const isDoubled = (token: Token, next: Token | undefined) =>
    token.kind === 'sign' && next?.glued === true && token.text === next.text && DOUBLED.test(token.text + next.text);
  if (!tokens.some((token, at) => isDoubled(token, tokens[at + 1]))) return tokens;
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokenAt(tokens, at);
    const next = tokens[at + 1];
    if (!next || !isDoubled(token, next)) joined.push(token);
    else {
      const text = token.text + next.text;
      joined.push({ ...token, text, lower: text, end: next.end });
      at++;
    }
  }
  return joined;
}

/**
 * Pairs quotation marks: straight, curly, low, guillemets either way round, single ones where they are no apostrophes.
 * A closing mark that is missing is taken to be at the next opening one or at the passage's end; an opening one that is
 * missing, at the beginning of the stretch.
 * @returns the outermost pairs, in reading order; linear time
 */
export function pairMarks(tokens: readonly Token[]): MarkPair[] {
  const lastSingle = lastSureSingle(tokens);
  const stack: Open[] = [];
  const pairs: MarkPair[] = [];
  const close = (depth: number, at: number, isCut = false) => {
    const open = stack[depth];
    stack.length = depth;
    if (open) pairs.push({ open: open.at, close: at, isSingle: open.kind === 'single', ...(isCut && { isCut }) });
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokenAt(tokens, at);
    const kind = kindOf(token);
    if (kind === undefined) continue;
    const depth = findOpen(stack, kind);
    const { canOpen, canClose } = possibilities(tokens, at, kind);
    const closes = canClose && (kind !== 'single' || lastSingle <= at || !isPluralPossessive(tokens, at));
    if (depth >= 0 && closes && !(canOpen && /[“„«‹‘‚]/.test(token.text))) close(depth, at);
    else if (canOpen && stack.length < DEEPEST) {
      // The same mark opens twice: the closing one between them is lost.
      if (depth >= 0 && kind !== 'single' && stack[depth]?.text === token.text) close(depth, at - 1, true);
      stack.push({ at, kind, text: token.text });
    } else if (depth < 0 && canClose && kind === 'double' && stack.length === 0 && pairs.length === 0) {
      pairs.push({ open: -1, close: at, isSingle: false });
    }
  }
  const unclosed = stack.findIndex((open) => open.kind !== 'single' && !isStray(open, tokens, pairs));
  if (unclosed >= 0) close(unclosed, tokens.length);
  return outermost(pairs);
}

/** A straight mark that nothing closes, in front of curly ones that are paired, is left from somewhere else. */
const isStray = ({ at, text }: Open, tokens: readonly Token[], pairs: readonly MarkPair[]) =>
  text === '"' && pairs.some(({ open, isSingle }) => open > at && !isSingle && tokenAt(tokens, open).text === '“');

function outermost(pairs: readonly MarkPair[]): MarkPair[] {
  const kept: MarkPair[] = [];
  let end = -1;
  for (const pair of pairs.toSorted((a, b) => a.open - b.open || b.close - a.close)) {
    if (pair.open <= end && pair.open >= 0) continue;
    kept.push(pair);
    end = pair.close;
  }
  return kept;
}

function findOpen(stack: readonly Open[], kind: Kind): number {
  for (let depth = stack.length - 1; depth >= 0; depth--) if (stack[depth]?.kind === kind) return depth;
  return -1;
}

/** By the space around it, and by its shape where it has one, what a mark can do. */
function possibilities(tokens: readonly Token[], at: number, kind: Kind): { canOpen: boolean; canClose: boolean } {
  const token = tokenAt(tokens, at);
  const before = tokenAt(tokens, at - 1);
  const after = tokenAt(tokens, at + 1);
  const spaceBefore = at === 0 || !token.glued;
  const spaceAfter = at === tokens.length - 1 || !after.glued;
  const opensBySpace = (spaceBefore || /^[([{—–\-/“‘"'«„‚=]$/.test(before.text)) && !spaceAfter;
  const closesBySpace = !spaceBefore && (spaceAfter || after.kind === 'sign');
  if (kind === 'single') {
    const isElided = after.kind === 'number' || ELIDED.has(after.lower);
    return {
      canOpen: opensBySpace && token.text !== '’' && !isElided,
      canClose: closesBySpace && token.text !== '‘' && token.text !== '‚',
    };
  }
  // Guillemets stand either way round, and low marks close with what opens elsewhere: space decides.
  if (token.text === '”') return { canOpen: false, canClose: true };
  if (token.text === '„') return { canOpen: !spaceAfter, canClose: false };
  if (token.text === '“') return { canOpen: !spaceAfter && (spaceBefore || opensBySpace), canClose: closesBySpace };
  if (kind === 'angle' && spaceBefore === spaceAfter) return { canOpen: true, canClose: true };
  return {
    canOpen: opensBySpace,
    canClose: closesBySpace || (!spaceBefore && !opensBySpace) || (isMark(before) && spaceAfter),
  };
}

/** The last single mark that closes beyond doubt: behind a comma or a full stop. */
function lastSureSingle(tokens: readonly Token[]): number {
  for (let at = tokens.length - 1; at > 0; at--) {
    const token = tokenAt(tokens, at);
    if (kindOf(token) === 'single' && token.glued && /^[.,!?]$/.test(tokenAt(tokens, at - 1).text)) return at;
  }
  return -1;
}

/** "the workers' plan": an apostrophe behind an s, with a word following. */
function isPluralPossessive(tokens: readonly Token[], at: number): boolean {
  return tokenAt(tokens, at - 1).lower.endsWith('s') && tokenAt(tokens, at + 1).kind === 'word';
}

/** Marks that end together, one within the other: more than anybody writes. */
const MOST_TOGETHER = 3;

/** The index of a pair's last token that is no quotation mark itself. */
export function lastInside(tokens: readonly Token[], { open, close }: MarkPair): number {
  let at = close - 1;
  while (at > open && close - at <= MOST_TOGETHER && isMark(tokenAt(tokens, at))) at--;
  return at;
}
