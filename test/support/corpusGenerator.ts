import { seeded } from '../bench/support/random';

/** A made-up article, as a file would have it. */
export interface GeneratedArticle {
  /** Path within the corpus, `/` between folders: `2023/05/2023-05-14-orlandia-and-vesk-000017.txt`. */
  readonly path: string;
  readonly text: string;
  /** Content of its sidecar, where somebody has decided in it. */
  readonly sidecar?: string;
}

interface Country {
  readonly name: string;
  readonly people: string;
  readonly capital: string;
  readonly leader: readonly [given: string, surname: string];
  readonly office: string;
  readonly minister: readonly [given: string, surname: string];
  readonly company: string;
}

const COUNTRIES =
  'Russia Russian Moscow|China Chinese Beijing|France French Paris|Germany German Berlin|Japan Japanese Tokyo|India Indian Delhi|Brazil Brazilian Brasilia|Turkey Turkish Ankara|Egypt Egyptian Cairo|Poland Polish Warsaw|Spain Spanish Madrid|Italy Italian Rome|Hungary Hungarian Budapest|Serbia Serbian Belgrade|Ukraine Ukrainian Kyiv|Canada Canadian Ottawa|Mexico Mexican Mexico_City|Kenya Kenyan Nairobi|Nigeria Nigerian Abuja|Chile Chilean Santiago|Peru Peruvian Lima|Norway Norwegian Oslo|Sweden Swedish Stockholm|Finland Finnish Helsinki|Greece Greek Athens|Portugal Portuguese Lisbon|Vietnam Vietnamese Hanoi|Thailand Thai Bangkok|Iran Iranian Tehran|Iraq Iraqi Baghdad|Mongolia Mongolian Ulaanbaatar|Kazakhstan Kazakh Astana|Austria Austrian Vienna|Romania Romanian Bucharest|Bulgaria Bulgarian Sofia|Morocco Moroccan Rabat|Indonesia Indonesian Jakarta|Australia Australian Canberra|Argentina Argentine Buenos_Aires|Colombia Colombian Bogota';

const GIVEN =
  'Anna Boris Carla David Elena Felix Greta Hugo Irina Jonas Katya Louis Maria Nadia Oscar Petra Quentin Rosa Stefan Tanya Ulrich Vera Walter Xenia Yusuf Zora Adrian Bianca Cyril Dora Emil Flora Gustav Helena Igor Julia Karl Lydia Marco Nina'.split(
    ' ',
  );
const ROOTS =
  'Bel Kor Mar Tol Var Ost Lind Hal Ber Kast Dor Fal Grim Hov Jar Kel Lom Mir Nov Orl Pel Rad Sar Tev Vol Wes Zab Alm Brand Cern'.split(
    ' ',
  );
const ENDINGS = 'ov ansky berg strom etti ides enko mann ski qvist ardo ier ova ez inen'.split(' ');
const THINGS = 'Steel Energy Railways Shipping Bank Motors Telecom Grain Airlines Chemicals'.split(' ');
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/**
 * Articles for tests and benches of a corpus, the same for the same seed: in the manner of our samples, about the same
 * forty states again and again (a few of them in most articles) and people who come up once. One in eight has decisions,
 * one in twenty is nearly the same as one before it, one in fifty tells another figure than the others do, and in one of
 * forty decided ones a name is under another label or has another link.
 */
