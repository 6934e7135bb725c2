import { t } from '../../core/l10n';

/**
 * A period (EDTF) as short as an axis needs it: "14 May 2024", "May 2024", "2024", "2020s".
 * @param language BCP 47
 */
export function shortDate(when: string, language: string): string {
  const [year = '', month, day] = when.split('-');
  const plain = year.replace(/^0+(?=.)/, '');
  if (month === undefined) return plain.includes('X') ? t('{0}s', plain.replaceAll('X', '0')) : plain;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day ?? 1));
  const parts: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', timeZone: 'UTC' };
  if (day !== undefined) parts.day = 'numeric';
  return new Intl.DateTimeFormat(language, parts).format(date);
}
