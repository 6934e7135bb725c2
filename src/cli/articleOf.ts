import path from 'node:path';
import { articleNames } from '../core/sidecar/paths';
import { isFile } from './textFile';

/**
 * The article beside a sidecar, if it is there.
 * @param named what the sidecar says its article is called; only a name that fits the sidecar's own is believed
 */
export async function articleOf(sidecar: string, named?: string): Promise<string | undefined> {
  const names = articleNames(path.basename(sidecar));
  const inOrder = [...names].sort((a, b) => Number(b === named) - Number(a === named));
  for (const name of inOrder) {
    const file = path.join(path.dirname(sidecar), name);
    if (await isFile(file)) return file;
  }
  return undefined;
}
