import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createAnalyzer } from '../../../../src/core/analyzer';
import { ONTONOTES } from '../../../../src/core/annotation/labelSet';
import { analyzeClosed } from '../../../../src/core/closedArticle';
import { CorpusIndex } from '../../../../src/core/corpus/corpusIndex';
import { indexArticle } from '../../../../src/core/corpus/indexArticle';
import { articleLinks } from '../../../../src/core/curation/articleLinks';
import { readShippedBase } from '../../../../src/core/knowledge/shippedBase';
import { assets } from '../../../support/assets';

const base = readShippedBase(readFileSync('media/knowledge.base', 'utf8'));
const FILE = 'putin-china-visit.article';

describe('indexing an article', () => {
  const indexed = async (sidecar?: string) => {
    const raw = readFileSync(`samples/${FILE}`, 'utf8');
    const source = { raw, fileName: FILE, sidecar, labels: ONTONOTES };
    const article = await analyzeClosed(createAnalyzer({ assets }), source, '');
    assert.ok(article);
    const place = { path: FILE, fileName: FILE, metadata: { title: 'A title' } };
    return { raw, entry: indexArticle(place, article, articleLinks(article, base)) };
  };

  it('keeps names, figures and quotations with the sentences around them', async () => {
    const { raw, entry } = await indexed();
    const lines = raw.replace(/\r\n?/g, '\n');
    const putin = entry.mentions.find(({ text }) => text === 'Putin');
    assert.equal(putin?.name, 'Vladimir Putin');
    assert.ok(entry.mentions.some(({ label, value }) => label === 'DATE' && value?.startsWith('20')));
    assert.ok(entry.mentions.some(({ speaker }) => speaker === 'Nathaniel Sher'));
    for (const { start, end, sentence } of entry.mentions) {
      assert.ok(sentence.start <= start && end <= sentence.end);
      assert.equal(lines.slice(sentence.start, sentence.end), lines.slice(sentence.start, sentence.end).trim());
    }
    assert.equal(entry.lineStarts?.length, lines.split('\n').length);
  });

  it('keeps what the knowledge base surely takes a name for', async () => {
    const { entry } = await indexed();
    const china = entry.mentions.find(({ name, label }) => name === 'China' && label === 'GPE');
    assert.equal(china?.guess, 'wikidata Q148');
    assert.equal(china?.link, undefined);
  });

  it('does not take for one entry what somebody has said to be two', async () => {
    const raw =
      'Alaska and Georgia\n\nGeorgia lies between Russia and Turkey. Tbilisi is its capital. Georgia grows peaches.\n';
    const at = raw.lastIndexOf('Georgia');
    const sidecar = JSON.stringify({
      newsmark: 1,
      entities: [
        { id: 'country', label: 'GPE', name: 'Georgia', links: { wikidata: 'Q230' } },
        { id: 'state', label: 'GPE', name: 'Georgia', aliases: [], notSame: ['country'] },
      ],
      annotations: [
        {
          id: 'a',
          start: at,
          end: at + 7,
          quote: 'Georgia',
          prefix: raw.slice(at - 32, at),
          suffix: raw.slice(at + 7, at + 39),
          label: 'GPE',
          status: 'accepted',
          entity: 'state',
        },
      ],
    });
    const source = { raw, fileName: 'a.txt', sidecar, labels: ONTONOTES };
    const closed = await analyzeClosed(createAnalyzer({ assets }), source, '');
    assert.ok(closed);
    const place = { path: 'a', fileName: 'a.txt', metadata: {} };
    const entry = indexArticle(place, closed, articleLinks(closed, base));
    const state = entry.mentions.find(({ start }) => start === at);
    assert.equal(state?.record, 'state');
    assert.notEqual(state?.guess, 'wikidata Q230');
    assert.deepEqual(entry.notSame, [['state', 'country']]);
  });

  it('survives the index', async () => {
    const { entry } = await indexed();
    const index = new CorpusIndex();
    index.put(entry);
    const back = index.article(FILE);
    assert.equal(back?.mentions.length, entry.mentions.length);
    assert.equal(index.search('putin', 3)[0]?.name, 'Vladimir Putin');
  });
});