export function* generateCorpus(count: number, seed = 1): Generator<GeneratedArticle> {
  const random = seeded(seed);
  const person = (): readonly [string, string] => [random.pick(GIVEN), random.pick(ROOTS) + random.pick(ENDINGS)];
  const countries = COUNTRIES.split('|').map((row): Country => {
    const [name = '', people = '', capital = ''] = row.split(' ').map((word) => word.replace('_', ' '));
    const office = random.pick(['President', 'Prime Minister', 'Chancellor']);
    const company = `${random.pick(ROOTS)}${random.pick(ENDINGS)} ${random.pick(THINGS)}`;
    return { name, people, capital, leader: person(), office, minister: person(), company };
  });
  const before: string[] = [];
  for (let number = 0; number < count; number++) {
    const day = new Date(Date.UTC(2014, 0, 1) + random.below(3_650) * 86_400_000);
    const published = day.toISOString().slice(0, 10);
    // Squared: the first ones are in most articles, as in the news.
    const at = () => Math.floor(random.next() ** 2 * countries.length);
    const first = at();
    const second = (first + 1 + at()) % countries.length;
    const [one, other] = [countries[first], countries[second]];
    if (!one || !other) continue;
    const folder = published.slice(0, 7).replace('-', '/');
    const slug = `${one.name}-and-${other.name}`.toLowerCase().replaceAll(' ', '-');
    const path = `${folder}/${published}-${slug}-${String(number).padStart(6, '0')}.txt`;
    const again = random.below(20) === 0 ? before.at(-1 - random.below(Math.min(200, before.length))) : undefined;
    const text = again
      ? again.replace(/published: .*/, `published: ${published}`).concat('\nThis is a later version of the story.\n')
      : articleText(random, { one, other, published, local: person(), expert: person() });
    before.push(text);
    if (before.length > 200) before.shift();
    const sidecar = random.below(8) === 0 ? sidecarFor(random, text, one) : undefined;
    yield { path, text, ...(sidecar !== undefined && { sidecar }) };
  }
}

type Random = ReturnType<typeof seeded>;

interface Story {
  readonly one: Country;
  readonly other: Country;
  readonly published: string;
  readonly local: readonly [string, string];
  readonly expert: readonly [string, string];
}

function articleText(random: Random, story: Story): string {
  const { one, other, published } = story;
  const { title, lead } = random.pick(OPENINGS)(random, story);
  const paragraphs = [...PARAGRAPHS];
  const chosen = Array.from({ length: 4 + random.below(5) }, () => {
    const [paragraph] = paragraphs.splice(random.below(paragraphs.length), 1);
    return paragraph?.(random, story) ?? '';
  });
  const date = `${MONTHS[Number(published.slice(5, 7)) - 1]} ${Number(published.slice(8, 10))}`;
  const dateline = random.below(2) === 0 ? `${one.capital.toUpperCase()}, ${date} — ` : '';
  return [
    `---\npublished: ${published}\nsource: ${other.capital} Times\n---`,
    title,
    `${dateline}${lead}`,
    ...chosen,
    '',
  ].join('\n\n');
}

type Part = (random: Random, story: Story) => string;

const full = ([given, surname]: readonly [string, string]) => `${given} ${surname}`;
const yearOf = ({ published }: Story) => Number(published.slice(0, 4));

/** What two states trade in a year, in billions: all articles say the same, but for a few. */
function tradeOf({ one, other }: Story, year: number, random: Random): string {
  const [a, b] = [one.name, other.name].sort();
  let hash = 7;
  for (const letter of `${a}${b}${year}`) hash = (hash * 31 + letter.charCodeAt(0)) % 4_000;
  const off = random.below(50) === 0 ? 37 : 0;
  return (hash / 10 + 5 + off).toFixed(1);
}

const OPENINGS: readonly ((random: Random, story: Story) => { readonly title: string; readonly lead: string })[] = [
  (_random, { one, other }) => ({
    title: `${one.leader[1]} travels to ${other.capital} for talks on trade`,
    lead: `${one.people} ${one.office} ${full(one.leader)} will travel to ${other.name} on Thursday for a two-day visit in which ${one.leader[1]} plans to press ${other.people} ${other.office} ${full(other.leader)} for more trade.`,
  }),
  (random, { one, other }) => ({
    title: `${one.company} to build a plant in ${other.name}`,
    lead: `${one.company}, ${one.name}'s largest company of its kind, is to build a plant near ${other.capital} for $${1 + random.below(900)} million, it said on Monday.`,
  }),
  (random, { one, other, local }) => ({
    title: `${one.people} court sentences ${local[1]} to ${2 + random.below(20)} years`,
    lead: `A court in ${one.capital} on Friday sentenced ${full(local)}, ${25 + random.below(50)}, a citizen of ${other.name}, to prison.`,
  }),
  (random, { one }) => ({
    title: `Flood in ${one.name} leaves thousands without shelter`,
    lead: `A flood near ${one.capital} has killed at least ${2 + random.below(90)} people and left about ${1 + random.below(80)},000 without shelter, ${one.people} officials said on Sunday.`,
  }),
];

