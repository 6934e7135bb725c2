import { comparatorBefore, comparatorBehind } from '../words/comparators';
import { type Token, tokenAt } from '../words/tokens';
import { type Amount, isPlusOrMinus, isPlusSlashMinus } from './amounts';

/** What the words around an amount make of it; indexes are of tokens. */
export interface FigurePhrase {
  readonly sign: string;
  readonly modifier: string | undefined;
  readonly from: number;
  readonly to: number;
}

/** The words around an amount that compare or color it: "more than", "a record", "between", "or so", "a month". */
export function phraseOf(tokens: readonly Token[], amount: Amount): FigurePhrase {
  const behind = comparatorBehind(tokens, amount.next);
  const before = behind?.sign.startsWith('~') === false ? undefined : comparatorBefore(tokens, amount.at);
  let from = before?.at ?? amount.at;
  if (amount.high !== undefined && /^(?:between|from)$/u.test(tokenAt(tokens, from - 1).lower)) from--;
  const modifier = modifierBefore(tokens, from);
  if (modifier === PLUS_OR_MINUS) from -= tokenAt(tokens, from - 1).text === '±' ? 1 : 3;
  if (modifier === 'record') from -= tokenAt(tokens, from - 2).lower === 'a' ? 2 : 1;
  const vague = amount.number.isVague ? '>=' : '';
  const to = behind?.at ?? materialEnd(tokens, amount);
  const rate = rateBehind(tokens, to);
  const words = [modifier, rate?.words].filter((word) => word !== undefined);
  return {
    sign: behind?.sign ?? before?.sign ?? vague,
    modifier: words.length > 0 ? words.join(', ') : undefined,
    from:
      modifier === undefined &&
      tokenAt(tokens, from - 1).lower === 'a' &&
      amount.label === 'MONEY' &&
      from === amount.at
        ? from - 1
        : from,
    to: rate?.next ?? to,
  };
}

const CHANGES = /^(?:record|up|down)$/u;

const PLUS_OR_MINUS = 'plus or minus';

/** Verbs that "up" or "down" belongs to: "sign up 5 million people", "shut down 12 plants". */
const WITH_PARTICLE = new Set(
  (
    'sign signs signed signing set sets setting make makes made making take takes took taken taking give gives gave given ' +
    'giving pick picks picked picking round rounded rounding open opens opened opening free frees freed freeing line lined ' +
    'build builds built building buy buys bought buying blow blows blew blown use uses used using eat ate eaten end ends ' +
    'ended back backs backed hold holds held holding put puts putting call calls called calling cough coughed stock stocked ' +
    'shut shuts shutting close closes closed closing track tracks tracked gun gunned shoot shot shooting bring brought knock ' +
    'knocked turn turned break broke broken lay laid hunt hunted mow mowed pay paid burn burned burnt tear tore torn'
  ).split(' '),
);

function modifierBefore(tokens: readonly Token[], index: number): string | undefined {
  const before = tokenAt(tokens, index - 1).lower;
  if (before === '±' || (before === 'minus' && isPlusOrMinus(tokens, index - 1)) || isPlusSlashMinus(tokens, index - 1))
    return PLUS_OR_MINUS;
  if (/^(?:up|down)$/u.test(before) && WITH_PARTICLE.has(tokenAt(tokens, index - 2).lower)) return undefined;
  const word = before === 'by' || before === 'to' ? tokenAt(tokens, index - 2).lower : before;
  if (CHANGES.test(word)) return before === 'to' && word === 'record' ? undefined : word;
  return before === 'a' && tokenAt(tokens, index - 2).lower === 'record' ? 'record' : undefined;
}

/** "Two pounds of meat": what a quantity is a quantity of belongs to the phrase. */
function materialEnd(tokens: readonly Token[], { label, next, unit }: Amount): number {
  const isAmountOf =
    label === 'QUANTITY' && !['a', 'mo', 'wk', 'd', 'deg', 'deg{angle}', 'Cel', '[degF]'].includes(unit);
  const noun = tokenAt(tokens, next + 1);
  const isNoun = tokenAt(tokens, next).lower === 'of' && noun.kind === 'word' && noun.text === noun.lower;
  return isAmountOf && isNoun && !/^(?:the|a|an|his|her|their|its|our|this|that|these|those)$/u.test(noun.lower)
    ? next + 2
    : next;
}

const PERIODS =
  /^(?:second|minute|hour|day|night|week|month|quarter|year|annum|decade|share|person|head|capita|barrel|ton|tonne|gallon|liter|litre|pound|ounce|kilogram|kilo|mile|kilometer|kilometre|unit|household|passenger|student|vote|night)$/u;

/** "a month", "per day", "each year", "apiece", "a barrel": what an amount is counted for. */
function rateBehind(tokens: readonly Token[], index: number): { words: string; next: number } | undefined {
  const joint = tokenAt(tokens, index);
  const at = joint.text === '-' && joint.glued ? index + 1 : index;
  const first = tokenAt(tokens, at).lower;
  if (first === 'apiece') return { words: 'apiece', next: at + 1 };
  if (first === 'annually' || first === 'yearly') return { words: 'per year', next: at + 1 };
  if (!/^(?:an?|per|each|every|\/)$/u.test(first)) return undefined;
  const unit = at > index && tokenAt(tokens, at + 1).text === '-' ? at + 2 : at + 1;
  const { lower } = tokenAt(tokens, unit);
  // "$5 a year ago" says when, and no rate.
  if (!PERIODS.test(lower) || /^(?:ago|earlier|later|before|after)$/u.test(tokenAt(tokens, unit + 1).lower))
    return undefined;
  return { words: `per ${lower === 'annum' ? 'year' : lower}`, next: unit + 1 };
}
