import { dates } from '../../../src/core/recognize/dates/dates';
import { figures } from '../../../src/core/recognize/figures/figures';
import { paragraphs } from '../../../src/core/text/paragraphs';
import type { Peer } from './figurePeers';
import { printTable, processorTime } from './report';
import { readJsonLines } from './sharedData';

/** How much news is read for a measurement, in characters: ours goes through more in the same time. */
const OURS = 1_000_000;
const CONTEXT = { published: '2024-05-14' };

/** Bytes of news a second on one core: figures and dates of ours, and each peer on a beginning of the same text. */
export async function figureSpeed(peers: readonly Peer[]): Promise<Readonly<Record<string, number>>> {
  const news = readJsonLines<{ text: string }>('entities', 'dev', 'news.gum.jsonl')
    .map(({ text }) => text)
    .join('\n\n');
  const text = news.repeat(Math.ceil(OURS / news.length)).slice(0, OURS);
  const passages = paragraphs(text).map(({ start, end }) => text.slice(start, end));
  const bytes = Buffer.byteLength(passages.join(''));
  const ours = processorTime(() => {
    for (const passage of passages) {
      figures.run(passage, CONTEXT);
      dates.run(passage, CONTEXT);
    }
  });
  const speeds: Record<string, number> = { newsmark: rate(bytes, ours) };
  for (const peer of peers) {
    const sample = text.slice(0, peer.sample);
    speeds[peer.name] = rate(
      Buffer.byteLength(sample),
      processorTime(() => peer.read(sample), 3),
    );
  }
  const base = speeds.newsmark ?? 1;
  printTable(
    ['', 'bytes of news a second', 'times slower than ours'],
    Object.entries(speeds).map(([name, speed]) => [name, speed, base / speed]),
  );
  return speeds;
}

/** @param milliseconds of processor time, so that other work on the machine does not count */
const rate = (bytes: number, milliseconds: number) => Math.round((bytes / milliseconds) * 1000);
