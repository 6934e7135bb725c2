import type { Peer } from './figurePeers';

export async function figureSpeed(_peers: readonly Peer[]): Promise<Readonly<Record<string, number>>> {
  return {};
}
