import assert from 'node:assert/strict';
import { readMetadata } from '../../../../src/core/article/readMetadata';

const BODY = 'The paragraph is long enough to be read as running text, and it ends as a sentence does.';

describe('metadata', () => {
  it('is empty where nothing is known', () => {
    assert.deepEqual(readMetadata({ text: BODY, fileName: 'visit.txt' }), {});
  });

  it('comes from the file name', () => {
    const metadata = readMetadata({ text: BODY, fileName: '2024-05-14-visit.txt' });
    assert.deepEqual(metadata, { published: '2024-05-14', publishedFrom: 'file name' });
  });

  it('comes from the setting before the file name, and from the article before the setting', () => {
    const setting = '13 May 2024';
    const fromSetting = readMetadata({ text: BODY, fileName: '2024-05-14-visit.txt', setting });
    assert.deepEqual(fromSetting, { published: '2024-05-13', publishedFrom: 'setting' });
    const text = `BUDAPEST, May 10, 2024 (AFP) — ${BODY}`;
    assert.equal(readMetadata({ text, fileName: 'visit.txt', setting }).publishedFrom, 'dateline');
    assert.equal(readMetadata({ text: BODY, fileName: 'visit.txt', setting: 'soon' }).published, undefined);
  });

  it('comes from headline, byline and dateline before the file name', () => {
    const text = `Xi ends tour\nBy Jane Doe, Reuters\n\nBUDAPEST, May 10, 2024 (AFP) — ${BODY}`;
    assert.deepEqual(readMetadata({ text, fileName: '2024-05-14-visit.txt' }), {
      title: 'Xi ends tour',
      author: 'Jane Doe',
      source: 'AFP',
      published: '2024-05-10',
      publishedFrom: 'dateline',
    });
  });

  it('has the day of a line below the headline', () => {
    const text =
      'Ferry runs again after repairs\n\nFriday, July 21, 2017\n\nThe ferry to the island ran again on Tuesday.\n';
    const { title, published } = readMetadata({ text, fileName: 'ferry.txt' });
    assert.deepEqual({ title, published }, { title: 'Ferry runs again after repairs', published: '2017-07-21' });
  });

  it('completes the dateline’s year from the file name, or leaves the date unknown', () => {
    const text = `BUDAPEST, Dec. 31 (AFP) — ${BODY}`;
    assert.equal(readMetadata({ text, fileName: '2024-01-02.txt' }).published, '2023-12-31');
    assert.equal(readMetadata({ text, fileName: 'visit-2023.txt' }).published, '2023-12-31');
    assert.equal(readMetadata({ text, fileName: 'visit.txt' }).published, undefined);
  });

  it('comes from front matter before dateline and byline', () => {
    const text = `---\npublished: 2024-05-11\nsource: dpa\n---\nBy Jane Doe\n\nBUDAPEST, May 10, 2024 (AFP) — ${BODY}`;
    const { published, publishedFrom, source, author } = readMetadata({ text, fileName: '2024-05-14.txt' });
    assert.deepEqual([published, publishedFrom, source, author], ['2024-05-11', 'front matter', 'dpa', 'Jane Doe']);
  });

  it('comes from the sidecar before all else', () => {
    const text = `---\npublished: 2024-05-11\ntitle: A\n---\n${BODY}`;
    const { published, publishedFrom, title } = readMetadata({
      text,
      fileName: 'a.txt',
      sidecar: { published: '2024-05-12' },
    });
    assert.deepEqual([published, publishedFrom, title], ['2024-05-12', 'sidecar', 'A']);
  });
});
