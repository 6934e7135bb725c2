/** A program for Node.js in one file. */

/**
 * @param {string} entryPoint
 * @param {string} outfile
 * @returns {import('esbuild').BuildOptions} What bundles the program with all that it imports.
 */
export function oneFileForNode(entryPoint, outfile) {
  return {
    entryPoints: [entryPoint],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2023',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  };
}
