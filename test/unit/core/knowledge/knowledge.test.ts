import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fullNameOf } from '../../../../src/core/entities/aliases';
import { idsOf, linksTo } from '../../../../src/core/knowledge/entityIds';
import { entryText } from '../../../../src/core/knowledge/entryText';
import { factsInWords } from '../../../../src/core/knowledge/factsInWords';
import { joinedBases, type KnowledgeBase, type KnownEntity } from '../../../../src/core/knowledge/knowledgeBase';
import { type LinkedGroup, linkEntities } from '../../../../src/core/knowledge/linkEntities';
import { nameKey } from '../../../../src/core/knowledge/nameIndex';
import { readShippedBase, readShippedBaseInTurns } from '../../../../src/core/knowledge/shippedBase';
import { readWorkspaceBase } from '../../../../src/core/knowledge/workspaceBase';

assert.ok(existsSync('media/knowledge.base'));
const base = readShippedBase(readFileSync('media/knowledge.base', 'utf8'));

const found = (name: string, label: string): KnownEntity => {
  const [first] = base.candidates(name, label);
  return first ?? assert.fail(`no ${name}`);
};
const factsOf = (entity: KnownEntity) => Object.fromEntries(entity.facts.map(({ kind, value }) => [kind, value]));

describe('the shipped knowledge base', () => {
  it('knows states with what matters about them', () => {
    const france = found('France', 'GPE');
    assert.equal(france.id, 'Q142');
    assert.equal(france.description, 'country in Western Europe');
    const { capital, currency, languages, demonym, region, code } = factsOf(france);
    assert.deepEqual(
      [capital, currency, languages, demonym, region, code],
      ['Paris', 'Euro (EUR)', 'French', 'French', 'Western Europe', 'FR, FRA'],
    );
    assert.ok(france.facts.find(({ kind }) => kind === 'population')?.asOf);
  });

  it('tells of disputed places and parts of countries what they are', () => {
    assert.equal(
      found('Crimea', 'LOC').description,
      'peninsula of Ukraine on the Black Sea, annexed by Russia in 2014',
    );
    assert.equal(found('Hawaii', 'GPE').description, 'state of the United States of America');
    assert.equal(found('London', 'GPE').description, 'capital of the United Kingdom');
    assert.equal(factsOf(found('Danube', 'LOC')).country, undefined, 'it flows through ten');
  });

  it('has English names, and no year of a population that it does not know', () => {
    const names = ['Geneva', 'Herat', 'Indira Gandhi'];
    assert.deepEqual(
      [found('Genève', 'GPE'), found('Herāt', 'GPE'), found('Indira Gandhi', 'PERSON')].map(({ name }) => name),
      names,
    );
    assert.equal(found('New York City', 'GPE').facts.find(({ kind }) => kind === 'population')?.asOf, undefined);
  });

  it('finds one state under all its names', () => {
    for (const name of ['U.S.', 'US', 'the United States', 'U. S.', 'USA', 'America'])
      assert.equal(found(name, 'GPE').id, 'Q30', name);
    for (const name of ['UK', 'Britain', 'Great Britain']) assert.equal(found(name, 'GPE').id, 'Q145', name);
    assert.equal(found('Türkiye', 'GPE').id, found('Turkey', 'GPE').id);
    assert.notEqual(base.candidates('Soviet Union', 'GPE')[0]?.id, found('Russia', 'GPE').id);
  });

  it('knows organizations, central banks and media by name and acronym', () => {
    for (const [name, other] of [
      ['NATO', 'North Atlantic Treaty Organization'],
      ['World Health Organisation', 'WHO'],
      ['ECB', 'European Central Bank'],
      ['AFP', 'Agence France-Presse'],
    ] as const)
      assert.equal(found(name, 'ORG').id, found(other, 'ORG').id, name);
    assert.equal(factsOf(found('NATO', 'ORG')).founded, '1949');
  });

  it('tells cities of one name apart', () => {
    const places = base.candidates('Portland', 'GPE').map(({ description }) => description);
    assert.ok(places.some((place) => place.includes('Oregon')) && places.some((place) => place.includes('Maine')));
  });

  it('knows whose demonym a word is', () => {
    assert.deepEqual(
      ['Chinese', 'Emirati', 'Dominican', 'Zyx'].map((word) => base.demonymsOf(word).map(({ name }) => name)),
      [['China'], ['United Arab Emirates'], ['Dominica', 'Dominican Republic'], []],
    );
  });

  it('gives a country no person’s name', () => {
    assert.ok(base.candidates('Jordan', 'PERSON').every(({ label }) => label === 'PERSON'));
  });

  it('has the names by which mentions are grouped', () => {
    for (const [name, other] of [
      ['u.s.', 'united states'],
      ['dprk', 'north korea'],
      ['nato', 'north atlantic treaty organization'],
      ['nyc', 'new york'],
    ] as const)
      assert.equal(fullNameOf(name), fullNameOf(other), name);
    assert.equal(fullNameOf('supreme court'), undefined);
  });

  it('is read in turns to the same end', async () => {
    let turns = 0;
    const inTurns = await readShippedBaseInTurns(
      readFileSync('media/knowledge.base', 'utf8'),
      async () => void turns++,
    );
    assert.ok(turns > 10);
    for (const [name, label] of [
      ['France', 'GPE'],
      ['Georgia', 'GPE'],
      ['NATO', 'ORG'],
    ] as const)
      assert.deepEqual(inTurns.candidates(name, label), base.candidates(name, label));
    assert.deepEqual(inTurns.demonymsOf('French'), base.demonymsOf('French'));
  });

  it('is not read from other bytes', async () => {
    assert.throws(() => readShippedBase('{}'), RangeError);
    await assert.rejects(
      readShippedBaseInTurns('{}', () => Promise.resolve()),
      RangeError,
    );
  });
});

