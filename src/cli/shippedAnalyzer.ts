import path from 'node:path';
import { type Analyzer, createAnalyzer } from '../core/analyzer';
import { assetsIn } from './assets';

/** An analyzer with the models that are shipped beside the program; a recognizer that fails is told on standard error. */
export function shippedAnalyzer(): Analyzer {
  return createAnalyzer({
    assets: assetsIn(path.join(__dirname, '..', 'media')),
    onError: (recognizer, error) => console.error(`newsmark: the recognizer ${recognizer} failed:`, error),
  });
}
