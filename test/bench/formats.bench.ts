import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { fitArticle } from '../../src/core/formats/fit';
import type { AnnotatedArticle, Format, Part } from '../../src/core/formats/format';
import { FORMATS } from '../../src/core/formats/formats';
import { placeArticle } from '../../src/core/formats/place';
import { anyArticle } from '../support/anyArticles';
import { type PeerReader, peerReaders } from './support/formats/peers';
import { readRealFiles } from './support/formats/realFiles';
import { finish, medianTime, printTable } from './support/report';

/**
 * Every format: written, read, back and forth, read by programs that are not ours, and files that other tools wrote:
 * `npm run bench:formats -- [--articles 500] [--seed 1]`.
 */
const { values } = parseArgs({ options: { articles: { type: 'string' }, seed: { type: 'string' } }, strict: false });
const seed = Number(values.seed ?? 1);
const articles = fc
  .sample(anyArticle, { seed, numRuns: Number(values.articles ?? 500) })
  .map((article, index) => ({ ...article, name: `a${index}.txt` }));
const OPTIONS = { tokenizer: 'words', scheme: 'iob2' } as const;

/** Why a format has no peer here. */
const NO_PEER: Readonly<Record<string, string>> = { jsonl: 'our own' };

/** Why no file of a format is among those that other tools wrote. */
const NO_FILE: Readonly<Record<string, string>> = {
  jsonl: 'our own',
  recogito: 'a list of W3C annotations: with w3c',
  'tei-standoff': 'with tei, which reads both',
  csv: 'our own',
  tsv: 'our own',
};

function whole(format: Format, part: Part): string {
  const { head, foot } = format.frame ?? { head: '', foot: '' };
  return head + part.content + foot;
}

/** An annotation as far as its place and label go. */
const mark = ({ start, end, label }: { start: number; end: number; label: string }) => `${start}-${end} ${label}`;

function mainPart(format: Format, parts: readonly Part[]): Part {
  const main = parts.find(({ ending }) => ending === format.endings[0]);
  if (!main) throw new Error(`${format.id} wrote no file`);
  return main;
}

/** Whether an article comes back with every annotation where it was, and every relation. */
function comesBack(format: Format, article: AnnotatedArticle): boolean {
  const parts = format.write(article, OPTIONS);
  const main = mainPart(format, parts);
  const beside = (ending: string) => parts.find((part) => part.ending === ending)?.content;
  const [read] = format.read({ name: `a${main.ending}`, content: whole(format, main), beside }).articles;
  if (!read) return article.set.annotations.length === 0;
  const placed = placeArticle(read, article.text);
  const same = (a: readonly string[], b: readonly string[]) => a.join('\n') === b.join('\n');
  return (
    placed !== undefined &&
    placed.lost.length === 0 &&
    same(placed.article.set.annotations.map(mark), article.set.annotations.map(mark)) &&
    placed.article.set.relations.length === article.set.relations.length
  );
}

async function seenByPeer(
  format: Format,
  peer: PeerReader | undefined,
  fitted: readonly AnnotatedArticle[],
): Promise<string> {
  if (!peer) return `– (${NO_PEER[format.id] ?? 'none'})`;
  const files = fitted.map((article) => {
    const parts = format.write(article, OPTIONS);
    const main = mainPart(format, parts);
    return [{ ...main, content: whole(format, main) }, ...parts.filter((part) => part !== main)];
  });
  const isGiven = ([main]: readonly Part[]) => peer.skips?.isSkipped(main?.content ?? '') !== true;
  const expected = fitted.filter((_, index) => isGiven(files[index] ?? [])).map(({ set }) => set.annotations.length);
  let right = 0;
  let trouble = '';
  for (const [index, count] of (await peer.counts(files.filter(isGiven))).entries()) {
    if (count === expected[index]) right++;
    else trouble ||= typeof count === 'string' ? count : `${count} of ${expected[index]}`;
  }
  if (trouble !== '') console.log(`${format.id}, ${peer.name}: ${trouble}`);
  const left = files.length - expected.length;
  const skipped = left > 0 ? ` (${left} others ${peer.skips?.reason})` : '';
  return `${right}/${expected.length} ${peer.name}${skipped}`;
}

async function main(): Promise<void> {
  const { read, unknown } = readRealFiles();
  const peers = peerReaders();
  const rows: (string | number)[][] = [];
  const matrix: Record<string, object> = {};
  for (const format of FORMATS) {
    const fitted = articles.map((article) => fitArticle(article, format, OPTIONS).article);
    const written = medianTime(() => {
      for (const article of fitted) format.write(article, OPTIONS);
    }, 3);
    const files = fitted.map((article) => format.write(article, OPTIONS));
    const bytes = files.flat().reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
    const taken = medianTime(() => {
      for (const parts of files) {
        const main = mainPart(format, parts);
        format.read({
          name: 'a',
          content: whole(format, main),
          beside: (ending) => parts.find((part) => part.ending === ending)?.content,
        });
      }
    }, 3);
    const back = fitted.filter((article) => comesBack(format, article)).length;
    const peer = await seenByPeer(format, peers.get(format.id), fitted);
    const own = read.filter((file) => file.format === format);
    const sum = (count: (file: (typeof own)[number]) => number) => own.reduce((total, file) => total + count(file), 0);
    const real =
      own.length === 0
        ? `– (${NO_FILE[format.id] ?? 'no file of it'})`
        : `${own.length} files, ${sum((file) => file.placed)}/${sum((file) => file.annotations - file.textless)}`;
    const speed = (milliseconds: number) => bytes / 1000 / milliseconds;
    rows.push([format.id, speed(written), speed(taken), `${back}/${fitted.length}`, peer, real]);
    matrix[format.id] = { writeMBs: speed(written), readMBs: speed(taken), back, of: fitted.length, peer, real };
  }
  printTable(
    ['format', 'write MB/s', 'read MB/s', 'there and back', 'read by a peer', 'real files, annotations placed'],
    rows,
  );
  console.log(
    '\ndoccano’s files quote no words, and do not say what they count: of generated annotations that begin and end inside ' +
      'words, some look right in two units. Ends of words tell in real ones; what is guessed is said to be a guess.',
  );
  console.log('What was told of the real files:');
  for (const { problems } of read) for (const problem of problems) console.log(`  ${problem}`);
  for (const file of unknown) console.log(`  ${file}: of no format that is read`);
  const textless = read.reduce((sum, file) => sum + file.textless, 0);
  console.log(`${textless} annotations are in files without a text, whose article is not at hand.`);
  finish('formats', { articles: articles.length, seed, matrix, realFiles: read.length, unknown });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
