import { createPipeline } from '../../../src/core/recognize';
import type { Fresh } from './ours';

const CONTEXT = { published: '2024-05-14' };
const EDITS = 15;

/** What an edit costs. */
export interface EditCost {
  readonly bytes: number;
  /** The first analysis, in milliseconds. */
  readonly first: number;
  /** The analysis after one more letter was typed in the middle of the article: the median of some, and the worst. */
  readonly edit: number;
  readonly worst: number;
}

/** Milliseconds from a letter typed in an article of each size to its suggestions, and how long the first look takes. */
export async function editCosts(fresh: Fresh, texts: readonly string[], sizes: readonly number[]): Promise<EditCost[]> {
  const all = texts.join('\n\n');
  const costs: EditCost[] = [];
  for (const bytes of sizes) {
    const text = all.repeat(Math.ceil(bytes / all.length)).slice(0, bytes);
    costs.push(await editCost(fresh, text));
  }
  return costs;
}

async function editCost(fresh: Fresh, text: string): Promise<EditCost> {
  const pipeline = createPipeline(fresh());
  const analyze = async (changed: string) => {
    const started = performance.now();
    await pipeline.analyze(changed, CONTEXT);
    return performance.now() - started;
  };
  const first = await analyze(text);
  const at = text.indexOf(' ', Math.floor(text.length / 2));
  const times: number[] = [];
  for (let edit = 1; edit <= EDITS; edit++) {
    times.push(await analyze(`${text.slice(0, at)}${'x'.repeat(edit)}${text.slice(at)}`));
  }
  times.sort((a, b) => a - b);
  return { bytes: text.length, first, edit: times[EDITS >> 1] ?? Number.NaN, worst: times.at(-1) ?? Number.NaN };
}
