import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import { scaleSqrt } from 'd3-scale';
import type { NetworkChart } from '../../core/insights/viewModel';
import { type Size, widthOf } from './frame';

/** Where a node is, and how large. */
export interface PlacedNode {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface Moving extends SimulationNodeDatum {
  readonly radius: number;
  /** More room for a long name. */
  readonly name: number;
}

const STEPS = 200;

/** Room for a name below its node. */
const NAME = 22;

/** Places the nodes of a network so that those named together stand together: the same picture every time. */
export function networkLayout({ nodes, edges }: NetworkChart, { width, height }: Size): readonly PlacedNode[] {
  const others = nodes.slice(1);
  const most = others.reduce((high, { count }) => Math.max(high, count), 1);
  const radius = scaleSqrt([0, most], [4, 14]);
  const moving = nodes.map((node, index): Moving => {
    // On a circle to begin with, so that nothing is left to chance.
    const angle = (2 * Math.PI * index) / Math.max(1, others.length);
    const start = { x: width / 2 + (Math.cos(angle) * width) / 4, y: height / 2 + (Math.sin(angle) * height) / 4 };
    const name = widthOf(node.name) / 8;
    return index === 0
      ? { radius: 16, name, fx: width / 2, fy: height / 2 }
      : { radius: radius(node.count), name, ...start };
  });
  const links = edges.map(({ from, to, count }) => ({ source: from, target: to, count }));
  const strength = scaleSqrt([0, most], [0.05, 0.5]);
  const simulation = forceSimulation(moving)
    .force(
      'links',
      forceLink(links)
        .distance(Math.min(width, height) / 3)
        .strength(({ count }) => strength(Math.min(count, most))),
    )
    .force('apart', forceManyBody().strength(-260))
    .force(
      'collide',
      forceCollide<Moving>(({ radius: own, name }) => own + NAME + name),
    )
    .force('x', forceX(width / 2).strength(0.04))
    .force('y', forceY(height / 2).strength((0.04 * width) / height))
    .stop();
  simulation.tick(STEPS);
  return moving.map(({ x = 0, y = 0, radius: own }) => ({
    x: Math.min(width - 50, Math.max(50, x)),
    y: Math.min(height - own - NAME, Math.max(own + 4, y)),
    radius: own,
  }));
}
