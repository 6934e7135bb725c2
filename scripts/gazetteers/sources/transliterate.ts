const RUSSIAN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  ї: 'yi',
  є: 'ye',
  ґ: 'g',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  ћ: 'c',
  ђ: 'dj',
  џ: 'dz',
  ѓ: 'gj',
  ќ: 'kj',
  ѕ: 'dz',
};

/**
 * A name as English news writes it; several ways where they differ ("Dmitriy", "Dmitry"), none where the alphabet has
 * no rule here.
 */
export function inLatinLetters(name: string): string[] {
  if (/^[\p{Script=Latin}\p{M}'’. -]+$/u.test(name)) return [name];
  if (!/^[\p{Script=Cyrillic} -]+$/u.test(name)) return [];
  const plain = [...name.toLowerCase()].map((letter) => RUSSIAN[letter] ?? letter).join('');
  const endings = plain.replace(/(?:iy|yy|yi)$/, 'y').replace(/ey$/, 'ei');
  return [...new Set([plain, endings, plain.replace(/(?:iy|yy)$/, 'i')])];
}
