import path from 'node:path';
import { assetsIn } from '../../src/cli/assets';

/** The files that are shipped, as they lie in the project. */
export const assets = assetsIn(path.resolve('media'));
