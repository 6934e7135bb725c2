import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * @param {string} address
 * @param {number} [wanted] Taken if it is free.
 * @returns {Promise<number>}
 */
export async function freePort(address, wanted = 0) {
  const server = createServer();
  server.listen(wanted, address);
  try {
    await once(server, 'listening');
  } catch (error) {
    if (wanted !== 0 && /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE') return freePort(address);
    throw error;
  }
  const bound = server.address();
  server.close();
  await once(server, 'close');
  if (bound === null || typeof bound === 'string') throw new Error('No port to listen on.');
  return bound.port;
}
