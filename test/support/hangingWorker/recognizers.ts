import { figures } from '../../../src/core/recognize/figures/figures';
import type { Recognizer } from '../../../src/core/recognize/recognizer';

export { createPipeline } from '../../../src/core/recognize/pipeline';

/** Those of a worker that has bad ones among them: what they do depends on the words. */
export function loadRecognizers(): Promise<readonly Recognizer[]> {
  return Promise.resolve([
    bad('endless', (passage) => {
      while (passage.includes('never ends')) passage.at(0);
    }),
    bad('throwing', (passage) => {
      if (passage.includes('breaks down')) throw new Error('It broke down.');
    }),
    figures,
  ]);
}

function bad(id: string, work: (passage: string) => void): Recognizer {
  return {
    id,
    labels: [],
    run: (passage) => {
      work(passage);
      return [];
    },
  };
}
