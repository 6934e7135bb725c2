import { comparatorBefore } from '../words/comparators';
import { startsSentence, type Token, tokenAt } from '../words/tokens';
import { type Amount, isPlusSlashMinus } from './amounts';
import { countedThing } from './countedThing';

/** Words before a number that make it a name or an address, not a count: "Article 5", "No. 1", "Flight 370". */
const DESIGNATORS = new Set(
  (
    'article section chapter page paragraph no nos number room flight channel route highway interstate resolution figure ' +
    'table type unit line act verse volume vol issue phase level grade class version mark size group gate platform ' +
    'pier apollo boeing airbus formula annex appendix clause rule item step part episode season'
  ).split(' '),
);

/** Whether an amount stands by itself, and is no part of a word, a name, a web address, a score or a date. */
export function standsAlone(tokens: readonly Token[], amount: Amount): boolean {
  return isFreeBefore(tokens, amount) && isFreeBehind(tokens, amount) && !isInName(tokens, amount);
}

function isFreeBefore(tokens: readonly Token[], amount: Amount): boolean {
  if (!tokenAt(tokens, amount.at).glued) return true;
  const before = tokenAt(tokens, amount.at - 1);
  if (before.kind === 'word') return false;
  if (isPlusSlashMinus(tokens, amount.at - 1)) return true;
  if (before.kind === 'number') return amount.label === 'MONEY';
  if (/^[-–—/.:'’,]$/.test(before.text) && before.glued) {
    const holder = tokenAt(tokens, amount.at - 2);
    // "…said—30 people" is a dash; "Siberia-2" and "14/5" are not.
    return before.text === '—' ? holder.kind === 'word' : false;
  }
  return !/^[#@&=_\\^'’]$/.test(before.text);
}

function isFreeBehind(tokens: readonly Token[], amount: Amount): boolean {
  const behind = tokenAt(tokens, amount.next);
  if (!behind.glued) return true;
  if (behind.kind !== 'sign') return false;
  const further = tokenAt(tokens, amount.next + 1);
  if (!further.glued) return true;
  if (further.kind === 'number') return !/^[-–/:.,^]$/.test(behind.text);
  // "737-Max" is a name, "three-nation" a count.
  if (behind.text === '-') return !(amount.number.hasDigits && /^\p{Lu}/u.test(further.text));
  return !/^[/_@]$/.test(behind.text);
}

function isInName(tokens: readonly Token[], amount: Amount): boolean {
  if (amount.label !== 'CARDINAL') return false;
  const before = tokenAt(tokens, amount.at - 1);
  const designator = before.text === '.' ? tokenAt(tokens, amount.at - 2) : before;
  if (DESIGNATORS.has(designator.lower) && amount.number.scale === 1) return true;
  const digits = tokenAt(tokens, amount.at).text;
  if (!amount.number.hasDigits || amount.number.scale > 1 || !/^\d{1,4}$/.test(digits)) return false;
  if (countedThing(tokens, amount.next)) return false;
  const isCapitalized = before.kind === 'word' && /^\p{Lu}/u.test(before.text);
  return isCapitalized && !startsSentence(tokens, amount.at - 1);
}

const YEAR_BEFORE = new Set(
  'in of since by until till from during after before year early late mid spring fall'.split(' '),
);

/** Whether a number is rather a year: the dates recognizer reads those. */
export function isYear(tokens: readonly Token[], amount: Amount): boolean {
  if (isOfYear(tokens, amount) || areYears(tokens, amount)) return true;
  const isCompared = comparatorBefore(tokens, amount.at) !== undefined;
  if (isCompared && /^(?:above|below|exceed|exceeds|exceeded)$|than$/u.test(tokenAt(tokens, amount.at - 1).lower))
    return false;
  if (amount.label !== 'CARDINAL' || amount.number.scale !== 1) return false;
  if (!/^(?:1[5-9]|20)\d\d$/.test(tokenAt(tokens, amount.at).text)) return false;
  const before = tokenAt(tokens, amount.at - 1).lower;
  const isCounted = countedThing(tokens, amount.next) !== undefined;
  // "A survey of 1709 schoolchildren": dates of so long ago are seldom followed by what could be counted.
  if (isCounted && amount.low < 1900 && /^(?:of|by|from)$/u.test(before)) return false;
  return YEAR_BEFORE.has(before) || !isCounted;
}

/** "From 1445 to 1870, they …" */
function areYears(tokens: readonly Token[], { label, at, next, low, high }: Amount): boolean {
  const isOpened = /^(?:from|between)$/u.test(tokenAt(tokens, at - 1).lower);
  const isPair = label === 'CARDINAL' && high !== undefined && next === at + 3 && low >= 1000 && high < 2100;
  return isOpened && isPair && /^\d{4}$/u.test(tokenAt(tokens, at).text) && !countedThing(tokens, next);
}

/** "Below 2005 levels", "at 2019 prices": what was so in a year. */
function isOfYear(tokens: readonly Token[], { label, at, next, high }: Amount): boolean {
  if (label !== 'CARDINAL' || high !== undefined || next !== at + 1) return false;
  const isYear = /^(?:19|20)\d\d$/u.test(tokenAt(tokens, at).text);
  return isYear && /^(?:levels?|prices|baselines?|benchmarks?|figures)$/u.test(tokenAt(tokens, next).lower);
}

const PRONOUN_BEFORE = new Set(
  (
    'no any some every each this that which another the last next only someone only first good bad big little small new ' +
    'old such same other right wrong very loved'
  ).split(' '),
);
const PRONOUN_BEHIND = new Set(
  "another day can could would should must has is was 's who that will may might of's thing way wants knows".split(' '),
);

/** Whether "one" is a pronoun and counts nothing: "no one", "one another", "the one that". */
export function isPronoun(tokens: readonly Token[], amount: Amount): boolean {
  if (amount.label !== 'CARDINAL' || tokenAt(tokens, amount.at).lower !== 'one') return false;
  if (amount.next > amount.at + 1) return false;
  const behind = tokenAt(tokens, amount.next);
  return (
    PRONOUN_BEFORE.has(tokenAt(tokens, amount.at - 1).lower) ||
    PRONOUN_BEHIND.has(behind.lower) ||
    (behind.text === '-' && behind.glued)
  );
}
