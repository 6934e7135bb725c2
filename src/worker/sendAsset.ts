import type { Assets } from '../core/ports';
import type { FromWorker, Port, ToWorker } from './protocol';

/** Sends a worker the file that it asked for, or says why there is none. Never rejects. */
export async function sendAsset(to: Port<ToWorker, FromWorker>, assets: Assets, name: string): Promise<void> {
  try {
    to.post({ kind: 'asset', name, bytes: await assets.read(name) });
  } catch (error) {
    to.post({ kind: 'no asset', name, message: String(error) });
  }
}