const group = (name: string, label: string, ...others: string[]): LinkedGroup => ({
  entity: `${label}:${name.toLowerCase()}`,
  label,
  name,
  mentions: [name, ...others].map((text) => ({ text })),
});

const firstOf = (groups: readonly LinkedGroup[], name: string, text = '', known: KnowledgeBase = base) => {
  const links = linkEntities(groups, known, { text });
  return [...links].find(([entity]) => entity.endsWith(`:${name.toLowerCase()}`))?.[1];
};

describe('linking', () => {
  it('takes the state of the article’s country', () => {
    const [tbilisi, atlanta] = [
      [group('Georgia', 'GPE'), group('Tbilisi', 'GPE'), group('Russia', 'GPE')],
      [group('Georgia', 'GPE'), group('Florida', 'GPE'), group('United States', 'GPE', 'U.S.', 'US', 'US')],
    ].map((groups) => firstOf(groups, 'Georgia'));
    assert.equal(tbilisi?.candidates[0].entry.description, 'country in Western Asia');
    assert.ok(atlanta?.candidates.some(({ entry }) => entry.id === 'Q1428'));
  });

  it('takes New York for the city, and for the state where it stands behind a place in it', () => {
    const newYork = (text: string, ...others: string[]) => {
      const guess = firstOf([group('New York', 'GPE', ...others)], 'New York', text);
      return guess?.isSure && guess.candidates[0].entry.name;
    };
    assert.equal(newYork('Diplomats met in New York on Friday.'), 'New York City');
    assert.equal(newYork('The company is in Buffalo, New York, and employs 300.'), 'New York');
    assert.equal(newYork('She grew up in Saratoga Springs, New York.'), 'New York');
    assert.equal(newYork('They have offices in London, New York and Tokyo.'), 'New York City');
    assert.equal(newYork('They have offices in Chicago, New York and Boston.'), 'New York City');
    const rest = Array<string>(5).fill('New York');
    assert.equal(newYork('She left Buffalo, New York, for New York. In New York …', ...rest), 'New York City');
  });

  it('is not sure of a surname, nor of a party that is called as elsewhere', () => {
    assert.equal(firstOf([group('Goldsmith', 'PERSON')], 'Goldsmith')?.isSure, false);
    const hongKong = [group('Democratic Party', 'ORG'), group('Hong Kong', 'GPE'), group('China', 'GPE')];
    assert.equal(firstOf(hongKong, 'Democratic Party')?.isSure, false);
  });

  it('takes what a person has decided, whatever speaks against it', () => {
    const links = linkEntities([group('Paris', 'GPE')], base, { text: '', decided: new Map([['GPE:paris', 'Q30']]) });
    const guess = links.get('GPE:paris');
    assert.equal(guess?.candidates[0].entry.id, 'Q30');
    assert.ok(guess?.isDecided && guess.isSure);
  });

  it('takes the workspace’s own entry before a shipped one', () => {
    const own = readWorkspaceBase('{ "id": "our-paris", "name": "Paris", "label": "GPE" }', '').base;
    const guess = firstOf([group('Paris', 'GPE')], 'Paris', '', joinedBases([own, base]));
    assert.equal(guess?.candidates[0].entry.id, 'our-paris');
    assert.ok(guess?.isSure);
  });

  it('takes another country’s capital for itself, whatever the article is about', () => {
    const american = [group('Paris', 'GPE'), group('United States', 'GPE', 'U.S.', 'US'), group('Oklahoma', 'GPE')];
    const guess = firstOf(american, 'Paris', 'The United States pledged it at talks in Paris, Texas officials said.');
    assert.equal(guess?.candidates[0].entry.description, 'capital of France');
  });

  it('is sure of the UN’s bodies only where the UN is named', () => {
    const isSure = (text: string) => firstOf([group('Security Council', 'ORG')], 'Security Council', text)?.isSure;
    assert.ok(isSure('The Security Council met at the U.N. on Friday.'));
    assert.ok(isSure('The United Nations called, and the Security Council met.'));
    assert.equal(isSure('He becomes secretary of the Security Council of Russia.'), false);
  });

  it('finds no entry for what nobody has heard of', () => {
    assert.equal(firstOf([group('Zyxwv Qponm', 'PERSON')], 'Zyxwv Qponm'), undefined);
  });
});