const PARAGRAPHS: readonly Part[] = [
  (random, story) => {
    const year = yearOf(story) - 1;
    return `Trade between ${story.one.name} and ${story.other.name} reached $${tradeOf(story, year, random)} billion in ${year}, according to figures that ${story.one.name}'s customs administration published.`;
  },
  (random, story) =>
    `${story.one.people} exports to ${story.other.name} rose by ${1 + random.below(60)} percent, to about $${3 + random.below(200)} million. Imports fell by almost ${1 + random.below(30)}.${random.below(10)} percent.`,
  (_random, { one, other }) =>
    `“We will not shrink from hard decisions to protect our economy,” ${full(one.minister)}, ${one.name}'s foreign minister, said in ${other.capital}. He added that the two countries had agreed on nothing yet.`,
  (_random, { expert, one, other }) =>
    `“${one.name} needs ${other.name} more than the other way around,” said ${full(expert)}, an analyst at the European Council on Foreign Relations in ${one.capital}.`,
  (random, { one }) =>
    `Inflation in ${one.name} stood at ${1 + random.below(15)}.${random.below(10)} percent in March, down from ${3 + random.below(15)} percent a year before. The central bank left its rate at ${1 + random.below(9)} percent.`,
  (random, { one, other }) =>
    `The two countries share a border of ${100 + random.below(4_000)} kilometers. A pipeline that ${one.company} began to build in ${1990 + random.below(25)} is to carry ${2 + random.below(60)} billion cubic meters of gas a year to ${other.name}.`,
  (_random, { one, local }) =>
    `${full(local)}, who had been ${one.leader[1]}'s aide since 2008, becomes secretary of the Security Council. ${local[1]} has no military background, and the United Nations had criticized the choice.`,
  (random, { other }) =>
    `${other.leader[1]}, ${40 + random.below(40)}, was first elected in ${1995 + random.below(18)}. “I am open to all sides,” ${other.leader[1]} told reporters in ${other.capital} last week.`,
  (random, { one, other }) =>
    `The European Union, which buys about ${5 + random.below(60)} percent of what ${one.name} exports, said it would look at the agreement between ${one.name} and ${other.name} before it takes effect on July 1.`,
  (random, { one }) =>
    `${one.company} employs more than ${2 + random.below(90)},000 people. Its revenue grew by ${1 + random.below(40)} percent to ${1 + random.below(50)} billion euros last year, and its shares gained ${1 + random.below(9)} percent on Tuesday.`,
  (_random, { one, other }) =>
    `In ${other.capital}, ${one.leader[1]} is also to meet the head of the World Health Organization. A date for the next meeting in ${one.capital} has not been announced.`,
];

function sidecarFor(random: Random, text: string, { leader, name }: Country): string | undefined {
  const isOdd = random.below(40) === 0;
  const annotations: object[] = [];
  const mark = (words: string, label: string, entity?: string) => {
    const start = text.indexOf(words);
    if (start < 0) return;
    const offset = [...text.slice(0, start)].length;
    const id = `g${annotations.length}`;
    const end = offset + [...words].length;
    const around = {
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(start + words.length, start + words.length + 32),
    };
    const decision = { label, status: 'accepted', ...(entity && { entity }) };
    annotations.push({ id, start: offset, end, quote: words, ...around, ...decision });
  };
  const words = full(leader);
  if (!text.includes(words) && !text.includes(name)) return undefined;
  mark(words, isOdd ? 'ORG' : 'PERSON', 'leader');
  mark(name, isOdd ? 'ORG' : 'GPE');
  const id = `Q${[...words].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_000, isOdd ? 2 : 1)}`;
  const entities = [{ id: 'leader', label: isOdd ? 'ORG' : 'PERSON', name: words, links: { wikidata: id } }];
  const hasLeader = text.includes(words);
  return `${JSON.stringify({ newsmark: 1, entities: hasLeader ? entities : [], annotations })}\n`;
}
