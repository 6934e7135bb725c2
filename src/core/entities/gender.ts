/** What is known of a person by words: "he" or "she" can mean them, or either. */
export type Gender = 'he' | 'she';

const names = (...rows: readonly string[]): ReadonlySet<string> => new Set(rows.join(' ').split(' '));

/** Given names that are mostly men's, in lower case: the common ones of English and of the world's news. */
const MEN = names(
  'james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald',
  'steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric',
  'jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry',
  'tyler aaron jose adam nathan henry douglas zachary peter kyle ethan walter noah jeremy christian keith roger terry austin',
  'sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie',
  'elijah wayne randy vincent mason roy ralph bobby russell bradley philip eugene barack bill bernie mike jim tom tim ted',
  'rudy mitt jeb marco newt chuck mitch harry antony tony rex lloyd steve greg jeff dick karl boris vladimir dmitry sergei',
  'sergey alexei aleksei andrei andrey mikhail nikolai igor oleg viktor yevgeny ivan pavel konstantin yuri volodymyr xi',
  'emmanuel francois nicolas olaf helmut gerhard friedrich wolfgang hans klaus jens viktor donald mateusz jaroslaw silvio',
  'matteo giuseppe sergio mario pedro jose luis carlos jorge miguel fernando javier nicolas hugo benjamin yitzhak shimon ehud',
  'mahmoud mohammed muhammad mohammad mohamed ahmed ali hassan hussein omar osama bashar saddam hamid ibrahim abdullah salman',
  'recep narendra imran shinzo fumio yoshihide kim ban kofi nelson jacob cyril robert justin kevin malcolm stephen keir nigel',
  'gavin ken ben sam dan matt josh nick alex nathaniel glenn stuart graham neil craig ian simon jeremy trevor julian edwin',
  'martin oliver leon felix hector jorge rafael andres diego enrique ricardo roberto francisco antonio jamal lebron barry',
);

/** Given names that are mostly women's, in lower case. */
const WOMEN = names(
  'mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly',
  'emily donna michelle carol amanda melissa deborah stephanie dorothy rebecca sharon laura cynthia amy kathleen angela',
  'shirley brenda emma anna pamela nicole samantha katherine christine helen debra rachel carolyn janet maria catherine',
  'heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan',
  'cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia frances jean alice judy isabella',
  'julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla alexis lori marie',
  'hillary chelsea melania ivanka kamala condoleezza madeleine janet loretta nikki elizabeth kellyanne huma debbie carly jill',
  'angela theresa ursula marine christine olena yulia nadezhda maria natalia natasha tatiana svetlana olga irina ekaterina',
  'anastasia daria alla galina lyudmila larisa marina elena yelena valentina ludmila alicja agnieszka ewa malgorzata beata',
  'michaela giorgia sanna mette magdalena kaja jacinda indira benazir sonia aung park tsai dilma cristina michelle rosa',
  'carmen lucia sofia gabriela valeria isabel claudia fatima aisha malala leila zahra amina ellen anne gwen claire tammy',
  'kirsten dianne maxine nancy susan lindsay jane kate katie molly lucy zoe chloe ella erin kristen leah naomi miriam esther',
);

/**
 * Which pronoun fits a person's name, as far as the given name or a title in front of it tells.
 * @param name "Hillary Clinton"
 * @param before the words right before the name: "Mrs.", "Ms."
 */
export function genderOf(name: string, before: string): Gender | undefined {
  if (/\b(?:Mrs|Ms|Miss|Lady|Madam|Queen|Princess|Congresswoman|Chairwoman|Spokeswoman|Dame)\.?\s*$/i.test(before))
    return 'she';
  if (/\b(?:Mr|Sir|Lord|King|Prince|Pope|Congressman|Chairman|Spokesman)\.?\s*$/i.test(before)) return 'he';
  const given = name.slice(0, Math.max(0, name.indexOf(' '))).toLowerCase();
  const isMan = MEN.has(given);
  const isWoman = WOMEN.has(given);
  return isMan === isWoman ? undefined : isMan ? 'he' : 'she';
}
