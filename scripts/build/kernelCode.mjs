/** How bundles get the kernel of the tagger. */

import path from 'node:path';
import esbuild from 'esbuild';

/**
 * Assembles the kernel's WebAssembly now and leaves its bytes in the bundle: assembled anew in each program, it takes a good
 * part of the time in which the recognizers are loaded.
 * @returns {import('esbuild').Plugin}
 */
export function kernelCode() {
  return {
    name: 'kernel-code',
    setup(build) {
      build.onLoad({ filter: /[\\/]kernel[\\/]code\.ts$/ }, async ({ path: file }) => {
        const { outputFiles, metafile } = await esbuild.build({
          entryPoints: [file],
          bundle: true,
          write: false,
          format: 'esm',
          metafile: true,
        });
        const [output] = outputFiles;
        const { CODE } = await import(
          `data:text/javascript;base64,${Buffer.from(output?.contents ?? []).toString('base64')}`
        );
        return {
          contents: `export const CODE = new Uint8Array([${CODE.join()}]);`,
          watchFiles: Object.keys(metafile.inputs).map((name) => path.resolve(name)),
        };
      });
    },
  };
}
