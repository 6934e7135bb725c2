import { startHangingWorker } from 'newsmark:hanging-worker';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { workerAnalyzer } from '../../src/worker/client';
import { mention, openArticle, STORY, services, write } from './support';

describe('the worker', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('analyzes articles, in this host too', async () => {
    const { article } = await openArticle(await write('story.txt', STORY));
    assert.strictEqual(mention(article, 'Nathaniel Sher').label, 'PERSON');
    assert.strictEqual((await services()).analyzer.place, 'worker');
  });

  it('is asked first for what is in sight of a long article, and then for all of it', async () => {
    const { articles } = await services();
    const uri = await write(
      'long.article',
      Array.from({ length: 200 }, (_, page) => `On page ${page}: ${STORY}`).join(''),
    );
    const seen: { event: string; words: string[]; isAnalyzed: boolean }[] = [];
    const listening = articles.onDidChange(({ article, event }) => {
      if (article.uri.toString() !== uri.toString() || (event !== 'glance' && event !== 'suggestions')) return;
      const words = article.session.marksIn({ start: 0, end: 200 }).map(({ text }) => text);
      seen.push({ event, words, isAnalyzed: article.session.isAnalyzed });
    });
    const { article } = await openArticle(uri);
    listening.dispose();
    const [first, ...rest] = seen;
    assert.strictEqual(first?.event, 'glance');
    assert.isFalse(first?.isAnalyzed);
    assert.include(first?.words, 'Vladimir Putin');
    assert.strictEqual(rest.at(-1)?.event, 'suggestions');
    const { length } = article.session.text;
    assert.include(
      article.session.marksIn({ start: length - 200, end: length }).map(({ text }) => text),
      'Nathaniel Sher',
    );
  });

  it('stops a recognizer that never ends, tells of it once, and goes on with the rest, after one that throws too', async () => {
    const { extension } = await services();
    const told: string[] = [];
    const analyzer = workerAnalyzer({
      spawn: () => startHangingWorker(extension),
      assets: { read: () => Promise.reject(new Error('There are none.')) },
      here: () => assert.fail('a worker runs'),
      onError: (recognizer) => told.push(`${recognizer} failed`),
      onLeftOut: (recognizer) => told.push(`${recognizer} is left out`),
      onFallback: (error) => assert.fail(String(error)),
      patience: 1_500,
    });
    const found = async (text: string) => {
      const suggestions = await analyzer.analyze({ text, body: { start: 0, end: text.length } });
      return suggestions?.map(({ start, end }) => text.slice(start, end));
    };
    try {
      assert.deepEqual(await found('This one breaks down at $300 million.'), ['$300 million']);
      assert.deepEqual(told, ['throwing failed']);
      const both = await Promise.all([found('This never ends, for $5.'), found('They sold 12 houses.')]);
      assert.deepEqual(both, [['$5'], ['12']]);
      assert.deepEqual(await found('And that never ends, for €7.'), ['€7']);
      assert.deepEqual(told, ['throwing failed', 'endless is left out']);
      assert.strictEqual(analyzer.place, 'worker');
    } finally {
      analyzer.dispose();
    }
  });
});
