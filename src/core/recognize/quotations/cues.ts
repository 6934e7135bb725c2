import { formsOf, type VerbForm } from './verbForms';

/**
 * What a verb of attribution takes behind it, and so how what was said is found:
 *
 * - `clause`: a clause, with or without "that": "said (that) it was late"
 * - `that`: a clause, but only with "that", "whether" and the like: "made clear that …"
 * - `object`: a noun phrase: "criticized the plan"
 * - `infinitive`: "refused to leave"
 * - `person`: somebody, then an infinitive: "urged Congress to act"
 * - `told`: somebody, then a clause: "told reporters (that) it was late"
 * - `as`: something, then "as": "described it as a mistake"
 * - `called`: something and what it is called: "called it a mistake"
 */
export type Frame = 'clause' | 'that' | 'object' | 'infinitive' | 'person' | 'told' | 'as' | 'called';

/** How a verb of attribution behaves. */
export interface Cue {
  /** Base form. */
  readonly verb: string;
  readonly frames: ReadonlySet<Frame>;
  /** Small words behind the verb that make it one of attribution: "call for", "point out", with the frame each opens. */
  readonly particles: ReadonlyMap<string, Frame>;
  /** Whether it may stand behind what was said, or within: "…, she said". */
  readonly follows: boolean;
  /** Whether it is a verb of speaking or writing, so that words in quotation marks beside it are somebody's. */
  readonly speaks: boolean;
}

/** A verb of attribution in one of its forms. */
export interface CueForm {
  readonly cue: Cue;
  readonly form: VerbForm;
}

const words = (rows: readonly string[]) => rows.flatMap((row) => row.split(' '));

/** Verbs of speaking and writing: a clause behind them, or before them, or words in quotation marks. */
const SPEECH = words([
  'say add note write warn claim argue insist explain report announce declare acknowledge admit state stress suggest',
  'predict reply respond tweet confirm recall observe remark joke conclude continue reiterate complain contend assert',
  'maintain allege testify caution concede estimate quip vow pledge promise boast lament agree emphasize emphasise',
  'underscore underline indicate mention reveal disclose counter retort protest mutter shout yell chant cry proclaim',
  'profess post repeat echo answer object opine speculate theorize imply hint swear attest clarify elaborate exclaim fume',
  'gripe grumble muse sing type reason blog brag affirm attribute recount relate pronounce advise decree whisper murmur concur',
  'interject deadpan reckon scoff sneer shrug retweet text email scream holler snap bristle chide scold relay cite',
  'forecast foresee tell ask inquire wonder plead urge volunteer summarize blurt marvel gush rave sum',
]);

/** Verbs of thinking and finding: mostly with a clause, seldom with quotation marks. */
const THOUGHT = words([
  'think believe feel fear hope expect know assume suspect doubt understand realize realise worry imagine guess',
  'recognize recognise find learn hear show prove demonstrate determine discover figure presume decide envision',
  'dream wish surmise deduce infer lament resolve recommend propose require request prefer',
]);

/** Verbs that mean something else without "that": "held that …", "held a meeting". */
const WITH_THAT = words([
  'anticipate calculate certify consider deem demand detail document forget hold illustrate judge mean notice',
  'project read regret remember rule signal trust',
]);

/** Verbs whose object is what was said, or what a stance is about. */
const OBJECT = words([
  'criticize criticise praise blast slam denounce condemn endorse support oppose reject defend welcome hail deny dispute',
  'announce mention discuss describe detail acknowledge admit cite note highlight emphasize stress underscore underline',
  'question challenge deplore decry lament mock ridicule deride tout applaud commend laud lambaste lambast bemoan blame',
  'thank congratulate explain recall confirm reveal disclose suggest propose recommend demand request urge promise pledge',
  'vow threaten predict forecast estimate expect favor favour advocate champion attack rebuke chastise berate scold rebut',
  'refute downplay dismiss attribute denigrate disparage back rap rip trumpet seek want imagine consider weigh recount',
  'concede repeat reiterate echo reference outline invoke proclaim declare claim assert allege protest contest outlaw regret',
  'respect admire love hate fear appreciate despise resent doubt salute celebrate honor slight assail excoriate pan savage',
  'bash trash skewer liken compare oversell underestimate overestimate contemplate study explore ponder envision',
]);

