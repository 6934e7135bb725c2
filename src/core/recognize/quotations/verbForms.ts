/** How a verb stands in a text: "says", "said", "say", "saying". */
export type VerbForm = 'present' | 'past' | 'base' | 'gerund';

/** Verbs whose forms are not made by the rules: base, third person, past (and participle, where it is another), gerund. */
const IRREGULAR = [
  'say says said saying',
  'tell tells told telling',
  'write writes wrote/written writing',
  'think thinks thought thinking',
  'know knows knew/known knowing',
  'find finds found finding',
  'feel feels felt feeling',
  'hold holds held holding',
  'hear hears heard hearing',
  'see sees saw/seen seeing',
  'show shows showed/shown showing',
  'speak speaks spoke/spoken speaking',
  'swear swears swore/sworn swearing',
  'foresee foresees foresaw/foreseen foreseeing',
  'forecast forecasts forecast/forecasted forecasting',
  'mean means meant meaning',
  'seek seeks sought seeking',
  'choose chooses chose/chosen choosing',
  'understand understands understood understanding',
  'make makes made making',
  'go goes went/gone going',
  'put puts put putting',
  'lay lays laid laying',
  'take takes took/taken taking',
  'give gives gave/given giving',
  'read reads read reading',
  'sing sings sang/sung singing',
  'bring brings brought bringing',
  'rebut rebuts rebutted rebutting',
  'admit admits admitted admitting',
  'submit submits submitted submitting',
  'permit permits permitted permitting',
  'quip quips quipped quipping',
  'slam slams slammed slamming',
  'rip rips ripped ripping',
  'brag brags bragged bragging',
  'blog blogs blogged blogging',
  'plan plans planned planning',
  'plead pleads pleaded/pled pleading',
  'rap raps rapped rapping',
  'chat chats chatted chatting',
  'label labels labeled/labelled labeling/labelling',
  'signal signals signaled/signalled signaling/signalling',
  'let lets let letting',
  'learn learns learned/learnt learning',
  'ban bans banned banning',
  'prefer prefers preferred preferring',
  'refer refers referred referring',
  'concur concurs concurred concurring',
  'rule rules ruled ruling',
  'have has had having',
  'hit hits hit hitting',
  'commit commits committed committing',
  'tout touts touted touting',
  'draw draws drew/drawn drawing',
  'come comes came coming',
  'shrug shrugs shrugged shrugging',
  'tap taps tapped tapping',
] as const;

const irregular: ReadonlyMap<string, string> = new Map(IRREGULAR.map((row) => [row.slice(0, row.indexOf(' ')), row]));

/** All forms of an English verb with what each is, by the spelling rules or the table of irregular verbs. */
export function formsOf(base: string): readonly (readonly [word: string, form: VerbForm])[] {
  const row = irregular.get(base) ?? `${base} ${thirdPerson(base)} ${past(base)} ${gerund(base)}`;
  const [, third = '', pasts = '', gerunds = ''] = row.split(' ');
  return [
    [base, 'base'],
    [third, 'present'],
    ...pasts.split('/').map((word) => [word, 'past'] as const),
    ...gerunds.split('/').map((word) => [word, 'gerund'] as const),
  ];
}

const endsInConsonantY = (base: string) => /[^aeiou]y$/.test(base);

function thirdPerson(base: string): string {
  if (endsInConsonantY(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}

function past(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  return endsInConsonantY(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
}

function gerund(base: string): string {
  return base.endsWith('e') && !/(?:ee|oe|ye)$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`;
}
