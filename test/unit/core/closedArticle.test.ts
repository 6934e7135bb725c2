import assert from 'node:assert/strict';
import type { AnalysisRequest, Analyzer } from '../../../src/core/analyzer';
import { ONTONOTES } from '../../../src/core/annotation/labelSet';
import { analyzeClosed, readClosed } from '../../../src/core/closedArticle';

const RAW = '\ufeff---\r\npublished: 2024-05-14\r\n---\r\nPutin met Xi.\r\n';
const sidecarWith = (annotations: object[]) => JSON.stringify({ newsmark: 1, annotations });
const start = '---\npublished: 2024-05-14\n---\n'.length;
const PUTIN = { id: 'a', start, end: start + 5, quote: 'Putin', label: 'PERSON', status: 'accepted' };

const source = (sidecar: string | undefined) => ({ raw: RAW, fileName: 'a.txt', sidecar, labels: ONTONOTES });
const seen = (article: { mentions: readonly { text: string; status: string }[] } | undefined) =>
  article?.mentions.map(({ text, status }) => `${text} ${status}`);

describe('an article that is not open', () => {
  it('has the decisions of its sidecar', () => {
    assert.deepEqual(seen(readClosed(source(sidecarWith([PUTIN])))), ['Putin accepted']);
  });

  it('has none where there is no sidecar, or one that can’t be read', () => {
    for (const sidecar of [undefined, '', '{', '[]', '{ "newsmark": 1, "annotations": [{}] }']) {
      assert.deepEqual(seen(readClosed(source(sidecar))), []);
    }
  });

  it('has what recognizers suggest beside them, read as when it is open', async () => {
    const asked: AnalysisRequest[] = [];
    const analyzer: Analyzer = {
      analyze: async (request) => {
        asked.push(request);
        const at = request.text.indexOf('Xi');
        return [{ start: at, end: at + 2, label: 'PERSON', recognizer: 'names' }];
      },
    };
    const article = await analyzeClosed(analyzer, source(sidecarWith([PUTIN])), '');
    assert.deepEqual(seen(article), ['Putin accepted', 'Xi suggested']);
    assert.equal(asked[0]?.published, '2024-05-14');
    assert.equal(asked[0]?.body.start, start);
  });

  it('is read with the publication date that people set in its sidecar, before any other', async () => {
    const asked: AnalysisRequest[] = [];
    const analyzer: Analyzer = {
      analyze: async (request) => {
        asked.push(request);
        return [];
      },
    };
    const sidecar = JSON.stringify({ newsmark: 1, article: { published: '2024-06-01' }, annotations: [] });
    await analyzeClosed(analyzer, source(sidecar), '2020-01-01');
    assert.equal(asked[0]?.published, '2024-06-01');
  });

  it('is not told about where the question was canceled', async () => {
    const analyzer: Analyzer = { analyze: async () => undefined };
    assert.equal(await analyzeClosed(analyzer, source(undefined), ''), undefined);
  });
});
