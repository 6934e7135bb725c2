/** What kind of sign a character of a word is, as shapes of words show it: `X`, `x`, `9`, or itself where it is none. */
export function signKind(sign: string): string {
  if (sign >= 'a' && sign <= 'z') return 'x';
  if (sign >= 'A' && sign <= 'Z') return 'X';
  if (sign >= '0' && sign <= '9') return '9';
  if (sign < '\u0080') return sign;
  if (/\p{Lu}/u.test(sign)) return 'X';
  return /[\p{L}\p{M}]/u.test(sign) ? 'x' : sign;
}
