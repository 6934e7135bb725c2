/** The bundle of the command line. */

import path from 'node:path';
import { root } from '../root.mjs';
import { kernelCode } from './kernelCode.mjs';
import { oneFileForNode } from './oneFile.mjs';

/**
 * One file with all that it needs, the model among it: it runs wherever there is Node.js, also where it was copied alone.
 * @param {string} outfile
 * @returns {import('esbuild').BuildOptions}
 */
export function commandLineBundle(outfile) {
  return {
    ...oneFileForNode(path.join(root, 'src', 'cli', 'newsmark.ts'), outfile),
    // As text: out of a module of bytes, esbuild makes one with an export for each byte.
    loader: { '.model': 'base64', '.gazetteer': 'base64' },
    banner: { js: '#!/usr/bin/env node' },
    legalComments: 'none',
    plugins: [kernelCode()],
  };
}
