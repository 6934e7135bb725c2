import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Assets } from '../core/ports';

/** Shipped files, in a folder of their own. */
export function assetsIn(folder: string): Assets {
  return { read: (name) => readFile(path.join(folder, name)) };
}
