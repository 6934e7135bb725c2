import { isRole } from './roles';

/** What stands before names and is no part of them, in lower case without dots. */
const TITLES = new Set(
  [
    'mr mrs ms miss dr prof professor sir dame lord lady rev reverend hon sen senator rep gov governor gen general lt lieutenant',
    'col colonel maj major capt captain cmdr commander adm admiral sgt sergeant pvt private cpl det detective officer',
    'president vice prime deputy foreign defense defence finance interior acting former then interim incoming outgoing late',
    'chief first chancellor premier pope cardinal bishop archbishop imam sheikh sheik ayatollah rabbi judge justice attorney',
    'spokesman spokeswoman spokesperson ambassador envoy congressman congresswoman mayor secretary minister director ceo',
    'chairman chairwoman coach king queen prince princess emperor sultan emir crown duke duchess baron count',
  ]
    .join(' ')
    .split(' '),
);

/** Whether a word can be (part of) a title before a name, in lower case. */
export function isTitle(word: string): boolean {
  const plain = word.replaceAll('.', '');
  return TITLES.has(plain) || isRole(plain);
}
