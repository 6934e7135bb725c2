import { parseArgs } from 'node:util';
import { createAnalyzer } from '../../src/core/analyzer';
import { ONTONOTES } from '../../src/core/annotation/labelSet';
import { CorpusIndex } from '../../src/core/corpus/corpusIndex';
import type { IndexedArticle } from '../../src/core/corpus/indexedArticle';
import { indexSource } from '../../src/core/corpus/indexSource';
import { unpackArticle } from '../../src/core/corpus/packedArticle';
import { type InsightState, ROWS } from '../../src/core/insights/state';
import { keysOver, viewMaker } from '../../src/core/insights/viewMaker';
import { NO_KNOWLEDGE } from '../../src/core/knowledge/knowledgeBase';
import { paletteOf } from '../../src/webview/charts/palette';
import { toMarkup } from '../../src/webview/element';
import { drawPage } from '../../src/webview/page';
import { assets } from '../support/assets';
import { generateCorpus } from '../support/corpusGenerator';
import { finish, printTable, REPORT_OPTIONS } from './support/report';

/** So many articles are recognized; the corpus has each of them several times, under other paths and dates. */
const RECOGNIZED = 500;

const { values } = parseArgs({ options: { ...REPORT_OPTIONS, articles: { type: 'string', default: '10000' } } });
void main();

/** Milliseconds of processor time since then: other work on the machine does not count. */
function processorTime(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** How long the views of a large corpus take to make and to draw, and how long the editor waits at a time. */
async function main(): Promise<void> {
  const index = await indexOf(Number(values.articles));
  const [entity] = index.entitiesWhere(() => true, 1);
  if (!entity) throw new Error('Nobody is mentioned.');
  const state: Omit<InsightState, 'view'> = { scope: 'corpus', limit: ROWS, entity };
  const results = (['profile', 'timeline', 'figures', 'frequent'] as const).map((view) =>
    measure(index, { ...state, view }),
  );
  printTable(
    ['view', 'ms to make', '… the longest step', 'ms to draw', 'kB to the page', 'rows in all'],
    results.map(({ view, make, slowest, draw, kilobytes, rows }) => [view, make, slowest, draw, kilobytes, rows]),
  );
  finish('views', { articles: index.size, entity: entity.articles, results });
}

async function indexOf(count: number): Promise<CorpusIndex> {
  const analyzer = createAnalyzer({ assets });
  const known: IndexedArticle[] = [];
  for (const { path, text } of generateCorpus(Math.min(count, RECOGNIZED))) {
    const packed = await indexSource(
      { analyzer, base: NO_KNOWLEDGE },
      { path, fileName: path, raw: text, published: '' },
    );
    if (packed) known.push(unpackArticle(path, packed));
  }
  const index = new CorpusIndex();
  for (let number = 0; number < count; number++) {
    const article = known[number % known.length];
    if (!article) break;
    const year = 2000 + (Math.floor(number / known.length) % 25);
    const published = article.published?.replace(/^\d{4}/, String(year));
    index.put({ ...article, path: `${number}`, ...(published !== undefined && { published }) });
  }
  return index;
}

function measure(index: CorpusIndex, state: InsightState) {
  const { view, entity } = state;
  const started = process.cpuUsage();
  const maker = viewMaker({ labels: ONTONOTES, keyOf: keysOver(index) }, state);
  let slowest = 0;
  const timed = <T>(job: () => T): T => {
    const since = process.cpuUsage();
    const result = job();
    slowest = Math.max(slowest, processorTime(since));
    return result;
  };
  const paths =
    view === 'profile' ? timed(() => index.articlesOf(entity?.key ?? '').map(({ path }) => path)) : index.paths();
  for (const path of paths) {
    timed(() => {
      const article = index.article(path);
      if (article) maker.collector.add(article);
    });
  }
  const model = timed(() => maker.view({ state, labels: ONTONOTES, read: 1, canGoBack: false }));
  const make = processorTime(started);
  const since = process.cpuUsage();
  const palette = paletteOf(model.labels, (property) => `var(${property})`, false);
  toMarkup(drawPage(model, { palette, width: 800, language: 'en' }).content);
  const draw = processorTime(since);
  const kilobytes = JSON.stringify(model).length / 1000;
  const rows = model.sections.reduce((sum, { table }) => sum + table.total, 0);
  return { view, make, slowest, draw, kilobytes, rows };
}
