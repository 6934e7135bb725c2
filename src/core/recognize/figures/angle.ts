import { type Token, tokenAt } from '../words/tokens';
import type { Amount } from './amounts';

/** UCUM's degree of a plane angle, with what it measures: bare degrees may be of heat. */
const ANGLE = 'deg{angle}';

const TURNS =
  /^(?:rotat\p{L}+|turn(?:s|ed|ing)?|tilt(?:s|ed|ing)?|spin(?:s|ning)?|spun|swivel\p{L}*|pivot\p{L}*|lean(?:s|ed|ing)?|angled?|bend(?:s|ing)?|bent|veer(?:s|ed|ing)?|listing|listed|sloped?)$/u;
const ANGLES =
  /^(?:angles?|turns?|rotations?|arcs?|views?|slopes?|inclines?|spins?|bends?|panoramas?|latitude|longitude|north|south|east|west)$/u;
const HEAT = /^(?:warmer|cooler|colder|hotter|above|below|outside|heat|weather)$/u;

const BACK = 4;

/** Degrees as an angle, where the words around say so: "rotate 90 degrees", "a 45-degree angle", "36 degrees north". */
export function asAngle(tokens: readonly Token[], amount: Amount): Amount {
  return amount.unit === 'deg' && saysAngle(tokens, amount) ? { ...amount, unit: ANGLE } : amount;
}

function saysAngle(tokens: readonly Token[], { at, next }: Amount): boolean {
  const behind = tokenAt(tokens, next);
  const noun = behind.lower === 'of' ? tokenAt(tokens, next + 1) : behind;
  if (ANGLES.test(noun.lower) || /^[NSEW]$/u.test(behind.text)) return true;
  if (HEAT.test(behind.lower)) return false;
  for (let before = at - 1; before >= Math.max(0, at - BACK); before--) {
    const { text, lower } = tokenAt(tokens, before);
    if (/^[.;:!?]$/u.test(text)) return false;
    if (TURNS.test(lower)) return true;
  }
  return false;
}
