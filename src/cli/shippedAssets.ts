import type { Assets } from '../core/ports';

/** Each is unpacked when it is first asked for. */
const FILES: ReadonlyMap<string, () => Promise<{ readonly default: string }>> = new Map([
  ['names.model', () => import('../../media/names.model')],
  ['names.gazetteer', () => import('../../media/names.gazetteer')],
]);

/** Shipped files, out of the program itself: it is one file, and runs wherever it is copied to. */
export const shippedAssets: Assets = {
  async read(name) {
    const file = FILES.get(name);
    if (!file) throw new RangeError(`${name} is not in the program`);
    return Buffer.from((await file()).default, 'base64');
  },
};
