/** The closed classes of English words, as far as clauses are found by them. A word may be of several. */

const set = (...rows: readonly string[]): ReadonlySet<string> => new Set(rows.join(' ').split(' '));

/** Finite auxiliaries: a clause with one of them has its verb. */
const FINITE = set(
  "am is are was were has have had do does did will would can could may might must shall should ought isn't aren't wasn't",
  "weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't mightn't mustn't shouldn't ain't",
);
const AUXILIARY = new Set([...FINITE, ...set('be been being having not never to')]);
const MODAL = set(
  "will would can could may might must shall should do does did won't wouldn't can't cannot couldn't shouldn't don't",
  "doesn't didn't to",
);
const BE = set("am is are was were be been being isn't aren't wasn't weren't get gets got");

const ADVERB = set(
  'also later then now again once often still already just first further even only always soon twice ever almost perhaps',
  'maybe instead therefore thus however meanwhile earlier long since too rather quite simply not never both all further',
);

const SUBJECT_PRONOUN = set(
  "he she they it i we you there everyone everybody someone somebody nobody he's she's they're it's i'm we're you're i've",
  "we've you've they've he'd she'd they'd i'd we'd you'd i'll we'll you'll he'll she'll they'll it'll there's that's here's",
);
const OBJECT_PRONOUN = set('him her them me us it you himself herself themselves itself');
const POSSESSIVE = set('his her their its my our your');
const DETERMINER = set(
  'the a an this that these those some any no another each every several many most few more both all either neither one two',
  'three four five six seven eight nine ten other certain various multiple such',
);
const PREPOSITION = set(
  'of in on at for from to by with about against over under into onto through throughout during before after between among',
  'amid despite without within across toward towards upon as like near around via per than behind beyond beside besides',
  'alongside outside inside including following regarding concerning',
);
const SUBORDINATOR = set(
  'that which who whom whose what if when while whilst because since although though unless until whether where how why',
  'whereas so lest once as after before',
);
const RELATIVE = set('who which that whom');
const COORDINATOR = set('and but or nor yet');
const CONTRAST = set('but although though whereas while yet');
const TIME = set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february march april may',
  'june july august september october november december morning afternoon evening night week month year last this earlier',
  'late early recently later weekend',
);
const WEEKDAY = set('monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow');

/** Bits of `classesOf`. */
export const IS = Object.freeze({
  finite: 1,
  auxiliary: 2,
  modal: 4,
  be: 8,
  adverb: 16,
  subject: 32,
  object: 64,
  possessive: 128,
  determiner: 256,
  preposition: 512,
  subordinator: 1024,
  relative: 2048,
  coordinator: 4096,
  contrast: 8192,
  time: 16384,
  weekday: 32768,
});

const SETS: readonly (readonly [ReadonlySet<string>, number])[] = [
  [FINITE, IS.finite],
  [AUXILIARY, IS.auxiliary],
  [MODAL, IS.modal],
  [BE, IS.be],
  [ADVERB, IS.adverb],
  [SUBJECT_PRONOUN, IS.subject],
  [OBJECT_PRONOUN, IS.object],
  [POSSESSIVE, IS.possessive],
  [DETERMINER, IS.determiner],
  [PREPOSITION, IS.preposition],
  [SUBORDINATOR, IS.subordinator],
  [RELATIVE, IS.relative],
  [COORDINATOR, IS.coordinator],
  [CONTRAST, IS.contrast],
  [TIME, IS.time],
  [WEEKDAY, IS.weekday],
];

function tableOfClasses(): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (const [words, bit] of SETS) for (const word of words) table.set(word, (table.get(word) ?? 0) | bit);
  return table;
}

const classes = tableOfClasses();

/** All words of the closed classes. */
export const CLASSED_WORDS: readonly string[] = [...classes.keys()];

/** The closed classes that a word belongs to, as bits of `IS`; 0 for all other words. */
export function classesOf(lower: string): number {
  return classes.get(lower) ?? 0;
}
