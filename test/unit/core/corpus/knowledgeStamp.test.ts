import assert from 'node:assert/strict';
import type { IndexedMention } from '../../../../src/core/corpus/indexedArticle';
import { KnowledgeStamps } from '../../../../src/core/corpus/knowledgeStamp';
import { packArticle } from '../../../../src/core/corpus/packedArticle';
import { readWorkspaceBase } from '../../../../src/core/knowledge/workspaceBase';

const mention = (name: string, text = name): IndexedMention => ({
  start: 0,
  end: text.length,
  text,
  label: 'PERSON',
  status: 'suggested',
  name,
  sentence: { start: 0, end: 50 },
});

describe('the stamp of entries', () => {
  const article = packArticle({
    path: 'a',
    title: 'a',
    length: 50,
    words: 9,
    mentions: [mention('Nathaniel Sher', 'Sher'), mention('Xi Jinping')],
  });
  const sher = '{ "id": "sher", "name": "Nathaniel Sher", "label": "PERSON" }';
  const other = '{ "id": "other", "name": "Somebody Else", "label": "PERSON" }';
  const stampOf = (...lines: string[]) =>
    new KnowledgeStamps(readWorkspaceBase(lines.join('\n'), 'e').entries).of(article);

  it('changes with those of the article’s names alone, wherever their lines are', () => {
    assert.equal(stampOf(), '-');
    assert.equal(stampOf(other), '-');
    assert.notEqual(stampOf(sher), '-');
    assert.equal(stampOf(sher, other), stampOf(sher));
    assert.equal(stampOf('', sher), stampOf(sher), 'a line further down is the same entry');
    assert.notEqual(stampOf(sher.replace('sher', 'Q99')), stampOf(sher));
    const alias = '{ "id": "x", "name": "The Analyst", "aliases": ["SHER"], "label": "PERSON" }';
    assert.notEqual(stampOf(alias), '-', 'by what the mentions are called, too');
    assert.doesNotMatch(stampOf(sher), / /);
  });
});
