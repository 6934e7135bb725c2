/** Past tenses of irregular verbs that news is told in; forms that are mostly another word ("left", "read") are not here. */
const IRREGULAR_PASTS: ReadonlySet<string> = new Set(
  `arose ate beat became began bent bit bled blew bought bound bred broke brought built burnt burst came caught chose
  clung crept dealt did drank drew drove dug dwelt fed fell felt fled flew flung forbade forced foresaw forgave forgot
  fought found froze gave got grew had heard held hid hung kept knelt knew laid lay led lent lit lost made meant met
  mistook outdid overcame overran oversaw overthrew overtook paid ran rang rebuilt reran resold rode rose said sang sank
  sat saw sent shone shook shot shrank slept slid sold sought sped spent spoke sprang stole stood stole strode strove
  struck stuck stung swam swept swore swung taught thought threw told took tore undertook understood upheld went wept
  withdrew withheld withstood woke won wore wound wove wrote`.split(/\s+/),
);

/**
 * Whether a word is a verb in a finite form: by its ending, where a word list knows it as a verb and as nothing that ends
 * alike ("plans" may be a noun, "published" an adjective: what stands before them decides, not this).
 * @param isVerb whether a word list has a word, inflected or not, as a verb
 */
export function finiteVerbs(isVerb: (word: string) => boolean): (word: string) => boolean {
  return (word) => {
    if (IRREGULAR_PASTS.has(word)) return true;
    const isInflected = word.endsWith('ed') || (word.endsWith('s') && !word.endsWith('ss'));
    return isInflected && isVerb(word);
  };
}
