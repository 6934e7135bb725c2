import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Assets } from '../../src/core/ports';

/** The files that are shipped, as they lie in the project. */
export const assets: Assets = { read: (name) => readFile(path.resolve('media', name)) };