/** Verbs with an infinitive: what somebody means to do, or not to do. */
const INFINITIVE = words([
  'refuse decline pledge promise vow plan want hope intend seek agree threaten offer ask demand propose expect decide wish',
  'prefer choose swear claim volunteer resolve aim commit undertake',
]);

/** Verbs with somebody and an infinitive: "urged Congress to act". */
const PERSON = words([
  'urge ask tell order encourage press invite persuade convince warn advise implore want expect exhort beg command direct',
  'instruct request challenge push dare beseech counsel plead remind require forbid permit prompt counsel',
]);

/** Verbs with somebody and a clause: "told reporters that …". */
const TOLD = words([
  'tell warn remind assure inform advise notify convince persuade promise ask reassure caution brief',
]);

const AS = words([
  'describe hail characterize characterise portray label brand dismiss see view regard denounce condemn depict cast paint',
  'praise recognize tout criticize ridicule deride treat frame define',
]);

const CALLED = words(['call label brand dub term deem consider declare judge name pronounce']);

/** Verbs that need a small word: the verb, then each small word with the frame it opens. */
const PARTICLES: readonly (readonly [verbs: string, particles: string, frame: Frame])[] = [
  ['call plead advocate push press argue vote lobby ask appeal', 'for', 'object'],
  ['call prevail lean', 'on upon', 'person'],
  ['speak talk complain boast brag joke think worry ask tweet write rave testify', 'about', 'object'],
  ['speak warn complain boast approve disapprove accuse convict dream hear talk know', 'of', 'object'],
  ['warn argue caution advise rail protest campaign vote decide counsel lash rule', 'against', 'object'],
  ['point refer allude object pledge admit agree respond react testify confess commit', 'to', 'object'],
  ['point lay spell single find figure make rule call', 'out', 'clause'],
  ['comment insist elaborate harp reflect focus seize weigh touch dwell expound vote agree', 'on', 'object'],
  ['disagree agree take-issue sympathize differ side', 'with', 'object'],
  ['apologize call blame', 'for', 'object'],
  ['scoff balk bristle hint jab marvel laugh rage', 'at', 'object'],
  ['believe', 'in', 'object'],
  ['wonder fret', 'about', 'object'],
  ['double', 'down', 'object'],
];

const FOLLOWS = new Set([
  ...SPEECH,
  ...words(['think believe fear hope show find learn hear determine discover reckon']),
]);

function tableOfCues(): ReadonlyMap<string, CueForm> {
  const frames = new Map<string, Set<Frame>>();
  const particles = new Map<string, Map<string, Frame>>();
  const take = (verbs: readonly string[], frame: Frame) => {
    for (const verb of verbs) frames.set(verb, (frames.get(verb) ?? new Set<Frame>()).add(frame));
  };
  take(SPEECH, 'clause');
  take(THOUGHT, 'clause');
  take(WITH_THAT, 'that');
  take(OBJECT, 'object');
  take(INFINITIVE, 'infinitive');
  take(PERSON, 'person');
  take(TOLD, 'told');
  take(AS, 'as');
  take(CALLED, 'called');
  for (const [verbs, smallWords, frame] of PARTICLES) {
    for (const verb of verbs.split(' ')) {
      const own = particles.get(verb) ?? new Map<string, Frame>();
      particles.set(verb, own);
      for (const word of smallWords.split(' ')) own.set(word, frame);
    }
  }
  const speech = new Set([...SPEECH, 'read', 'rule']);
  const table = new Map<string, CueForm>();
  for (const verb of new Set([...frames.keys(), ...particles.keys()])) {
    const cue: Cue = Object.freeze({
      verb,
      frames: frames.get(verb) ?? new Set<Frame>(),
      particles: particles.get(verb) ?? new Map<string, Frame>(),
      follows: FOLLOWS.has(verb),
      speaks: speech.has(verb),
    });
    for (const [word, form] of formsOf(verb)) {
      const known = table.get(word);
      // A form that is base and past at once ("read") is mostly the past in news.
      if (!known || (known.cue === cue && form === 'past')) table.set(word, { cue, form });
    }
  }
  return table;
}

/** Every form of every verb of attribution, in lower case. */
export const CUES: ReadonlyMap<string, CueForm> = tableOfCues();
