import type { NumberReading } from '../words/numbers';
import { type Token, tokenAt } from '../words/tokens';

const WEIGHT =
  /^(?:weigh|weighs|weighed|weighing|weight|lift|lifted|gained|lost|kilograms?|kg|tons?|tonnes?|ounces?|payload)$/u;

const FAR = 6;

/** Whether pounds are a weight here, and not money: "two pounds of meat", "the bomb weighs 2,000 pounds", "a 500-pound bomb". */
export function weighs(tokens: readonly Token[], number: NumberReading, next: number): boolean {
  const first = tokenAt(tokens, next);
  if (first.lower === 'of' && number.scale === 1) return true;
  // "500-pound bomb" is a thing that weighs so much, "a 500-pound fine" one that costs so much: news has more of the first.
  if (tokenAt(tokens, next - 2).text === '-' && number.scale === 1)
    return !/^(?:fine|note|coin|bill|fee|prize)$/u.test(first.lower);
  if (number.hasDigits && !Number.isInteger(number.value) && number.scale === 1) return true;
  for (let at = next - 2; at > Math.max(-1, next - 2 - FAR); at--)
    if (WEIGHT.test(tokenAt(tokens, at).lower)) return true;
  return /^(?:heavier|lighter)$/u.test(first.lower);
}
