import { MARGINALS } from './latticeCode';
import { LINEAR } from './linearCode';
import { moduleOf } from './module';
import { NETWORK } from './networkCode';

/** The kernel in WebAssembly. Bundles have these bytes as they are, assembled when the bundle is built. */
export const CODE: Uint8Array<ArrayBuffer> = moduleOf([...NETWORK, ...LINEAR, MARGINALS]);
