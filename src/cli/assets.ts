import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Assets } from '../core/ports';

/** Shipped files, in a folder of their own. */
export function assetsIn(folder: string): Assets {
  return { unpack: async (name) => promisify(gunzip)(await readFile(path.join(folder, name))) };
}