describe('an entry', () => {
  it('is linked to by ids that lead back to it', () => {
    for (const entry of [found('France', 'GPE'), found('Paris', 'GPE'), found('BBC', 'ORG')]) {
      assert.ok(idsOf(linksTo(entry)).includes(entry.id), entry.name);
    }
    const [own] = readWorkspaceBase('{ "id": "sher", "name": "Nathaniel Sher", "label": "PERSON" }', '').entries;
    assert.ok(own);
    assert.deepEqual(linksTo(own), { newsmark: 'sher' });
  });

  it('is told in words', () => {
    const france = found('France', 'GPE');
    const [first] = factsInWords(france, 1);
    assert.deepEqual(first, { title: 'Capital', value: 'Paris' });
    const population = factsInWords(france).find(({ title }) => title === 'Population');
    assert.match(population?.value ?? '', /^\d{1,3}(?:,\d{3})+ \(\d{4}\)$/);
    assert.match(entryText(france, 'Place', []), /^France\n={6}\ncountry in Western Europe\n/);
  });
});

describe('names of entries', () => {
  it('are compared without what spellings differ in', () => {
    for (const [a, b] of [
      ['U.S.', 'us'],
      ['St. Petersburg', 'St Petersburg'],
      ['Côte d’Ivoire', "cote d'ivoire"],
      ['Guinea-Bissau', 'Guinea Bissau'],
      ['the World Health Organisation', 'World Health Organization'],
    ] as const)
      assert.equal(nameKey(a), nameKey(b));
  });
});
